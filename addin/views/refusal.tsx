// What stood in the way of what the user just asked for, with the remedy; brought into sight and read out.
import { useEffect, useRef } from 'preact/hooks'
import { sentence } from '../../templates/problems/english.ts'
import type { Problem } from '../../templates/problems/problem.ts'
import { Notice } from '../ui/notice.tsx'

export function Refusal({ problem }: { problem: Problem }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [problem])
  const { title, what, remedy } = sentence(problem)
  return (
    <div ref={box}>
      <Notice weight={problem.severity} title={title} alert>
        <p>{what}</p>
        <p>{remedy}</p>
      </Notice>
    </div>
  )
}
