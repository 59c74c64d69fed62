// Going from step to step. Steps beyond the first need a taxpayer and a period.
import { arriveAt } from './later.tsx'
import { change, ofReturn, pane, type Place, type Step } from './state.ts'

export function go(step: Step | Extract<Place, 'portal'>): void {
  if (step !== 'connect' && ofReturn(pane()) === undefined) return
  change({ place: step, refused: undefined })
  void arriveAt(step)
}
