// The line between workbook and task pane, to make the pane wider or narrower.
import type { TargetedPointerEvent } from 'preact'

interface PaneSplitProps {
  readonly width: number
  readonly onWidth: (width: number) => void
}

/** Excel opens a pane at 350 px; 320 is the narrowest that Office shows. */
export const PANE = { usual: 350, narrowest: 320, widest: 640 } as const

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: 10, ArrowRight: -10 }

export function PaneSplit({ width, onWidth }: PaneSplitProps) {
  const set = (wanted: number) =>
    onWidth(Math.min(PANE.widest, Math.max(PANE.narrowest, Math.round(wanted))))
  const drag = (event: TargetedPointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) {
      set(document.documentElement.clientWidth - event.clientX)
    }
  }
  return (
    <div
      class="pane-split"
      role="separator"
      tabIndex={0}
      aria-label="Width of the task pane"
      aria-orientation="vertical"
      aria-valuemin={PANE.narrowest}
      aria-valuemax={PANE.widest}
      aria-valuenow={width}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={(event) => {
        const step = STEPS[event.key]
        if (step === undefined) return
        event.preventDefault()
        set(width + step)
      }}
    />
  )
}
