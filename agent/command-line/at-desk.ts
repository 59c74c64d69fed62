// What commands that ask the engine have in common: whom they are about is read first, the desk is opened and closed.
import type { Gstin, Period } from '../../templates/identifiers.ts'
import type { Result } from '../../templates/problems/problem.ts'
import { openDesk, type Desk } from './desk.ts'
import { gstinOf, numberOf, returnOf } from './options.ts'
import type { Call, Said } from './program.ts'

export interface OfReturn {
  readonly gstin: Gstin
  readonly period: Period
}

/** A week, in seconds: far more than a timer can count would end at once. */
const LONGEST_TIMEOUT = 604_800

export type Run = (call: Call) => Promise<Result<Said>>

export function aboutReturn(
  act: (call: Call, desk: Desk, of: OfReturn) => Promise<Result<Said>>,
): Run {
  return async (call) => {
    const of = returnOf(call.given)
    if (!of.ok) return of
    const timeout = numberOf(call.given, 'timeout', LONGEST_TIMEOUT)
    return timeout.ok ? atDesk(call, (desk) => act(call, desk, of.value)) : timeout
  }
}

export function aboutTaxpayer(
  act: (call: Call, desk: Desk, gstin: Gstin) => Promise<Result<Said>>,
): Run {
  return async (call) => {
    const gstin = gstinOf(call.given)
    return gstin.ok ? atDesk(call, (desk) => act(call, desk, gstin.value)) : gstin
  }
}

export async function atDesk(
  { program }: Call,
  act: (desk: Desk) => Promise<Result<Said>>,
  options: { beforeGoLive?: boolean } = {},
): Promise<Result<Said>> {
  const desk = await openDesk(program, options)
  if (!desk.ok) return desk
  try {
    return await act(desk.value)
  } finally {
    await desk.value.close()
  }
}
