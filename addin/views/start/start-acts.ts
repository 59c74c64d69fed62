// From the opened pane to the first step: pairing, keys, and the return this workbook was last saved for.
import { isGstin, isPeriod } from '../../../templates/identifiers.ts'
import { call, isPaired, keepToken } from '../../agent.ts'
import { readBinding, type Binding } from '../../excel/binding.ts'
import { watchSelection } from '../../excel/select.ts'
import { watchChanges, type CellsChanged } from '../../excel/watch-changes.ts'
import { act, ask, refused } from '../act.ts'
import { showProblemAt } from '../check/walk.ts'
import { lookForStatus } from '../check/status-acts.ts'
import { openReturn } from '../connect/connect-acts.ts'
import { change, type OfReturn } from '../state.ts'

/** Runs once, when Excel is there. */
export async function start(): Promise<void> {
  await watchSelection(showProblemAt)
  await watchChanges((edit) => void followEdit(edit))
  await lookForStatus()
  if (isPaired()) await arrive()
  else change({ place: 'pair' })
}

/** Loaded when the first cell is edited. */
async function followEdit(edit: CellsChanged): Promise<void> {
  const { noticeChange } = await import('../check/follow-edits.ts')
  noticeChange(edit)
}

/** Asks the agent who and where we are, and opens the return that the workbook is bound to. */
export const arrive = (): Promise<void> => act('arrive', toFirstStep)

export const pair = (code: string): Promise<void> =>
  act('pair', async () => {
    const paired = await ask('pair', { code })
    if (paired === undefined) return
    keepToken(paired.token)
    await toFirstStep()
  })

export const keepKeys = (key: string, secret: string): Promise<void> =>
  act('keys', async () => {
    const about = await ask('setKeys', { key, secret })
    if (about !== undefined) await toFirstStep()
  })

async function toFirstStep(): Promise<void> {
  const answer = await call('about', {})
  if (!answer.ok) {
    change({ place: 'agent-away' })
    return refused(answer.problem)
  }
  const about = answer.value
  if (!about.hasKeys) return change({ about, place: 'keys' })

  const bound = asReturn(await readBinding())
  change({ about, bound, place: 'connect' })
  const taxpayer = about.taxpayers.find(({ gstin }) => gstin === bound?.gstin)
  if (taxpayer !== undefined && bound !== undefined) await openReturn(taxpayer, bound.period)
}

/** What the workbook says is read as carefully as anything from outside. */
function asReturn(binding: Binding | undefined): OfReturn | undefined {
  if (binding === undefined) return undefined
  const { gstin, period } = binding
  return isGstin(gstin) && isPeriod(period) ? { gstin, period } : undefined
}
