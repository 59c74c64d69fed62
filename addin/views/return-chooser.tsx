// The return that is worked on, on top of every step; a press opens the choice of another month or taxpayer.
import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Period } from '../../templates/identifiers.ts'
import type { Taxpayer } from '../../templates/taxpayer.ts'
import { lastMonths, periodName } from '../ui/dates.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { useUniqueId } from '../ui/unique-id.ts'
import { chooseReturn } from './connect/connect-acts.ts'
import { change, type ViewProps } from './state.ts'

/** Months to choose from; any other is chosen under Connect. */
const MONTHS_OFFERED = 6
/** More taxpayers than these are found by typing. */
const FEW = 8

export function ReturnChooser({ state }: ViewProps) {
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const id = useUniqueId()
  const { taxpayer, period, about } = state
  if (taxpayer === undefined || period === undefined) {
    return <p class="identity">No return chosen yet</p>
  }

  const close = (): void => {
    setOpen(false)
    opener.current?.focus()
  }
  const choose = (chosen: Taxpayer, month: Period): void => {
    close()
    void chooseReturn(chosen, month)
  }
  return (
    <div
      class="chooser"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && isOpen) close()
      }}
    >
      <button
        ref={opener}
        type="button"
        class="identity"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <span class="code">{taxpayer.gstin}</span> · {periodName(period)}
        <span class="unseen">: change</span>
      </button>
      <div id={id} class="choices" hidden={!isOpen}>
        {isOpen && (
          <>
            <Months state={state} chosen={period} onChoose={(month) => choose(taxpayer, month)} />
            <Taxpayers
              known={about?.taxpayers ?? []}
              chosen={taxpayer}
              off={state.busy !== undefined}
              onChoose={(other) => choose(other, period)}
            />
            <Button
              kind="quiet"
              onPress={() => {
                close()
                change({ place: 'connect', editingTaxpayer: true, refused: undefined })
              }}
            >
              Another month or taxpayer
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

interface MonthsProps extends ViewProps {
  readonly chosen: Period
  readonly onChoose: (period: Period) => void
}

function Months({ state, chosen, onChoose }: MonthsProps) {
  return (
    <>
      <p class="choices-title">Month</p>
      <ul>
        {lastMonths(state.now, MONTHS_OFFERED).map((period) => (
          <li key={period}>
            <Choice
              isChosen={period === chosen}
              off={state.busy !== undefined}
              onPress={() => onChoose(period)}
            >
              {periodName(period)}
            </Choice>
          </li>
        ))}
      </ul>
    </>
  )
}

interface TaxpayersProps {
  readonly known: readonly Taxpayer[]
  readonly chosen: Taxpayer
  readonly off: boolean
  readonly onChoose: (taxpayer: Taxpayer) => void
}

function Taxpayers({ known, chosen, off, onChoose }: TaxpayersProps) {
  const [typed, setTyped] = useState('')
  const wanted = typed.trim().toUpperCase()
  const found = known.filter(({ gstin, username }) =>
    `${gstin} ${username}`.toUpperCase().includes(wanted),
  )
  if (known.length < 2) return null
  return (
    <>
      <p class="choices-title">Taxpayer</p>
      {known.length > FEW && (
        <TextField label="GSTIN or user name" value={typed} onValue={setTyped} />
      )}
      <ul>
        {found.map((taxpayer) => (
          <li key={taxpayer.gstin}>
            <Choice
              isChosen={taxpayer.gstin === chosen.gstin}
              off={off}
              onPress={() => onChoose(taxpayer)}
            >
              <span class="code">{taxpayer.gstin}</span> {taxpayer.username}
            </Choice>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p class="hint">No taxpayer known here fits.</p>}
    </>
  )
}

interface ChoiceProps {
  readonly isChosen: boolean
  readonly off: boolean
  readonly onPress: () => void
  readonly children: ComponentChildren
}

function Choice({ isChosen, off, onPress, children }: ChoiceProps) {
  return (
    <button
      type="button"
      class="choice"
      aria-current={isChosen ? 'true' : undefined}
      aria-disabled={off}
      onClick={() => {
        if (!off) onPress()
      }}
    >
      {children}
    </button>
  )
}
