// INTER or INTRA, which rows without a document state beside their place of supply.
import { z } from 'zod'
import type { PortalCode } from '../codes.ts'
import type { Rule } from './section.ts'

export const supplyType = z.enum(['INTER', 'INTRA'])

/** At home it is INTRA, but everything that a SEZ unit supplies is INTER. */
export const supplyRule = (
  code: PortalCode,
): Rule<{ pos: string; sply_ty: 'INTER' | 'INTRA' }> => ({
  code,
  unless: ['RET191112'],
  broken: ({ document: { pos, sply_ty } }, { homeState, isSezUnit }) =>
    (sply_ty === 'INTRA') !== (pos === homeState && !isSezUnit),
})
