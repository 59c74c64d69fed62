// A problem in words, in a box.
import type { ComponentChildren } from 'preact'
import { sentence } from '../../../templates/problems/english.ts'
import type { Problem } from '../../../templates/problems/problem.ts'
import { Notice } from '../../ui/notice.tsx'

interface ProblemNoticeProps {
  readonly problem: Problem
  readonly children?: ComponentChildren
}

export function ProblemNotice({ problem, children }: ProblemNoticeProps) {
  const { title, what, remedy } = sentence(problem)
  return (
    <Notice weight={problem.severity} title={title} alert>
      <p>
        {what} {remedy}
      </p>
      {children}
    </Notice>
  )
}
