// Drives a return's open operations to their end, one at a time, in order. All it knows is in the journal, so a restart
// goes on where the last process stopped, and asks the portal before it sends anything again.
import type { Work } from '../http/outputs/return.ts'
import { MovedByAnother } from '../store/journal.ts'
import type { OperationRow, ReturnKey } from '../store/tables.ts'
import { confirmFiling } from './confirm.ts'
import { compareAfterSave } from './compare-after-save.ts'
import { createDriver } from './drive.ts'
import { isOver, isUnsent } from './operation.ts'
import { createQuestions } from './questions.ts'
import type { Tools } from './tools.ts'

/** What one step asks for next. */
export type Turn =
  | { readonly kind: 'again' }
  | { readonly kind: 'idle' }
  | { readonly kind: 'wait'; readonly step: string; readonly milliseconds: number }
  | { readonly kind: 'sign-in' }

export interface Worker {
  /** Makes sure that the return's open work is being done. */
  kick(key: ReturnKey): void
  /** Grows with every step, for telling whether anything moved meanwhile. */
  steps(key: ReturnKey): number
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
  const questions = createQuestions()
  const stopping = new AbortController()
  const steps = new Map<string, number>()
  const drive = createDriver(tools, (key, step) => show(key, { step }))

  const idOf = (key: ReturnKey) => `${key.environment} ${key.gstin} ${key.period}`

  function show(key: ReturnKey, now: Doing | undefined): void {
    const id = idOf(key)
    if (now === undefined) doing.delete(id)
    else doing.set(id, now)
    steps.set(id, (steps.get(id) ?? 0) + 1)
    tools.moved(key)
  }

  async function run(key: ReturnKey): Promise<void> {
    const id = idOf(key)
    while (!stopping.signal.aborted) {
      again.delete(id)
      const turn = await advance(key).catch(orAgain)
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
    show(key, undefined)
  }

  async function advance(key: ReturnKey): Promise<Turn> {
    const operations = await tools.journal.operationsOf(key)
    const open = operations.find(({ state }) => !isOver(state))
    if (open?.kind === 'FILE') return confirm(key, open)
    if (open !== undefined) return drive(key, { ...open, kind: open.kind })
    const filed = operations.findLast(({ kind, state }) => kind === 'FILE' && state === 'DONE')
    const known = await tools.journal.returnOf(key)
    if (known.arn !== null) return { kind: 'idle' }
    if (filed !== undefined) return confirm(key, filed)
    return known.compare_due === 1 ? compared(key, operations) : { kind: 'idle' }
  }

  async function compared(key: ReturnKey, operations: readonly OperationRow[]): Promise<Turn> {
    show(key, { step: 'comparing' })
    const save = operations.findLast(({ kind }) => kind === 'SAVE')?.id ?? ''
    return compareAfterSave(tools, key, operations, questions.ask(save))
  }

  async function confirm(key: ReturnKey, operation: OperationRow): Promise<Turn> {
    show(key, { step: operation.state === 'DONE' ? 'confirming-arn' : 'asking-portal' })
    const turn = await confirmFiling(tools, key, operation)
    if (turn.kind !== 'wait') return turn
    const count = questions.ask(operation.id)
    const { confirm: waiting } = tools.pace
    return {
      ...turn,
      milliseconds: Math.max(waiting[count] ?? waiting.at(-1) ?? 0, turn.milliseconds),
    }
  }

  function kick(key: ReturnKey): void {
    const id = idOf(key)
    again.add(id)
    waits.get(id)?.abort()
    if (running.has(id)) return
    show(key, { step: 'starting' })
    const work = run(key)
      .catch((error: unknown) => {
        show(key, undefined)
        tools.fault(error)
      })
      .finally(() => {
        running.delete(id)
        // A kick that came after the last turn found the worker still listed and left the work to it.
        if (again.has(id) && !stopping.signal.aborted) kick(key)
        tools.moved(key)
      })
    running.set(id, work)
  }

  return {
    kick,
    steps: (key) => steps.get(idOf(key)) ?? 0,

    workOf(key, operations) {
      const now = doing.get(idOf(key))
      if (now === undefined) return undefined
      const open = operations.find(({ state }) => !isOver(state))
      const filing = operations.some(({ kind, state }) => kind === 'FILE' && state === 'DONE')
      const idleKind = filing ? 'confirm' : 'compare'
      const kind = open === undefined ? idleKind : WORK[open.kind]
      const last = open ?? operations.at(-1)
      const unsent = operations.filter(isUnsent).length
      // The parts of one save; any other work is one operation.
      const same = operations.filter(
        ({ id, snapshot_id }) =>
          id === last?.id || (snapshot_id !== null && snapshot_id === last?.snapshot_id),
      )
      return {
        kind: open?.state === 'UNKNOWN' && open.kind === 'FILE' ? 'confirm' : kind,
        step: now.step,
        done: same.filter(({ state }) => isOver(state)).length,
        total: same.length,
        ...(unsent > 0 && { unsent }),
        since: same[0]?.created_at ?? last?.created_at ?? tools.clock.now().toISOString(),
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

/** A person's word settled what was being asked. */
function orAgain(error: unknown): Turn {
  if (error instanceof MovedByAnother) return { kind: 'again' }
  throw error
}

const WORK = { SAVE: 'save', PROCEED: 'prepare', RESET: 'reset', FILE: 'file' } as const
