// A message in a box: its weight shown by a shape and a word, never by colour alone.
import type { ComponentChildren } from 'preact'
import type { Severity } from '../../templates/problems/problem.ts'
import { SeverityMark } from './severity-mark.tsx'

export type Weight = Severity | 'success'

interface NoticeProps {
  readonly weight: Weight
  readonly title: string
  /** Of title and text, where it is not the page's. */
  readonly lang?: string
  readonly children?: ComponentChildren
  /** Read out at once: for the refusal of something the user just asked for. */
  readonly alert?: boolean
}

export function Notice({ weight, title, lang, children, alert = false }: NoticeProps) {
  return (
    <div class={`notice ${weight}`} lang={lang} role={alert ? 'alert' : undefined}>
      <p class="notice-title">
        <SeverityMark weight={weight} /> {title}
      </p>
      {children}
    </div>
  )
}
