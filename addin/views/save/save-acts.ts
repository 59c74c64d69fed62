// Save: the plan first, then sending it.
import { makeIdentity } from '../../excel/identity.ts'
import { counted } from '../../ui/amounts.ts'
import { ask, onReturn, say } from '../act.ts'
import { bindTo } from '../binding/binding-acts.ts'
import { aboutWorkbook, listAndMark, readWorkbook } from '../check/check-acts.ts'
import { forgetEdits } from '../check/follow-edits.ts'
import { change, pane } from '../state.ts'
import { follow, followWork, takeReturn } from '../work/follow-work.ts'

/** Reads the workbook and has the agent work out what one save would change. Sends nothing. */
export const makePlan = (): Promise<void> =>
  onReturn('plan', async (of) => {
    forgetEdits()
    change({ plan: undefined, edited: { ...pane().edited, sincePlan: false } })
    const blocks = await readWorkbook()
    if (blocks === undefined) return
    const id = await makeIdentity()
    const plan = await ask('plan', { ...of, blocks, ...aboutWorkbook(id) })
    if (plan === undefined) return
    const { check, differenceCount, otherWorkbook } = plan
    change({ plan, check, since: undefined })
    await listAndMark('check', check.problems, check.problemCount)
    const differing =
      differenceCount > 0 && `${counted(differenceCount, 'difference')} with the portal.`
    const other = otherWorkbook !== undefined && 'It was last saved from another workbook.'
    const said = ['This is what saving would change. Nothing is sent yet.', differing, other]
    say(said.filter((part) => part !== false).join(' '))
  })

/** Has the agent work out what would bring back what the portal held before the last save. Sends nothing. */
export const planUndo = (): Promise<void> =>
  onReturn('plan', async (of) => {
    const plan = await ask('planUndo', of)
    if (plan === undefined) return
    change({ plan })
    say('This is what undoing the last save would change. Nothing is sent yet.')
  })

/** Keeps back what is not yet sent; what is on its way is followed to its verdict. */
export const stopSaving = (): Promise<void> =>
  onReturn('stop', async (of) => {
    const view = await ask('stopSaving', of)
    if (view === undefined) return
    say('The rest of the save is not sent.')
    follow(view)
  })

interface Decisions {
  /** The number the user typed, where one was asked for. */
  readonly removals: number | undefined
  /** Differences with the portal in which the sheet wins. */
  readonly overwrite: readonly string[]
}

/**
 * Sends the plan; one without a change is recorded as saved, and filing comes next. Where another workbook was saved
 * last, the view lets nobody come here who has not said that this one counts.
 */
export const sendPlan = ({ removals, overwrite }: Decisions): Promise<void> =>
  onReturn('save', async (of) => {
    const { plan, about } = pane()
    if (plan === undefined || about === undefined) return
    await bindTo({ ...of, environment: about.environment })
    const view = await ask('save', {
      ...of,
      plan: plan.plan,
      removals,
      overwrite: [...overwrite],
      takeOver: plan.otherWorkbook !== undefined,
    })
    if (view === undefined) return
    const { sincePlan } = pane().edited
    change({ plan: undefined, review: undefined, edited: { sincePlan, sinceSave: sincePlan } })
    takeReturn(view)
    const isSent = plan.submissions > 0 || overwrite.length > 0
    if (!isSent) change({ place: 'file' })
    if (isSent || view.work !== undefined) void followWork()
  })

export const RESET = 'RESET'

/** Has the portal forget what was saved for the period; what was planned or reviewed on it is void. */
export const resetReturn = (): Promise<void> =>
  onReturn('reset', async (of) => {
    const view = await ask('reset', { ...of, confirmation: RESET })
    if (view === undefined) return
    change({ plan: undefined, review: undefined })
    follow(view)
  })

export const dropPlan = (): void => change({ plan: undefined })

/** To the OTP, for a plan that was made without the portal. */
export const signInAnew = (): void => {
  const { session } = pane()
  if (session === undefined) return
  change({ plan: undefined, session: { ...session, signedIn: false }, otpSentAt: undefined })
}
