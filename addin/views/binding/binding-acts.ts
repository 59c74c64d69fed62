// The two ways out where workbook and pane are about different returns.
import { writeBinding } from '../../excel/binding.ts'
import { act, say } from '../act.ts'
import { openReturn } from '../connect/connect-acts.ts'
import { change, pane, type WholeReturn } from '../state.ts'

/** Turns the pane to the workbook's return; a taxpayer whom the agent does not know is asked for first. */
export const openBound = (): Promise<void> =>
  act('open', async () => {
    const { bound, about } = pane()
    if (bound === undefined) return
    const taxpayer = about?.taxpayers.find(({ gstin }) => gstin === bound.gstin)
    if (taxpayer !== undefined) return openReturn(taxpayer, bound.period)
    change({ place: 'connect', taxpayer: undefined, period: undefined })
  })

/** From now on the workbook is of this return. */
export async function bindTo(whole: WholeReturn): Promise<void> {
  await writeBinding(whole)
  change({ bound: whole })
}

export const bindAnew = (whole: WholeReturn): Promise<void> =>
  act('bind', async () => {
    await bindTo(whole)
    say('The workbook is bound anew.')
  })
