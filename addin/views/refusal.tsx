// What stood in the way of an act, with the remedy.
import type { ComponentChildren } from 'preact'
import type { Problem } from '../../templates/problems/problem.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { sentence } from '../words.ts'
import { change } from './state.ts'

interface RefusalProps {
  readonly problem: Problem
  readonly alert?: boolean
  /** What to do, step by step, in place of the one sentence. */
  readonly children?: ComponentChildren
}

export function Refusal({ problem, alert = false, children }: RefusalProps) {
  const { title, what, remedy, lang } = sentence(problem)
  return (
    <Notice weight={problem.severity} title={title} lang={lang} alert={alert}>
      <p>{what}</p>
      {children ?? <p>{remedy}</p>}
    </Notice>
  )
}

/** For what the user has just asked for: in sight at the pane's foot wherever the view is scrolled to. */
export function MessageBar({ problem }: { problem: Problem }) {
  return (
    <div class="message-bar">
      <Refusal problem={problem} alert />
      <Button onPress={() => change({ refused: undefined })}>Close</Button>
    </div>
  )
}
