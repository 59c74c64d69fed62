// The life of one write to the portal, as a pure table: what may follow what. Nothing else moves an operation.
import type { OperationKind, OperationRow, OperationState } from '../store/tables.ts'

export type OperationEvent =
  | 'send' // durably recorded before the first byte leaves
  | 'not-sent' // proved: no byte left
  | 'reference' // the portal took it and will process it
  | 'done' // processed, or acknowledged
  | 'done-with-errors'
  | 'refused' // a parsed no: nothing of it was done
  | 'lost' // no known answer: it may have happened
  | 'proved-done' // the portal shows that it happened
  | 'send-again' // the portal shows that it did not, and the same bytes are safe
  | 'give-up' // never sent, or proved not done, or a person's word

type Next = Readonly<Partial<Record<OperationEvent, OperationState>>>

/** Save and proceed: safe to send again byte for byte once the portal was asked (upserts by key; proceed answers RET00003). */
const REPEATABLE: Readonly<Record<OperationState, Next>> = {
  INTENT: { send: 'SENT', 'give-up': 'VOID' },
  SENT: {
    'not-sent': 'INTENT',
    reference: 'ACKED',
    done: 'DONE',
    refused: 'REJECTED',
    lost: 'UNKNOWN',
  },
  ACKED: { done: 'DONE', 'done-with-errors': 'DONE_WITH_ERRORS', refused: 'REJECTED' },
  UNKNOWN: {
    'proved-done': 'DONE',
    refused: 'REJECTED',
    'send-again': 'INTENT',
    'give-up': 'VOID',
  },
  DONE: {},
  DONE_WITH_ERRORS: {},
  REJECTED: {},
  VOID: {},
}

/** A filing: sent at most once. Nothing leads from SENT or UNKNOWN back to INTENT. */
const ONCE: Readonly<Record<OperationState, Next>> = {
  ...REPEATABLE,
  SENT: { 'not-sent': 'VOID', done: 'DONE', refused: 'REJECTED', lost: 'UNKNOWN' },
  ACKED: {},
  UNKNOWN: { 'proved-done': 'DONE', refused: 'REJECTED', 'give-up': 'VOID' },
}

/** The state after an event; undefined where the event cannot happen there. */
export function next(
  kind: OperationKind,
  state: OperationState,
  event: OperationEvent,
): OperationState | undefined {
  return (kind === 'FILE' ? ONCE : REPEATABLE)[state][event]
}

/** Nothing more will happen to an operation in such a state. */
export const isOver = (state: OperationState): boolean =>
  Object.keys(REPEATABLE[state]).length === 0

/** A part of a save of which nothing has left yet. */
export const isUnsent = ({ kind, state }: Pick<OperationRow, 'kind' | 'state'>): boolean =>
  kind === 'SAVE' && state === 'INTENT'
