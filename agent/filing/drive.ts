// One step of a save, a proceed or a reset: send, poll, conclude. Each step is one durable move in the journal.
import type { Problem } from '../../templates/problems/problem.ts'
import { portalCode, type PortalOperation } from '../../templates/problems/portal-codes.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import type { ReferenceAnswer, StatusAnswer } from '../../templates/wire/answers.ts'
import type { Outcome, Portal, ReturnAccess } from '../portal/portal.ts'
import type { OperationKind, OperationRow, ReturnKey } from '../store/tables.ts'
import { ALREADY_FILED, filedElsewhere, track } from './confirm.ts'
import { createLostWrites } from './lost-writes.ts'
import { createQuestions } from './questions.ts'
import { settled, withoutVainRemovals } from './read-back.ts'
import { refusalOf } from './refusal.ts'
import { askedToWait, backoff, pollAfter, usualOf } from './patience.ts'
import type { Tools } from './tools.ts'
import { portalProblem, sentIn, UNNAMED, verdictOf, type Verdict } from './verdict.ts'
import type { Turn } from './worker.ts'

type Repeatable = Exclude<OperationKind, 'FILE'>

interface Act {
  readonly name: 'save' | 'proceed' | 'reset'
  readonly operation: PortalOperation
  /** The step's sentence while it is sent. */
  readonly step: string
  readonly send: (
    portal: Portal,
    access: ReturnAccess,
    body: string,
  ) => Promise<Outcome<ReferenceAnswer>>
  /** Refusals that say it is done already. */
  readonly doneAlready: readonly string[]
  /** Refusals that say that an earlier request is still being worked on: ours, whose answer was lost. */
  readonly underWay: readonly string[]
}

const ACTS: Readonly<Record<Repeatable, Act>> = {
  SAVE: {
    name: 'save',
    operation: 'save',
    step: 'sending',
    send: (portal, access, body) => portal.save(access, body),
    doneAlready: [],
    underWay: [],
  },
  PROCEED: {
    name: 'proceed',
    operation: 'proceed',
    step: 'preparing',
    send: (portal, access, body) => portal.proceed(access, body),
    doneAlready: ['RET00003'],
    underWay: [],
  },
  RESET: {
    name: 'reset',
    operation: 'reset',
    step: 'resetting',
    send: (portal, access) => portal.reset(access),
    doneAlready: [],
    underWay: ['RET191251'],
  },
}

/** `show` tells the pane what is being done. */
export function createDriver(
  tools: Tools,
  show: (key: ReturnKey, step: string) => void,
): (key: ReturnKey, operation: OperationRow & { kind: Repeatable }) => Promise<Turn> {
  const { journal, portal, sessions, clock, pace } = tools
  const questions = createQuestions()
  const lost = createLostWrites(tools, questions, show)

  return async (key, operation) => {
    const token = await sessions.token(key.gstin)
    if (token === undefined) return { kind: 'sign-in' }
    const access: ReturnAccess = { token, gstin: key.gstin, period: key.period }
    const act = ACTS[operation.kind]
    switch (operation.state) {
      case 'INTENT':
        return send(key, operation, access, act)
      case 'SENT': // a process died between sending and reading the answer
        await journal.move(operation, 'lost', { note: 'restarted after sending' })
        return { kind: 'again' }
      case 'ACKED':
        return poll(key, operation, access, act)
      default:
        return operation.kind === 'SAVE'
          ? lost.readBack(key, operation, access)
          : lost.repeat(operation)
    }
  }

  async function send(
    key: ReturnKey,
    operation: OperationRow,
    access: ReturnAccess,
    act: Act,
  ): Promise<Turn> {
    show(key, act.step)
    await tools.at(`${act.name}:before-sent`)
    const sent = await journal.move(operation, 'send', {
      patch: { sent_at: clock.now().toISOString() },
    })
    await tools.at(`${act.name}:sent`)
    const outcome = await act.send(portal, access, operation.body)
    await tools.at(`${act.name}:answered`)

    if (outcome.kind === 'answer') {
      await journal.move(sent, 'reference', {
        patch: { reference_id: outcome.value.reference_id },
        evidence: outcome.evidence,
      })
      await tools.at(`${act.name}:acknowledged`)
      return { kind: 'again' }
    }
    if (await sessions.ended(key.gstin, outcome)) {
      await journal.move(sent, 'not-sent', { note: 'the session had ended' })
      return { kind: 'sign-in' }
    }
    if (outcome.kind === 'not-sent' || outcome.kind === 'slow-down') {
      const note = outcome.kind === 'not-sent' ? outcome.reason : 'asked to slow down'
      await journal.move(sent, 'not-sent', { note })
      const milliseconds = askedToWait(outcome) ?? backoff(tools, questions.ask(operation.id))
      return { kind: 'wait', step: 'waiting-to-retry', milliseconds }
    }
    if (outcome.kind === 'unknown') {
      await journal.move(sent, 'lost', { note: outcome.reason, evidence: outcome.evidence })
      return { kind: 'wait', step: 'asking-portal', milliseconds: pace.retry }
    }
    if (operation.kind === 'SAVE' && isNewToUs(outcome)) {
      const { problem } = refusalOf(outcome, act.operation)
      await journal.move(sent, 'lost', {
        note: 'a refusal that nobody knows',
        evidence: outcome.evidence,
        patch: { outcome: JSON.stringify({ problem }) },
      })
      return { kind: 'wait', step: 'asking-portal', milliseconds: pace.retry }
    }
    if (outcome.kind === 'refused' && act.doneAlready.includes(outcome.code)) {
      await journal.move(sent, 'done', { note: 'done already', evidence: outcome.evidence })
      return { kind: 'again' }
    }
    if (outcome.kind === 'refused' && act.underWay.includes(outcome.code)) {
      await journal.move(sent, 'lost', { note: 'under way already', evidence: outcome.evidence })
      return { kind: 'again' }
    }
    await refuseOperation(key, sent, refusalOf(outcome, act.operation).problem, outcome)
    return { kind: 'again' }
  }

  async function refuseOperation(
    key: ReturnKey,
    operation: OperationRow,
    problem: Problem,
    outcome: Outcome<unknown>,
  ): Promise<void> {
    const found = ALREADY_FILED.has(String(problem.facts.code)) && (await track(tools, key)).tracked
    const elsewhere = found && found.kind === 'filed' ? filedElsewhere(found.filed) : {}
    await journal.move(operation, 'refused', {
      patch: { outcome: JSON.stringify({ problem }) },
      evidence: 'evidence' in outcome ? outcome.evidence : undefined,
      ofReturn: { refusal: JSON.stringify(problem), ...elsewhere },
    })
  }

  async function poll(
    key: ReturnKey,
    operation: OperationRow,
    access: ReturnAccess,
    act: Act,
  ): Promise<Turn> {
    const count = questions.ask(operation.id)
    const slow = clock.now().getTime() - Date.parse(operation.sent_at ?? '') > pace.slowAfter
    const usual = usualOf(await journal.lately(key.environment, operation.kind))
    const later: Turn = slow
      ? { kind: 'wait', step: 'portal-is-slow', milliseconds: pace.slowPoll }
      : { kind: 'wait', step: 'waiting-for-portal', milliseconds: pollAfter(tools, count, usual) }
    if (count === 0) return later
    const outcome = await portal.status(access, operation.reference_id ?? '')
    await tools.at(`${act.name}:polled`)
    if (await sessions.ended(key.gstin, outcome)) return { kind: 'sign-in' }
    // The reference of a nil proceed may answer that nothing is there. It means go on, once the portal had its time.
    if (isNil(operation) && outcome.kind === 'refused' && outcome.code === 'RET13510') {
      if (count < NIL_ANSWERS) return later
      await journal.move(operation, 'done', { evidence: outcome.evidence })
      return { kind: 'again' }
    }
    if (outcome.kind !== 'answer') {
      const milliseconds = askedToWait(outcome) ?? (slow ? pace.slowPoll : backoff(tools, count))
      return { ...later, milliseconds }
    }
    if (isOfAnother(operation, outcome.value)) {
      await journal.remark(operation, 'stray-answer', 'of another kind of work', outcome.evidence)
      return later
    }
    const over = await conclude(key, operation, access, act, outcome)
    if (!over) return later
    await tools.at(`${act.name}:over`)
    tools.moved(key)
    return { kind: 'again' }
  }

  /** A terminal word ends the operation; any other means still pending. */
  async function conclude(
    key: ReturnKey,
    operation: OperationRow,
    access: ReturnAccess,
    act: Act,
    outcome: Extract<Outcome<StatusAnswer>, { kind: 'answer' }>,
  ): Promise<boolean> {
    const { status_cd: word, error_report: report = {} } = outcome.value
    const { evidence } = outcome
    const sent = operation.kind === 'SAVE' ? sentIn(operation.body, TABLES) : []
    if (word === 'P') {
      const verdict: Verdict = { sent: sent.length, refusals: [], unmatched: [] }
      const changes =
        operation.kind === 'RESET'
          ? {
              removed: [...(await tools.held.confirmed(key)), ...(await tools.held.theirs(key))],
              ofReturn: { saved_from: null },
            }
          : await settled(tools, key, operation, sent, verdict)
      await journal.move(operation, 'done', { ...changes, evidence })
    } else if (word === 'PE') {
      const named = verdictOf(sent, report, TABLES)
      const told = Object.keys(report).length === 0 ? { ...named, unmatched: [UNNAMED] } : named
      const verdict = await withoutVainRemovals(portal, access, sent, told)
      const clean = verdict.refusals.length === 0 && verdict.unmatched.length === 0
      await journal.move(operation, clean ? 'done' : 'done-with-errors', {
        ...(await settled(tools, key, operation, sent, verdict)),
        evidence,
      })
    } else if (word === 'ER' || (word as string) === 'E') {
      const { error_cd: code, error_msg: message } = report
      const problem = portalProblem(act.operation, String(code ?? ''), String(message ?? ''))
      await refuseOperation(key, operation, problem, outcome)
    } else return false
    return true
  }
}

/** At the real pace these take three quarters of a minute. */
const NIL_ANSWERS = 4

/** A code without a meaning in the catalogue says no, but not that nothing was stored. */
const isNewToUs = (
  outcome: Outcome<unknown>,
): outcome is Extract<typeof outcome, { kind: 'refused' }> =>
  outcome.kind === 'refused' && portalCode('save', outcome.code) === undefined

/** An answer about a reset cannot be about our save. */
const isOfAnother = ({ kind }: OperationRow, { action }: StatusAnswer): boolean =>
  (kind === 'SAVE' && action === 'RESET') || (kind === 'RESET' && action === 'SAVE')

/** A proceed for a return without any supplies. */
export const isNil = ({ kind, body }: Pick<OperationRow, 'kind' | 'body'>): boolean =>
  kind === 'PROCEED' && (JSON.parse(body) as { isnil?: string }).isnil === 'Y'
