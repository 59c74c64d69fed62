// What must hold of a return after every act, whatever was done before.
import { expect } from 'vitest'
import type { ReturnView } from '../../agent/http/outputs/return.ts'
import { PERIOD, type Row } from '../sheets.ts'
import { filesForEachOtp, type Life } from './life.ts'

/** What the test knows without asking the agent. */
export interface Model {
  /** Rows of the last sheets that were saved. */
  sheets: readonly Row[]
  /** Rows that the portal shall hold, and those it held before the last save; unknown after a save that was stopped. */
  saved: readonly Row[] | undefined
  before: readonly Row[] | undefined
  /** The summary that was looked at last, and what was filed is bound to. */
  reviewed: string | undefined
  /** Ledger events before this life. */
  readonly since: number
  signedOnPortal: boolean
  /** A request to file had no readable answer. */
  lost: boolean
  stage: ReturnView['stage']
  writes: number
  /** Everything that was reached, for telling that the lives are worth their time. */
  readonly reached: Set<string>
}

const WRITES = new Set(['save', 'reset', 'proceed', 'file'])

export async function holds(model: Model, life: Life): Promise<void> {
  const { ledger } = life.portal
  const view = await life.settled()
  const events = await ledger.events(model.since)
  const filings = await life.filings()
  expect(filings.length).toBeLessThanOrEqual(1)
  const [filing] = filings

  const filed = view.stage === 'filed' || view.stage === 'filedElsewhere'
  if (filed) expect(view.arn).toBe(filing?.arn)
  const ours = filing?.body.chksum !== undefined
  if (ours) {
    expect(filing.body.chksum).toBe(model.reviewed)
    expect(['filing', 'accepted', 'filed', 'filedElsewhere']).toContain(view.stage)
  }
  if (view.stage === 'accepted') expect(ours).toBe(true)
  // What somebody else filed is not called ours, unless a lost answer of ours makes the two look alike.
  if (view.stage === 'filed') expect(ours || model.signedOnPortal || model.lost).toBe(true)
  if (view.stage === 'filedElsewhere') expect(ours).toBe(false)

  const writes = events.filter(
    ({ kind, facts }) => kind === 'request' && WRITES.has(facts.call ?? ''),
  )
  if (model.stage === 'filing') expect(writes).toHaveLength(model.writes)
  model.stage = view.stage
  model.reached.add(view.stage)
  model.writes = writes.length
  expect(Math.max(0, ...filesForEachOtp(events))).toBeLessThanOrEqual(1)
  expect(events.filter(({ kind }) => kind === 'overlap')).toEqual([])

  if (model.saved && ['saved', 'ready', 'otpRequested', 'filed'].includes(view.stage)) {
    const held = await ledger.documents(life.key.gstin, PERIOD)
    const wanted = model.saved.map(({ ctin, inum, val }) => [ctin, inum, val])
    expect(held.map(({ party, number, sent }) => [party, number, sent.val]).sort()).toEqual(
      wanted.sort(),
    )
  }
  expect(life.engine.log()).not.toContain('agent-fault')
}
