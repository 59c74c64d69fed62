// A save, proceed or reset whose answer was lost: the portal is asked what it did before anything is sent again.
import type { Problem } from '../../templates/problems/problem.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import type { ReturnAccess } from '../portal/portal.ts'
import type { OperationRow, ReturnKey } from '../store/tables.ts'
import { askedToWait, backoff, pollAfter } from './patience.ts'
import type { Questions } from './questions.ts'
import { isAsSent, settled } from './read-back.ts'
import type { Tools } from './tools.ts'
import { sentIn, type Verdict } from './verdict.ts'
import type { Turn } from './worker.ts'

export interface LostWrites {
  readBack(key: ReturnKey, operation: OperationRow, access: ReturnAccess): Promise<Turn>
  repeat(operation: OperationRow): Promise<Turn>
}

/** At the real pace the waits between them are over two minutes, which is what the portal takes. */
const READS_BEFORE_RESENDING = 7

export function createLostWrites(
  tools: Tools,
  questions: Questions,
  show: (key: ReturnKey, step: string) => void,
): LostWrites {
  const { journal, portal, sessions } = tools
  return { readBack, repeat }

  /**
   * The answer to a save was lost: what the portal holds decides. If it is not all there even after the time that the
   * portal's work takes, the same bytes go again: requests that overlap are promised nothing.
   */
  async function readBack(
    key: ReturnKey,
    operation: OperationRow,
    access: ReturnAccess,
  ): Promise<Turn> {
    show(key, 'asking-portal')
    const asSent = await isAsSent(portal, access, operation.body)
    if (typeof asSent !== 'boolean') {
      if (await sessions.ended(key.gstin, asSent)) return { kind: 'sign-in' }
      const milliseconds = askedToWait(asSent) ?? backoff(tools, questions.ask(operation.id))
      return { kind: 'wait', step: 'asking-portal', milliseconds }
    }
    if (!asSent) {
      const count = questions.ask(operation.id)
      if (count < READS_BEFORE_RESENDING) {
        return { kind: 'wait', step: 'asking-portal', milliseconds: pollAfter(tools, count, 0) }
      }
      if (operation.outcome === null) {
        return sendAgain(operation, 'the portal does not hold all of it')
      }
      const { problem } = JSON.parse(operation.outcome) as { problem: Problem }
      await journal.move(operation, 'refused', {
        note: 'the portal does not hold it',
        ofReturn: { refusal: JSON.stringify(problem) },
      })
      return { kind: 'again' }
    }
    const sent = sentIn(operation.body, TABLES)
    const verdict: Verdict = { sent: sent.length, refusals: [], unmatched: [] }
    await journal.move(operation, 'proved-done', {
      ...(await settled(tools, key, operation, sent, verdict)),
      note: 'the portal holds all of it',
    })
    return { kind: 'again' }
  }

  /**
   * A proceed or a reset may be repeated, but not on the heels of a lost one: while the portal works on that it says
   * "already" or "in progress", which is neither done nor refused.
   */
  async function repeat(operation: OperationRow): Promise<Turn> {
    const count = questions.ask(operation.id)
    if (count >= READS_BEFORE_RESENDING) return sendAgain(operation, 'may be repeated')
    return { kind: 'wait', step: 'asking-portal', milliseconds: pollAfter(tools, count, 0) }
  }

  async function sendAgain(operation: OperationRow, note: string): Promise<Turn> {
    questions.forget(operation.id)
    await journal.move(operation, 'send-again', { note })
    return { kind: 'again' }
  }
}
