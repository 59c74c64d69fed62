// What all acts on a return share: one at a time, refused where they do not belong, ending with the return as it stands.
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import type { ReturnView } from '../http/outputs/return.ts'
import type { ReturnAccess } from '../portal/portal.ts'
import { MovedByAnother, type Journal } from '../store/journal.ts'
import type { ReturnKey } from '../store/tables.ts'
import { isLeftOut, notSent, readState, stageIn, viewOf, type ReturnState } from './return-view.ts'
import { isIdle } from './stage.ts'
import type { Tools } from './tools.ts'
import type { Worker } from './worker.ts'

const READINGS = 5

export interface Acts {
  /** Acts of one return run one after another: a double click is two acts. */
  inTurn<T>(key: ReturnKey, act: () => Promise<T>): Promise<T>
  view(key: ReturnKey): Promise<ReturnView>
  /** The result of an act, with the return as it now stands. */
  after(key: ReturnKey, result: Result<unknown>): Promise<Result<ReturnView>>
  /** Refuses an act that does not belong to the return's present stage. */
  begin(key: ReturnKey): Promise<Result<ReturnState>>
  /** Also refuses what needs a return that was prepared for filing. */
  prepared(key: ReturnKey): Promise<Result<ReturnState>>
  /** Also refuses while something is held back that was not left out knowingly. */
  unlocked(key: ReturnKey): Promise<Result<ReturnState>>
  /** Moves an operation by a person's word, unless the worker or the portal came first. */
  settle(...word: Parameters<Journal['move']>): Promise<void>
  /** A session to call with. Refuses `sign-in-needed`. */
  access(key: ReturnKey): Promise<Result<ReturnAccess>>
}

export function createActs(tools: Tools, worker: Worker): Acts {
  const queues = new Map<string, Promise<unknown>>()
  /** Read again where the worker took a step meanwhile: else the return and the work on it would not fit together. */
  async function view(key: ReturnKey): Promise<ReturnView> {
    for (let tries = 1; ; tries += 1) {
      const before = worker.steps(key)
      const state = await readState(tools, key)
      if (worker.steps(key) === before || tries === READINGS) return viewOf(key, state, worker)
    }
  }

  async function begin(key: ReturnKey): Promise<Result<ReturnState>> {
    const state = await readState(tools, key)
    const stage = stageIn(state)
    if (state.known.arn !== null) return refuse('already-filed', { arn: state.known.arn })
    if (!isIdle(stage)) return refuse('busy', { kind: stage })
    return done(state)
  }

  async function prepared(key: ReturnKey): Promise<Result<ReturnState>> {
    const state = await begin(key)
    if (!state.ok) return state
    const stage = stageIn(state.value)
    const ready = ['ready', 'otpRequested', 'awaitingPortalSignature'].includes(stage)
    return ready ? state : refuse('not-prepared')
  }

  return {
    inTurn(key, act) {
      const id = `${key.gstin} ${key.period}`
      const mine = (queues.get(id) ?? Promise.resolve()).then(act)
      queues.set(
        id,
        mine.catch(() => undefined),
      )
      return mine
    },
    view,
    async after(key, result) {
      tools.moved(key)
      return result.ok ? done(await view(key)) : result
    },
    begin,
    prepared,
    async unlocked(key) {
      const state = await prepared(key)
      if (!state.ok) return state
      const held = notSent(state.value)
      const locked = held.length > 0 && !isLeftOut(state.value, held)
      return locked ? refuse('held-back-locks', { count: held.length }) : state
    },
    async settle(...word) {
      try {
        await tools.journal.move(...word)
      } catch (error) {
        if (!(error instanceof MovedByAnother)) throw error
      }
    },
    async access({ gstin, period }) {
      const token = await tools.sessions.token(gstin)
      return token === undefined
        ? refuse('sign-in-needed', { gstin })
        : done({ token, gstin, period })
    },
  }
}
