// What was taken in and is worked on behind the scenes: save, reset, proceed. One at a time for a return.
import type { ErrorReport, StatusAnswer, StatusWord } from '../../../templates/wire/answers.ts'
import type { PortalCode } from './codes.ts'
import { about } from './pace.ts'
import type { Portal, ReturnKey } from './portal.ts'

type Action = StatusAnswer['action']

export interface Submission {
  readonly seq: number
  readonly key: ReturnKey
  readonly action: Action
  readonly nil: boolean
  /** What the request carried, parsed. */
  readonly body: unknown
  /** Decided at receipt: it will end as `ER` with this code. */
  readonly doomed: PortalCode | null
  /** Epoch milliseconds. */
  readonly endsAt: number
}

export interface Outcome {
  readonly word: 'P' | 'PE' | 'ER'
  readonly report?: ErrorReport
}

/** Takes a request in and returns its reference id. It starts when those before it have ended. */
export function enqueue(
  portal: Portal,
  key: ReturnKey,
  request: { action: Action; event: number; nil?: boolean; doomed?: PortalCode },
): string {
  const { ledger, settings } = portal
  const now = portal.now()
  const openUntil = ledger.one<{ ends_at: number | null }>(
    `select max(ends_at) as ends_at from submission
     where gstin = ? and period = ? and word is null`,
    key.gstin,
    key.period,
  )?.ends_at
  // A real portal promises nothing for requests that overlap, so a client must not send them; tests look for this event.
  if (openUntil) ledger.append({ at: now, kind: 'overlap', ...key, facts: request })
  const startsAt =
    Math.max(now, openUntil ?? now) + about(settings.pace.queue, () => portal.random())
  const endsAt = startsAt + about(settings.pace.work, () => portal.random())
  const reference = portal.newId()
  ledger.run(
    `insert into submission
     (reference_id, gstin, period, action, nil, request, doomed, starts_at, ends_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    reference,
    key.gstin,
    key.period,
    request.action,
    request.nil ? 1 : 0,
    request.event,
    request.doomed ?? null,
    startsAt,
    endsAt,
  )
  ledger.append({ at: now, kind: 'queued', ...key, facts: { ...request, reference } })
  return reference
}

/** Those whose time has come, in the order they were taken in. */
export function due(portal: Portal): Submission[] {
  return portal.ledger
    .all<{
      seq: number
      gstin: string
      period: string
      action: Action
      nil: number
      doomed: PortalCode | null
      ends_at: number
      body: string | null
    }>(
      `select s.seq, s.gstin, s.period, s.action, s.nil, s.doomed, s.ends_at, b.body
       from submission s left join request_body b on b.event = s.request
       where s.word is null and s.ends_at <= ? order by s.ends_at, s.seq`,
      portal.now(),
    )
    .map(({ seq, gstin, period, action, nil, doomed, ends_at, body }) => ({
      seq,
      key: { gstin, period },
      action,
      nil: nil === 1,
      doomed,
      endsAt: ends_at,
      body: body === null ? undefined : (JSON.parse(body) as unknown),
    }))
}

/** What a submission was asked with, while that is kept. */
export function bodyOf({ ledger }: Portal, reference: string): unknown {
  const found = ledger.one<{ body: string }>(
    `select b.body from submission s join request_body b on b.event = s.request
     where s.reference_id = ?`,
    reference,
  )
  return found && (JSON.parse(found.body) as unknown)
}

export function conclude({ ledger }: Portal, submission: Submission, outcome: Outcome): void {
  ledger.run(
    'update submission set word = ?, report = ? where seq = ?',
    outcome.word,
    outcome.report ? JSON.stringify(outcome.report) : null,
    submission.seq,
  )
  ledger.append({
    at: submission.endsAt,
    kind: 'settled',
    ...submission.key,
    facts: { submission: submission.seq, action: submission.action, word: outcome.word },
  })
}

export function isUnderWay({ ledger }: Portal, key: ReturnKey, ...actions: Action[]): boolean {
  return ledger
    .all<{ action: Action }>(
      'select action from submission where gstin = ? and period = ? and word is null',
      key.gstin,
      key.period,
    )
    .some(({ action }) => actions.includes(action))
}

/** The status of a reference id, for its own GSTIN and period only. `nil` marks a nil proceed. */
export function statusOf(
  portal: Portal,
  key: ReturnKey,
  reference: string,
): { answer: StatusAnswer; nil: boolean } | undefined {
  const found = portal.ledger.one<{
    action: Action
    nil: number
    starts_at: number
    word: Outcome['word'] | null
    report: string | null
  }>(
    `select action, nil, starts_at, word, report from submission
     where reference_id = ? and gstin = ? and period = ?`,
    reference,
    key.gstin,
    key.period,
  )
  if (!found) return undefined
  const underWay: StatusWord = portal.now() < found.starts_at ? 'REC' : 'IP'
  return {
    nil: found.nil === 1,
    answer: {
      action: found.action,
      form_typ: 'R1',
      status_cd: found.word ?? underWay,
      ...(found.report ? { error_report: JSON.parse(found.report) as ErrorReport } : {}),
    },
  }
}
