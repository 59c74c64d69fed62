// Drives a return's open operations to their end, one at a time, in order. All it knows is in the journal, so a restart
// goes on where the last process stopped, and asks the portal before it sends anything again.
import { documentsIn } from '../../templates/payload/payload.ts'
import { sameDocument } from '../../templates/payload/same-document.ts'
import type { WireDocument } from '../../templates/payload/wire-document.ts'
import type { Problem } from '../../templates/problems/problem.ts'
import { SECTIONS } from '../../templates/sections.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import type { StatusAnswer } from '../../templates/wire/answers.ts'
import type { Work } from '../http/contract.ts'
import type { Outcome, ReturnAccess } from '../portal/portal.ts'
import type { OperationRow, ReturnKey } from '../store/tables.ts'
import { ALREADY_FILED, confirmFiling, filedElsewhere, track } from './confirm.ts'
import { isOver } from './operation.ts'
import { refusalOf, type Failure } from './refusal.ts'
import { isSessionOver } from './sessions.ts'
import type { Tools } from './tools.ts'
import { acceptedOf, isRemoval, portalProblem, sentIn, verdictOf, type Verdict } from './verdict.ts'

/** What one step asks for next. */
export type Turn =
  | { readonly kind: 'again' }
  | { readonly kind: 'idle' }
  | { readonly kind: 'wait'; readonly step: string; readonly milliseconds: number }
  | { readonly kind: 'sign-in' }

export interface Worker {
  /** Makes sure that the return's open work is being done. */
  kick(key: ReturnKey): void
  /** What is being done now. */
  workOf(key: ReturnKey, operations: readonly OperationRow[]): Work | undefined
  /** Ends all work in an orderly way; what is open is taken up at the next start. */
  stop(): Promise<void>
}

interface Doing {
  step: string
  nextAt?: string
  waitingFor?: 'sign-in'
}

export function createWorker(tools: Tools): Worker {
  const running = new Map<string, Promise<void>>()
  const doing = new Map<string, Doing>()
  const waits = new Map<string, AbortController>()
  /** Returns that were kicked while their worker was at work. */
  const again = new Set<string>()
  /** Questions so far about an operation (its status, its ARN, whether it arrived): they pace the waiting. */
  const asked = new Map<string, number>()
  const stopping = new AbortController()

  const idOf = (key: ReturnKey) => `${key.environment} ${key.gstin} ${key.period}`

  /** Counts a question; how many there were before. */
  function ask({ id }: OperationRow): number {
    const count = asked.get(id) ?? 0
    asked.set(id, count + 1)
    return count
  }

  const waitAfter = (count: number): number =>
    Math.min(tools.pace.firstPoll * tools.pace.factor ** count, tools.pace.longest)

  function show(key: ReturnKey, now: Doing): void {
    doing.set(idOf(key), now)
    tools.moved(key)
  }

  async function run(key: ReturnKey): Promise<void> {
    const id = idOf(key)
    while (!stopping.signal.aborted) {
      again.delete(id)
      const turn = await advance(key)
      if (turn.kind === 'idle' && !again.has(id)) break
      if (turn.kind === 'sign-in' && !again.has(id)) {
        show(key, { step: 'waiting-for-sign-in', waitingFor: 'sign-in' })
        return // the sign-in kicks again
      }
      if (turn.kind === 'wait' && !again.has(id)) {
        const nextAt = new Date(tools.clock.now().getTime() + turn.milliseconds).toISOString()
        show(key, { step: turn.step, nextAt })
        const wait = new AbortController()
        waits.set(id, wait)
        await tools.clock.sleep(turn.milliseconds, AbortSignal.any([wait.signal, stopping.signal]))
      }
    }
    doing.delete(id)
    tools.moved(key)
  }

  async function advance(key: ReturnKey): Promise<Turn> {
    const operations = await tools.journal.operationsOf(key)
    const open = operations.find(({ state }) => !isOver(state))
    if (open !== undefined) return open.kind === 'FILE' ? confirm(key, open) : drive(key, open)
    const filed = operations.findLast(({ kind, state }) => kind === 'FILE' && state === 'DONE')
    const known = await tools.journal.returnOf(key)
    return filed !== undefined && known.arn === null ? confirm(key, filed) : { kind: 'idle' }
  }

  async function confirm(key: ReturnKey, operation: OperationRow): Promise<Turn> {
    show(key, { step: operation.state === 'DONE' ? 'confirming-arn' : 'asking-portal' })
    const turn = await confirmFiling(tools, key, operation)
    if (turn.kind !== 'wait') return turn
    const count = ask(operation)
    const { confirm: waiting } = tools.pace
    return {
      ...turn,
      milliseconds: Math.max(waiting[count] ?? waiting.at(-1) ?? 0, turn.milliseconds),
    }
  }

  /** One step of a save or a proceed. */
  async function drive(key: ReturnKey, operation: OperationRow): Promise<Turn> {
    const token = await tools.sessions.token(key.gstin)
    if (token === undefined) return { kind: 'sign-in' }
    const access: ReturnAccess = { token, gstin: key.gstin, period: key.period }
    switch (operation.state) {
      case 'INTENT':
        return send(key, operation, access)
      case 'SENT': // a process died between sending and reading the answer
        await tools.journal.move(operation, 'lost', { note: 'restarted after sending' })
        return { kind: 'again' }
      case 'ACKED':
        return poll(key, operation, access)
      default:
        return operation.kind === 'SAVE'
          ? readBack(key, operation, access)
          : sendAgain(operation, 'proceed may be repeated')
    }
  }

  async function send(
    key: ReturnKey,
    operation: OperationRow,
    access: ReturnAccess,
  ): Promise<Turn> {
    show(key, { step: operation.kind === 'SAVE' ? 'sending' : 'preparing' })
    if (operation.kind === 'SAVE') await tools.at('save:before-sent')
    const sent = await tools.journal.move(operation, 'send', {
      patch: { sent_at: tools.clock.now().toISOString() },
    })
    await tools.at(operation.kind === 'SAVE' ? 'save:sent' : 'proceed:sent')
    await tools.journal.countCall(key)
    const outcome =
      operation.kind === 'SAVE'
        ? await tools.portal.save(access, operation.body)
        : await tools.portal.proceed(access)
    await tools.at(operation.kind === 'SAVE' ? 'save:answered' : 'proceed:answered')

    if (outcome.kind === 'answer') {
      await tools.journal.move(sent, 'reference', {
        patch: { reference_id: outcome.value.reference_id },
        evidence: outcome.evidence,
      })
      if (operation.kind === 'SAVE') await tools.at('save:acknowledged')
      return { kind: 'again' }
    }
    if (isSessionOver(outcome)) {
      await tools.sessions.drop(key.gstin)
      await tools.journal.move(sent, 'not-sent', { note: 'the session had ended' })
      return { kind: 'sign-in' }
    }
    if (outcome.kind === 'not-sent' || outcome.kind === 'slow-down') {
      const note = outcome.kind === 'not-sent' ? outcome.reason : 'asked to slow down'
      await tools.journal.move(sent, 'not-sent', { note })
      const milliseconds = outcome.kind === 'slow-down' ? outcome.seconds * 1000 : tools.pace.retry
      return { kind: 'wait', step: 'waiting-to-retry', milliseconds }
    }
    if (outcome.kind === 'unknown') {
      await tools.journal.move(sent, 'lost', { note: outcome.reason, evidence: outcome.evidence })
      return { kind: 'wait', step: 'asking-portal', milliseconds: tools.pace.retry }
    }
    if (outcome.kind === 'refused' && operation.kind === 'PROCEED' && outcome.code === 'RET00003') {
      await tools.journal.move(sent, 'done', {
        note: 'already prepared',
        evidence: outcome.evidence,
      })
      return { kind: 'again' }
    }
    const { problem } = refusalOf(outcome, operation.kind === 'SAVE' ? 'save' : 'proceed')
    await refuseOperation(key, sent, problem, outcome)
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
    await tools.journal.move(operation, 'refused', {
      patch: { outcome: JSON.stringify({ problem }) },
      evidence: 'evidence' in outcome ? outcome.evidence : undefined,
      ofReturn: { refusal: JSON.stringify(problem), ...elsewhere },
    })
  }

  async function poll(
    key: ReturnKey,
    operation: OperationRow,
    access: ReturnAccess,
  ): Promise<Turn> {
    const count = ask(operation)
    const later: Turn = {
      kind: 'wait',
      step: 'waiting-for-portal',
      milliseconds: waitAfter(count),
    }
    if (count === 0) return later
    await tools.journal.countCall(key)
    const outcome = await tools.portal.status(access, operation.reference_id ?? '')
    if (operation.kind === 'SAVE') await tools.at('save:polled')
    if (isSessionOver(outcome)) {
      await tools.sessions.drop(key.gstin)
      return { kind: 'sign-in' }
    }
    if (outcome.kind === 'slow-down') return { ...later, milliseconds: outcome.seconds * 1000 }
    if (outcome.kind !== 'answer') return later
    return finish(key, operation, access, outcome.value, outcome)
  }

  /** A terminal word ends the operation; any other means still pending. */
  async function finish(
    key: ReturnKey,
    operation: OperationRow,
    access: ReturnAccess,
    status: StatusAnswer,
    outcome: Extract<Outcome<StatusAnswer>, { kind: 'answer' }>,
  ): Promise<Turn> {
    const { status_cd: word, error_report: report = {} } = status
    const { evidence } = outcome
    const sent = operation.kind === 'SAVE' ? sentIn(operation.body, TABLES) : []
    if (word === 'P') {
      const verdict: Verdict = { sent: sent.length, refusals: [], unmatched: [] }
      await tools.journal.move(operation, 'done', { ...settled(sent, verdict), evidence })
    } else if (word === 'PE') {
      const verdict = await withoutVainRemovals(access, sent, verdictOf(sent, report, TABLES))
      const clean = verdict.refusals.length === 0 && verdict.unmatched.length === 0
      await tools.journal.move(operation, clean ? 'done' : 'done-with-errors', {
        ...settled(sent, verdict),
        evidence,
      })
    } else if (word === 'ER' || (word as string) === 'E') {
      const code = String(report.error_cd ?? '')
      const problem = portalProblem(
        operation.kind === 'SAVE' ? 'save' : 'proceed',
        code,
        String(report.error_msg ?? ''),
      )
      await refuseOperation(key, operation, problem, outcome)
    } else {
      const milliseconds = waitAfter(asked.get(operation.id) ?? 1)
      return { kind: 'wait', step: 'waiting-for-portal', milliseconds }
    }
    await tools.at(operation.kind === 'SAVE' ? 'save:over' : 'proceed:over')
    tools.moved(key)
    return { kind: 'again' }
  }

  /** A removal that is refused because the document is gone already has done what it should. */
  async function withoutVainRemovals(
    access: ReturnAccess,
    sent: readonly WireDocument[],
    verdict: Verdict,
  ): Promise<Verdict> {
    const removals = new Set(sent.filter(isRemoval).map(({ table, key }) => `${table} ${key}`))
    const refused = verdict.refusals.filter(({ table, key }) => removals.has(`${table} ${key}`))
    if (refused.length === 0) return verdict
    const held = await heldAtPortal(access, new Set(refused.map(({ section }) => section)))
    if (!Array.isArray(held)) return verdict
    const there = new Set(held.map(({ table, key }) => `${table} ${key}`))
    return {
      ...verdict,
      refusals: verdict.refusals.filter(
        ({ table, key }) => !removals.has(`${table} ${key}`) || there.has(`${table} ${key}`),
      ),
    }
  }

  /** What the portal holds of the sections, or how the first question that it did not answer ended. */
  async function heldAtPortal(
    access: ReturnAccess,
    sections: ReadonlySet<string>,
  ): Promise<WireDocument[] | Failure> {
    const found: WireDocument[] = []
    for (const { id, slug } of SECTIONS.filter((section) => sections.has(section.id))) {
      const outcome = await tools.portal.documents(access, slug)
      if (outcome.kind === 'refused' && NOTHING_THERE.has(outcome.code)) continue
      if (outcome.kind !== 'answer') return outcome
      const own = TABLES.filter(({ section }) => section === id)
      found.push(...own.flatMap((table) => documentsIn(table, outcome.value)))
    }
    return found
  }

  /**
   * The answer to a save was lost: what the portal holds decides. If it is not all there even after the time that the
   * portal's work takes, the same bytes go again: requests that overlap are promised nothing.
   */
  async function readBack(
    key: ReturnKey,
    operation: OperationRow,
    access: ReturnAccess,
  ): Promise<Turn> {
    show(key, { step: 'asking-portal' })
    const sent = sentIn(operation.body, TABLES)
    await tools.journal.countCall(key)
    const held = await heldAtPortal(access, new Set(sent.map(({ section }) => section)))
    if (!Array.isArray(held)) {
      if (isSessionOver(held)) {
        await tools.sessions.drop(key.gstin)
        return { kind: 'sign-in' }
      }
      const milliseconds = held.kind === 'slow-down' ? held.seconds * 1000 : tools.pace.retry
      return { kind: 'wait', step: 'asking-portal', milliseconds }
    }
    const there = new Map(held.map((document) => [`${document.table} ${document.key}`, document]))
    const asSent = sent.every((document) => {
      const found = there.get(`${document.table} ${document.key}`)
      if (isRemoval(document)) return found === undefined
      const table = TABLES.find(({ id }) => id === document.table)
      return found !== undefined && table !== undefined && sameDocument(table, found, document)
    })
    if (!asSent) {
      const count = ask(operation)
      if (count < READS_BEFORE_RESENDING) {
        return { kind: 'wait', step: 'asking-portal', milliseconds: waitAfter(count) }
      }
      return sendAgain(operation, 'the portal does not hold all of it')
    }
    const verdict: Verdict = { sent: sent.length, refusals: [], unmatched: [] }
    await tools.journal.move(operation, 'proved-done', {
      ...settled(sent, verdict),
      note: 'the portal holds all of it',
    })
    return { kind: 'again' }
  }

  async function sendAgain(operation: OperationRow, note: string): Promise<Turn> {
    asked.delete(operation.id)
    await tools.journal.move(operation, 'send-again', { note })
    return { kind: 'again' }
  }

  return {
    kick(key) {
      const id = idOf(key)
      again.add(id)
      waits.get(id)?.abort()
      if (running.has(id)) return
      doing.set(id, { step: 'starting' })
      const work = run(key)
        .catch((error: unknown) => {
          doing.delete(id)
          tools.fault(error)
        })
        .finally(() => {
          running.delete(id)
          tools.moved(key)
        })
      running.set(id, work)
    },

    workOf(key, operations) {
      const now = doing.get(idOf(key))
      if (now === undefined) return undefined
      const open = operations.find(({ state }) => !isOver(state))
      const kind = open?.kind === 'SAVE' ? 'save' : open?.kind === 'PROCEED' ? 'prepare' : 'confirm'
      const same = operations.filter((operation) => operation.snapshot_id === open?.snapshot_id)
      return {
        kind: open?.kind === 'FILE' && open.state !== 'UNKNOWN' ? 'file' : kind,
        step: now.step,
        done: same.filter(({ state }) => isOver(state)).length,
        total: same.length,
        since: same[0]?.created_at ?? open?.created_at ?? tools.clock.now().toISOString(),
        ...(now.nextAt !== undefined && { nextAt: now.nextAt }),
        ...(now.waitingFor !== undefined && { waitingFor: now.waitingFor }),
      }
    },

    async stop() {
      stopping.abort()
      await Promise.all(running.values())
    },
  }
}

/** At the real pace the waits between them are over two minutes, which is what the portal takes. */
const READS_BEFORE_RESENDING = 7

/** Answers of a document GET and of the summary that mean an empty section. */
export const NOTHING_THERE = new Set(['RET11416', 'RET11417', 'RET13508', 'RET13509', 'RET13510'])

/** What a verdict changes in the journal, besides the operation's state. */
function settled(sent: readonly WireDocument[], verdict: Verdict) {
  const taken = acceptedOf(sent, verdict)
  return {
    patch: { outcome: JSON.stringify({ verdict }) },
    confirmed: taken.filter((document) => !isRemoval(document)),
    removed: taken.filter(isRemoval),
  }
}
