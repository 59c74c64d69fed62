// The whole pane for one state: header, what was refused, and the view of the place.
import { MismatchView } from './binding/mismatch-view.tsx'
import { mismatchOf } from './binding/mismatch.ts'
import { ClockWrong } from './clock-wrong.tsx'
import { isToldAtSignIn } from './connect/sign-in-trouble.tsx'
import { ConnectView } from './connect/connect-view.tsx'
import { hasWords } from '../words.ts'
import { isLater, LaterView, PartMissing, type LaterPlace, type View } from './later.tsx'
import { ExcelWaits } from './excel-waits.tsx'
import { PaneHeader } from './pane-header.tsx'
import { MessageBar } from './refusal.tsx'
import { AgentAway } from './start/agent-away.tsx'
import { KeysView } from './start/keys-view.tsx'
import { OutsideExcel } from './start/outside-excel.tsx'
import { PairView } from './start/pair-view.tsx'
import { Starting } from './start/starting.tsx'
import { Welcome } from './start/welcome.tsx'
import { isStep, type PaneState, type Place, type ViewProps } from './state.ts'

/** The views of the first minute; those of the other places come later. */
const AT_HAND: Readonly<Record<Exclude<Place, LaterPlace>, View>> = {
  starting: Starting,
  welcome: Welcome,
  'outside-excel': OutsideExcel,
  'agent-away': AgentAway,
  pair: PairView,
  keys: KeysView,
  connect: ConnectView,
}

export function Pane({ state }: ViewProps) {
  const { place } = state
  return (
    <>
      <PaneHeader state={state} />
      <main>
        <PlaceView state={state} />
        {(place === 'save' || place === 'file') && <ClockWrong state={state} />}
        {state.excelWaits && <ExcelWaits />}
        {state.partMissing && <PartMissing />}
        {state.refused !== undefined && hasWords() && !isToldAtSignIn(state) && (
          <MessageBar problem={state.refused} />
        )}
      </main>
      <div class="unseen" role="status" lang={state.saidIn}>
        {state.said}
      </div>
    </>
  )
}

function PlaceView({ state }: ViewProps) {
  const { place } = state
  const mismatch = mismatchOf(state)
  if (mismatch !== undefined && (isStep(place) || isLater(place)) && !isChoosing(state)) {
    return <MismatchView mismatch={mismatch} busy={state.busy !== undefined} />
  }
  if (isLater(place)) return <LaterView state={state} place={place} />
  const View = AT_HAND[place]
  return <View state={state} />
}

/** Taxpayer and month are being chosen: what is wrong with the last choice can wait. */
const isChoosing = ({ place, editingTaxpayer }: PaneState): boolean =>
  place === 'connect' && editingTaxpayer
