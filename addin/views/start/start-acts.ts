// From the opened pane to the first step: pairing, keys, and the return this workbook was last saved for.
import { isEnvironment, isGstin, isPeriod } from '../../../templates/identifiers.ts'
import { call, isPaired, keepToken } from '../../agent.ts'
import { keep, kept } from '../../kept.ts'
import { readBinding, type Binding } from '../../excel/binding.ts'
import { keepsUndo } from '../../excel/keeps-undo.ts'
import { watchSelection } from '../../excel/select.ts'
import { watchChanges, type CellsChanged } from '../../excel/watch-changes.ts'
import { act, ask, refused } from '../act.ts'
import { showProblemAt } from '../check/walk.ts'
import { lookForStatus } from '../check/status-acts.ts'
import { openReturn } from '../connect/connect-acts.ts'
import { change, type WholeReturn } from '../state.ts'

/** Runs once, when Excel is there. */
export async function start(): Promise<void> {
  change({ keepsUndo: keepsUndo() })
  const following = followWorkbook()
  if (kept('welcomed') === null) change({ place: 'welcome' })
  else await enter()
  await following
}

async function followWorkbook(): Promise<void> {
  await watchSelection(showProblemAt)
  await watchChanges((edit) => void followEdit(edit))
  await lookForStatus()
}

/** The first screen was read. */
export async function beginFirstTime(): Promise<void> {
  keep('welcomed', 'yes')
  await enter()
}

async function enter(): Promise<void> {
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

  change({ about })
  const bound = await boundReturn()
  change({ bound, place: 'connect' })
  const taxpayer = about.taxpayers.find(({ gstin }) => gstin === bound?.gstin)
  if (taxpayer !== undefined && bound !== undefined) await openReturn(taxpayer, bound.period)
}

/** Where Excel refuses, the pane goes no further: on whose workbook it works must be certain. */
async function boundReturn(): Promise<WholeReturn | undefined> {
  try {
    return asReturn(await readBinding())
  } catch (error) {
    change({ place: 'starting' })
    throw error
  }
}

/** What the workbook says is read as carefully as anything from outside. */
function asReturn(binding: Binding | undefined): WholeReturn | undefined {
  if (binding === undefined) return undefined
  const { gstin, period, environment } = binding
  return isGstin(gstin) && isPeriod(period) && isEnvironment(environment)
    ? { gstin, period, environment }
    : undefined
}
