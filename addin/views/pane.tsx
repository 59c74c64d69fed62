// The whole pane for one state: header, what was refused, and the view of the place.
import type { VNode } from 'preact'
import { ClockWrong } from './clock-wrong.tsx'
import { CheckView } from './check/check-view.tsx'
import { ConnectView } from './connect/connect-view.tsx'
import { ExcelWaits } from './excel-waits.tsx'
import { FileView } from './file/file-view.tsx'
import { PaneHeader } from './pane-header.tsx'
import { MessageBar } from './refusal.tsx'
import { SaveView } from './save/save-view.tsx'
import { AgentAway } from './start/agent-away.tsx'
import { KeysView } from './start/keys-view.tsx'
import { OutsideExcel } from './start/outside-excel.tsx'
import { PairView } from './start/pair-view.tsx'
import { Starting } from './start/starting.tsx'
import type { Place, ViewProps } from './state.ts'

const VIEWS: Readonly<Record<Place, (props: ViewProps) => VNode>> = {
  starting: Starting,
  'outside-excel': OutsideExcel,
  'agent-away': AgentAway,
  pair: PairView,
  keys: KeysView,
  connect: ConnectView,
  check: CheckView,
  save: SaveView,
  file: FileView,
}

export function Pane({ state }: ViewProps) {
  const View = VIEWS[state.place]
  return (
    <>
      <PaneHeader state={state} />
      <main>
        <View state={state} />
        {(state.place === 'save' || state.place === 'file') && <ClockWrong state={state} />}
        {state.excelWaits && <ExcelWaits />}
        {state.refused !== undefined && <MessageBar problem={state.refused} />}
      </main>
      <div class="unseen" role="status">
        {state.said}
      </div>
    </>
  )
}
