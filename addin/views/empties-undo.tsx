// Said before Excel forgets what its user could have undone.
import type { ComponentChildren } from 'preact'

interface EmptiesUndoProps {
  /** `cells are written` */
  readonly when: string
  /** What can be undone all the same. */
  readonly children?: ComponentChildren
}

export const EmptiesUndo = ({ when, children }: EmptiesUndoProps) => (
  <p class="hint">
    Your Excel empties its undo list when {when}: what you did before can then no longer be undone
    there. {children}
  </p>
)
