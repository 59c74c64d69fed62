// Whether the portal, asked after a save, was found to hold what it had confirmed.
import type { ComponentChildren } from 'preact'
import type { ReturnView } from '../../../agent/http/outputs/return.ts'
import { Notice } from '../../ui/notice.tsx'

/** What is said of it, aloud too. */
export const READ_BACK: Readonly<Record<NonNullable<ReturnView['readBack']>, string>> = {
  same: 'The portal holds what it confirmed.',
  different: 'The portal holds something else',
  'no-answer': 'The save was not compared',
}

interface ReadBackProps {
  readonly view: ReturnView
  /** The way to the plan, which asks the portal again and shows what differs. */
  readonly children: ComponentChildren
}

export function ReadBack({ view, children }: ReadBackProps) {
  if (view.lastSave === undefined || view.readBack === undefined) return null
  const said = READ_BACK[view.readBack]
  if (view.readBack === 'same') return <p class="hint">{said}</p>
  return view.readBack === 'different' ? (
    <Notice weight="warning" title={said}>
      <p>
        Asked after the save, it did not hold what it had confirmed: other software may have saved
        this return too. Nothing was overwritten.
      </p>
      {children}
    </Notice>
  ) : (
    <Notice weight="note" title={said}>
      <p>
        The portal confirmed the save, but did not tell what it holds now. Before you file, have it
        asked again.
      </p>
      {children}
    </Notice>
  )
}
