// Save: the plan first, then sending it.
import { writeBinding } from '../../excel/binding.ts'
import { ask, onReturn, say } from '../act.ts'
import { listAndMark, readWorkbook } from '../check/check-acts.ts'
import { change, pane } from '../state.ts'
import { follow, followWork, takeReturn } from '../work/follow-work.ts'

/** Reads the workbook and has the agent work out what one save would change. Sends nothing. */
export const makePlan = (): Promise<void> =>
  onReturn('plan', async (of) => {
    const blocks = await readWorkbook()
    if (blocks === undefined) return
    const plan = await ask('plan', { ...of, blocks, boundTo: pane().bound?.gstin })
    if (plan === undefined) return
    const { check } = plan
    change({ plan, check })
    await listAndMark('check', check.problems, check.problemCount)
    say('This is what saving would change. Nothing is sent yet.')
  })

/**
 * Sends the plan; one without a change is recorded as saved, and filing comes next.
 * `removals` is the number the user typed, where one was asked for.
 */
export const sendPlan = (removals: number | undefined): Promise<void> =>
  onReturn('save', async (of) => {
    const { plan } = pane()
    if (plan === undefined) return
    await writeBinding(of)
    change({ bound: of })
    const view = await ask('save', { ...of, plan: plan.plan, removals })
    if (view === undefined) return
    change({ plan: undefined, review: undefined })
    takeReturn(view)
    if (plan.submissions === 0) change({ place: 'file' })
    else void followWork()
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
