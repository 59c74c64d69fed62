import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOver, next, type OperationEvent } from '../../../agent/filing/operation.ts'
import type { OperationKind, OperationState } from '../../../agent/store/tables.ts'

const EVENTS: readonly OperationEvent[] = [
  'send',
  'not-sent',
  'reference',
  'done',
  'done-with-errors',
  'refused',
  'lost',
  'proved-done',
  'send-again',
  'give-up',
]
const STATES: readonly OperationState[] = [
  'INTENT',
  'SENT',
  'ACKED',
  'UNKNOWN',
  'DONE',
  'DONE_WITH_ERRORS',
  'REJECTED',
  'VOID',
]

/** Every state an operation passes through, from a list of events of which the impossible ones are skipped. */
function lifeOf(kind: OperationKind, events: readonly OperationEvent[]): OperationState[] {
  const life: OperationState[] = ['INTENT']
  for (const event of events) {
    const to = next(kind, life.at(-1) ?? 'INTENT', event)
    if (to !== undefined) life.push(to)
  }
  return life
}

describe('an operation', () => {
  test('that is over stays over, whatever happens', () => {
    for (const kind of ['SAVE', 'PROCEED', 'FILE'] as const) {
      for (const state of STATES.filter(isOver)) {
        for (const event of EVENTS) expect(next(kind, state, event)).toBeUndefined()
      }
    }
  })

  test('is sent only from INTENT', () => {
    for (const kind of ['SAVE', 'PROCEED', 'FILE'] as const) {
      const from = STATES.filter((state) => next(kind, state, 'send') !== undefined)
      expect(from).toEqual(['INTENT'])
    }
  })

  test('of saving can be sent again only after the portal was asked', () => {
    expect(next('SAVE', 'UNKNOWN', 'send-again')).toBe('INTENT')
    expect(next('SAVE', 'SENT', 'send-again')).toBeUndefined()
    expect(next('SAVE', 'ACKED', 'send-again')).toBeUndefined()
  })
})

describe('a filing', () => {
  test('is sent at most once, in any order of events', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENTS), { maxLength: 40 }), (events) => {
        const life = lifeOf('FILE', events)
        expect(life.filter((state) => state === 'SENT').length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 2000 },
    )
  })

  test('whose answer is lost is never taken for failed or done without evidence', () => {
    expect(next('FILE', 'SENT', 'lost')).toBe('UNKNOWN')
    expect(next('FILE', 'UNKNOWN', 'done')).toBeUndefined()
    expect(next('FILE', 'UNKNOWN', 'send-again')).toBeUndefined()
    expect(next('FILE', 'UNKNOWN', 'not-sent')).toBeUndefined()
    expect(next('FILE', 'UNKNOWN', 'proved-done')).toBe('DONE')
    expect(next('FILE', 'UNKNOWN', 'give-up')).toBe('VOID')
  })

  test('that provably never left is void, and needs a new intent', () => {
    expect(next('FILE', 'SENT', 'not-sent')).toBe('VOID')
  })
})
