import { describe, expect, test } from 'vitest'
import { isIdle, stageOf } from '../../../agent/filing/stage.ts'
import type { OperationKind, OperationState } from '../../../agent/store/tables.ts'

const KNOWN = {
  arn: null,
  filed_elsewhere: 0,
  awaiting_signature: 0,
  evc_checksum: null,
  summary: null,
  compare_due: 0,
} as const

const did = (...steps: [OperationKind, OperationState, string?][]) =>
  steps.map(([kind, state, snapshot], i) => ({
    kind,
    state,
    seq: i + 1,
    snapshot_id: snapshot ?? null,
  }))

describe('where a return stands', () => {
  test('before anything was saved it is a draft', () => {
    expect(stageOf(KNOWN, [], undefined)).toBe('draft')
  })

  test('one open save of several is saving', () => {
    const stage = stageOf(KNOWN, did(['SAVE', 'DONE', 's'], ['SAVE', 'INTENT', 's']), 's')
    expect(stage).toBe('saving')
    expect(isIdle(stage)).toBe(false)
  })

  test('only the newest save decides whether errors stand', () => {
    const operations = did(['SAVE', 'DONE_WITH_ERRORS', 'a'], ['SAVE', 'DONE', 'b'])
    expect(stageOf(KNOWN, operations, 'a')).toBe('savedWithErrors')
    expect(stageOf(KNOWN, operations, 'b')).toBe('saved')
  })

  test('a save after the return was prepared takes it back', () => {
    const prepared = did(['SAVE', 'DONE', 'a'], ['PROCEED', 'DONE'])
    expect(stageOf(KNOWN, prepared, 'a')).toBe('ready')
    expect(
      stageOf(KNOWN, did(['SAVE', 'DONE', 'a'], ['PROCEED', 'DONE'], ['SAVE', 'DONE', 'b']), 'b'),
    ).toBe('saved')
  })

  test('an acknowledgement is not a filing: only the ARN is', () => {
    const filed = did(['SAVE', 'DONE', 'a'], ['PROCEED', 'DONE'], ['FILE', 'DONE'])
    expect(stageOf({ ...KNOWN }, filed, 'a')).toBe('accepted')
    expect(stageOf({ ...KNOWN, arn: 'AA290000000000X' }, filed, 'a')).toBe('filed')
  })

  test('a lost filing is filing, until it is known; a void one leaves the return ready', () => {
    const until = did(['SAVE', 'DONE', 'a'], ['PROCEED', 'DONE'])
    for (const state of ['INTENT', 'SENT', 'UNKNOWN'] as const) {
      expect(stageOf(KNOWN, [...until, ...did(['FILE', state])], 'a')).toBe('filing')
    }
    for (const state of ['VOID', 'REJECTED'] as const) {
      expect(stageOf(KNOWN, [...until, ...did(['FILE', state])], 'a')).toBe('ready')
    }
  })
})
