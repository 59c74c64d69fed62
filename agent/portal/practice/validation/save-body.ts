// The closed schema of a save: unknown keys, empty sections, wrong types or missing members fail it as a whole.
import { z } from 'zod'
import { turnover } from './amounts.ts'
import { sections } from './sections.ts'
import type { Section, Sent } from './section.ts'

/** The entries of each section that was sent; none where a section was sent to be emptied. */
export type SentSections = ReadonlyMap<Section<unknown>, readonly Sent<unknown>[]>

export interface SaveBody {
  readonly gstin: string
  readonly fp: string
  /** Rupees. */
  readonly turnover: number
  readonly sections: SentSections
}

const schema = z.strictObject({
  gstin: z.string(),
  fp: z.string().regex(/^(0[1-9]|1[012])(19|20)\d\d$/),
  gt: turnover,
  cur_gt: turnover,
  ...Object.fromEntries(sections.map(({ key, shape }) => [key, shape.schema.optional()])),
})

/** Nothing where the body does not follow the schema. */
export function readSave(body: unknown): SaveBody | undefined {
  const read = schema.safeParse(body)
  if (!read.success) return undefined
  const { gstin, fp, gt } = read.data
  const members: Readonly<Record<string, unknown>> = read.data
  const sent = sections.filter(({ key }) => members[key] !== undefined)
  if (!sent.every(({ key, shape }) => shape.fits?.(members[key], fp) ?? true)) return undefined
  return {
    gstin,
    fp,
    turnover: gt,
    sections: new Map(
      sent.map((section) => [section, section.shape.entries(members[section.key])]),
    ),
  }
}
