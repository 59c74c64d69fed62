// What the File step needs to know of the return. An agent that was away when the return was chosen has not told it yet.
import { ask, onReturn } from '../act.ts'
import { change, pane } from '../state.ts'
import { follow } from '../work/follow-work.ts'
import { reviewIfReady } from './review.ts'

export async function arrive(): Promise<void> {
  if (pane().return === undefined) await askWhereItStands()
  await reviewIfReady()
}

/** The session too: how the return is signed hangs on it. */
export const askWhereItStands = (): Promise<void> =>
  onReturn('where-it-stands', async (of) => {
    const session = pane().session ?? (await ask('session', { gstin: of.gstin }))
    if (session === undefined) return
    change({ session })
    follow(await ask('state', of))
  })
