// The task pane, and another after each restart of the host: frame, office.js and conversation begin anew.
import { useLayoutEffect, useReducer } from 'preact/hooks'
import type { HostFaults } from '../host/faults.ts'
import type { WorkbookModel } from '../host/model.ts'
import { PaneFrame } from './pane-frame.tsx'

interface PaneLivesProps {
  readonly model: WorkbookModel
  readonly faults: HostFaults
}

export function PaneLives({ model, faults }: PaneLivesProps) {
  const [life, restart] = useReducer((lives: number) => lives + 1, 0)
  useLayoutEffect(() => faults.onRestart(() => restart(0)), [faults])
  return <PaneFrame key={life} model={model} faults={faults} />
}
