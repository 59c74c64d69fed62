// Every invariant can fail: a lawful history breaks none, and for each there is a change to it that breaks just that one.
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { OperationRow } from '../../agent/store/tables.ts'
import type { ReturnView } from '../../agent/http/outputs/return.ts'
import { PERIOD, TAXPAYER } from '../sheets.ts'
import type { History, LedgerRequest, Seen } from './history.ts'
import { INVARIANTS, violationsOf } from './invariants.ts'

const ARN = 'PRACTICE0000001'
const KEY = { environment: 'practice', gstin: TAXPAYER.gstin, period: PERIOD } as const
const INVOICE = { section: 'b2b', key: '27X|INV-1', paise: 118000 }
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

function operation(seq: number, kind: OperationRow['kind'], body: string): OperationRow {
  return {
    ...KEY,
    id: `${kind} ${seq}`,
    kind,
    seq,
    state: 'DONE',
    version: kind === 'FILE' ? 3 : 4,
    snapshot_id: kind === 'SAVE' ? 'snapshot' : null,
    body,
    body_sha256: hashOf(body),
    reference_id: null,
    sent_at: null,
    fence_until: null,
    outcome: null,
    created_at: '',
  }
}

const SAVE = operation(1, 'SAVE', '{"b2b":[]}')
const OTHER_SAVE = operation(2, 'SAVE', '{"b2b":[1]}')
const FILE = operation(3, 'FILE', '{"chksum":"c1"}')

const STORY = {
  SAVE: ['intend INTENT', 'send SENT', 'reference ACKED', 'done DONE'],
  FILE: ['intend INTENT', 'send SENT', 'done DONE'],
}

const eventsOf = ({ id, kind }: OperationRow) =>
  STORY[kind as keyof typeof STORY].map((told, i, all) => {
    const [name = '', to = ''] = told.split(' ')
    const from = i === 0 ? 'INTENT' : all[i - 1]?.split(' ')[1]
    return { operation_id: id, n: i + 1, at: '', name, from_state: from, to_state: to, note: '' }
  }) as unknown as History['journal']['events']

const request = (seq: number, call: string, body?: string): LedgerRequest => ({
  seq,
  at: seq * 10_000,
  call,
  bodyHash: body && hashOf(body),
})

const seen = (after: number, view: Partial<ReturnView>, more: Partial<Seen> = {}): Seen => ({
  view: { stage: 'saved', ...view } as ReturnView,
  filed: undefined,
  after,
  asleep: false,
  ...more,
})

/** Saved in two requests, reviewed, filed, and found in the list. */
const LAWFUL: History = {
  environment: 'practice',
  journal: {
    returns: [{ ...KEY } as unknown as History['journal']['returns'][number]],
    operations: [SAVE, OTHER_SAVE, FILE],
    events: [SAVE, OTHER_SAVE, FILE].flatMap(eventsOf),
    confirmed: [INVOICE],
  },
  ledger: {
    requests: [
      request(1, 'save', SAVE.body),
      request(2, 'save', OTHER_SAVE.body),
      request(3, 'requestEvc'),
      request(4, 'file', FILE.body),
      request(6, 'track'),
    ],
    overlaps: 0,
    filings: [{ arn: ARN, event: 5, body: { chksum: 'c1' } }],
    documents: [INVOICE],
  },
  seen: [
    seen(2, { stage: 'saved' }),
    seen(5, { stage: 'accepted' }, { filed: 'by us' }),
    seen(6, { stage: 'filed', arn: ARN }, { filed: 'by us' }),
  ],
  confirmations: ['c1'],
  signedOnPortal: false,
  touchedByOthers: false,
  sheets: { b2b: [INVOICE] },
  atRest: true,
  secrets: [{ name: 'OTP', text: '575757' }],
  written: 'nothing but 1575757',
  perMinute: 100,
  faults: [],
}

const { journal, ledger } = LAWFUL
const withJournal = (more: Partial<History['journal']>): History => ({
  ...LAWFUL,
  journal: { ...journal, ...more },
})
const withLedger = (more: Partial<History['ledger']>): History => ({
  ...LAWFUL,
  ledger: { ...ledger, ...more },
})
const withRequests = (...more: LedgerRequest[]) =>
  withLedger({ requests: [...ledger.requests, ...more] })
const withSeen = (...more: Seen[]): History => ({ ...LAWFUL, seen: [...LAWFUL.seen, ...more] })
const filing = ledger.filings[0] ?? { arn: '', event: 0, body: {} }
const moved = (state: OperationRow['state']) =>
  journal.operations.map((one) => (one === FILE ? one : { ...one, state }))

/** What breaks each; the first invariant named is the one meant, others may follow from it. */
const BROKEN: readonly (readonly [id: string, how: string, History])[] = [
  ['I1', 'two filings', withLedger({ filings: [filing, { ...filing, event: 9 }] })],
  ['I2', 'two requests to file for one OTP', withRequests(request(7, 'file'))],
  [
    'I2',
    'two more requests to file, each with its OTP, after the filing',
    withRequests(...[7, 9].flatMap((at) => [request(at, 'requestEvc'), request(at + 1, 'file')])),
  ],
  ['I3', 'another ARN', withSeen(seen(6, { stage: 'filed', arn: 'PRACTICE0000009' }))],
  ['I3', 'nothing filed', withLedger({ filings: [] })],
  ['I3', 'ours called another’s', withSeen(seen(6, { stage: 'filedElsewhere', arn: ARN }))],
  ['I3', 'another’s called ours', withLedger({ filings: [{ ...filing, body: {} }] })],
  ['I4', 'shown as ready', withSeen(seen(6, { stage: 'ready' }, { filed: 'by us' }))],
  ['I5', 'a save nobody knows', withRequests(request(7, 'save', 'strange'))],
  ['I5', 'a document that is not there', withLedger({ documents: [] })],
  ['I6', 'a document twice', withLedger({ documents: [INVOICE, INVOICE] })],
  ['I6', 'a paisa too much', withLedger({ documents: [{ ...INVOICE, paise: 118001 }] })],
  ['I7', 'a summary nobody confirmed', { ...LAWFUL, confirmations: ['c0'] }],
  [
    'I7',
    'no record that it was sent',
    withJournal({ operations: [SAVE, OTHER_SAVE, { ...FILE, body: '{}' }] }),
  ],
  ['I8', 'the older save again', withRequests(request(7, 'save', SAVE.body))],
  ['I8', 'an overlap', withLedger({ overlaps: 1 })],
  ['I9', 'a save still sent', withJournal({ operations: moved('SENT') })],
  [
    'I10',
    'asleep without a next time',
    withSeen(seen(6, { ...FILED(), work: WORK() }, { asleep: true })),
  ],
  ['I10', 'unknown and nobody at work', withJournal({ operations: moved('UNKNOWN') })],
  ['I11', 'the OTP in a note', { ...LAWFUL, written: 'note: 575757' }],
  ['I12', 'three calls in half a minute', { ...LAWFUL, perMinute: 2 }],
  ['I13', 'an event is missing', withJournal({ events: journal.events.slice(1) })],
  [
    'I13',
    'a version too many',
    withJournal({ operations: [{ ...SAVE, version: 9 }, OTHER_SAVE, FILE] }),
  ],
  [
    'I13',
    'an unlawful move',
    withJournal({
      events: journal.events.map((one) =>
        one.operation_id === FILE.id && one.name === 'done' ? { ...one, name: 'send-again' } : one,
      ),
    }),
  ],
  [
    'I15',
    'a live row',
    withJournal({ operations: [{ ...SAVE, environment: 'live' }, OTHER_SAVE, FILE] }),
  ],
  ['I15', 'a real ARN', withLedger({ filings: [{ ...filing, arn: 'AA290226000001X' }] })],
  [
    'I16',
    'hsn in two requests',
    withJournal({
      operations: [SAVE, OTHER_SAVE].map((one) => ({ ...one, body: '{"hsn":{"data":[1]}}' })),
    }),
  ],
  ['I17', 'an ARN nobody asked for', withLedger({ requests: ledger.requests.slice(0, 4) })],
  ['I17', 'filed without an ARN', withSeen(seen(6, { stage: 'filed' }))],
  ['I18', 'an error of ours', { ...LAWFUL, faults: ['TypeError'] }],
]

function FILED(): Partial<ReturnView> {
  return { stage: 'filed', arn: ARN }
}
function WORK(): NonNullable<ReturnView['work']> {
  return { kind: 'confirm', step: 'asking-portal', done: 0, total: 1, since: '' }
}

describe('invariants', () => {
  test('a lawful history breaks none', () => {
    expect(violationsOf(LAWFUL)).toEqual([])
  })

  test.each(BROKEN)('%s is broken by: %s', (id, _, history) => {
    expect(violationsOf(history).map((one) => one.id)).toContain(id)
  })

  test('every one of them is broken here by something', () => {
    expect([...new Set(BROKEN.map(([id]) => id))]).toEqual(
      INVARIANTS.map(({ id }) => id).sort(byNumber),
    )
  })
})

function byNumber(a: string, b: string): number {
  return Number(a.slice(1)) - Number(b.slice(1))
}
