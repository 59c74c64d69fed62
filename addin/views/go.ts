// Going from step to step. Steps beyond the first need a taxpayer and a period.
import { lookForMissing } from './check/missing-acts.ts'
import { reviewIfReady } from './file/review.ts'
import { change, ofReturn, pane, type Place, type Step } from './state.ts'

export function go(step: Step | Extract<Place, 'portal'>): void {
  if (step !== 'connect' && ofReturn(pane()) === undefined) return
  change({ place: step, refused: undefined })
  if (step === 'check') void lookForMissing()
  if (step === 'file') void reviewIfReady()
}
