// Ids that tie a control to its label. Preact's own `useId` counts from the root's last drawing, and the pane is drawn
// anew at every change: two controls that came at different times would get the same one.
import { useState } from 'preact/hooks'

let given = 0

export function useUniqueId(): string {
  const [id] = useState(() => `id-${(given += 1)}`)
  return id
}
