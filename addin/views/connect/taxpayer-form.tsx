// The facts about one taxpayer, asked for once, and the period this workbook is for.
import { useState } from 'preact/hooks'
import { isGstin } from '../../../templates/identifiers.ts'
import type { Taxpayer } from '../../../templates/taxpayer.ts'
import { figure, inRupees, paiseOf } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { lastMonth, MONTHS, periodOf } from '../../ui/dates.ts'
import { SelectField, TextField, Tick } from '../../ui/field.tsx'
import { Checklist } from '../start/checklist.tsx'
import { change, type PaneState, type ViewProps } from '../state.ts'
import { keepTaxpayer } from './connect-acts.ts'
import { gstinAdvice } from './gstin-advice.ts'
import { SigningAdvice } from './signing-advice.tsx'

const FIRST_YEAR = 2017
const NEW = 'new'

interface Draft {
  readonly gstin: string
  readonly username: string
  readonly month: number
  readonly year: number
  readonly turnover: string
  readonly turnoverToDate: string
  readonly sez: boolean
  readonly filing: Taxpayer['filing']
}

export function TaxpayerForm({ state }: ViewProps) {
  const [draft, setDraft] = useState(() => firstDraft(state))
  const set = (part: Partial<Draft>): void => setDraft({ ...draft, ...part })
  const known = state.about?.taxpayers ?? []
  const advice = gstinAdvice(draft.gstin)
  const gstin = isGstin(draft.gstin) ? draft.gstin : undefined
  const period = periodOf(draft.month, draft.year)
  const before = [state.taxpayer, ...known].find((taxpayer) => taxpayer?.gstin === draft.gstin)
  const facts = factsOf(draft, before)

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (facts !== undefined && period !== undefined) void keepTaxpayer(facts, period)
      }}
    >
      <h2 tabIndex={-1}>Connect</h2>
      <Checklist state={state} />
      <p>Whose return is in this workbook, and for which month?</p>
      {known.length > 0 && (
        <SelectField
          label="Taxpayer"
          value={known.some((taxpayer) => taxpayer.gstin === draft.gstin) ? draft.gstin : NEW}
          options={[
            ...known.map((taxpayer) => ({
              value: taxpayer.gstin,
              text: `${taxpayer.gstin} (${taxpayer.username})`,
            })),
            { value: NEW, text: 'Another taxpayer' },
          ]}
          onValue={(value) => {
            const taxpayer = known.find((candidate) => candidate.gstin === value)
            set(taxpayer === undefined ? BLANK : draftOf(taxpayer))
          }}
        />
      )}
      <TextField
        label="GSTIN"
        kind="code"
        value={draft.gstin}
        maxLength={20}
        hint={advice.hint}
        wrong={advice.wrong}
        onValue={(typed) =>
          set({
            gstin: typed
              .toUpperCase()
              .replace(/[^0-9A-Z]/g, '')
              .slice(0, 15),
          })
        }
      />
      {gstin !== undefined && <SigningAdvice gstin={gstin} />}
      <fieldset>
        <legend>Period</legend>
        <SelectField
          label="Month"
          value={String(draft.month)}
          options={MONTHS.map((text, index) => ({ value: String(index + 1), text }))}
          onValue={(value) => set({ month: Number(value) })}
        />
        <SelectField
          label="Year"
          value={String(draft.year)}
          options={yearsUpTo(new Date(state.now).getFullYear())}
          onValue={(value) => set({ year: Number(value) })}
        />
      </fieldset>
      {period === undefined && <p class="wrong">GST began in July 2017: choose a later month.</p>}
      <SelectField
        label="Return is filed"
        value={draft.filing}
        options={[
          { value: 'monthly', text: 'Every month' },
          { value: 'quarterly', text: 'Every quarter (QRMP)' },
        ]}
        onValue={(value) => set({ filing: value === 'quarterly' ? 'quarterly' : 'monthly' })}
      />
      <TextField
        label="User name on the GST portal"
        value={draft.username}
        maxLength={100}
        onValue={(username) => set({ username })}
      />
      <AmountField
        label="Turnover last financial year, ₹"
        value={draft.turnover}
        why="It goes into the return; above ₹5 crore HSN codes need six digits."
        onValue={(turnover) => set({ turnover })}
      />
      <AmountField
        label="Turnover this year to date, ₹"
        value={draft.turnoverToDate}
        why="It goes into the return."
        onValue={(turnoverToDate) => set({ turnoverToDate })}
      />
      <Tick
        label="This is an SEZ unit or SEZ developer"
        ticked={draft.sez}
        onTick={(sez) => set({ sez })}
      />
      <div class="actions">
        <Button
          kind="primary"
          off={facts === undefined || period === undefined || state.busy !== undefined}
        >
          Keep and go on
        </Button>
        {state.editingTaxpayer && (
          <Button onPress={() => change({ editingTaxpayer: false })}>Back without a change</Button>
        )}
      </div>
    </form>
  )
}

interface AmountFieldProps {
  readonly label: string
  readonly value: string
  /** What it is asked for. */
  readonly why: string
  readonly onValue: (value: string) => void
}

function AmountField({ why, ...props }: AmountFieldProps) {
  const amount = paiseOf(props.value)
  const isWrong = props.value !== '' && amount === undefined
  const read = amount === undefined ? 'In rupees; 0 if there was none' : inRupees(amount)
  return (
    <TextField
      {...props}
      kind="amount"
      hint={`${read}. ${why}`}
      wrong={isWrong ? 'Type an amount in rupees, such as 1,20,00,000.' : undefined}
    />
  )
}

const BLANK = {
  gstin: '',
  username: '',
  turnover: '',
  turnoverToDate: '',
  sez: false,
  filing: 'monthly',
} as const

/** What is being edited, else the bound workbook's taxpayer, else the only one there is; the sample company in its month. */
function firstDraft({ about, bound, taxpayer, period, now }: PaneState): Draft {
  const known = about?.taxpayers ?? []
  const sole = known.length === 1 && bound === undefined ? known[0] : undefined
  const first = taxpayer ?? known.find(({ gstin }) => gstin === bound?.gstin) ?? sole
  const sample = first?.gstin === about?.sample?.gstin ? about?.sample?.period : undefined
  const chosen = period ?? bound?.period ?? sample
  return {
    ...(first === undefined ? { ...BLANK, gstin: bound?.gstin ?? '' } : draftOf(first)),
    ...(chosen === undefined
      ? lastMonth(now)
      : { month: Number(chosen.slice(0, 2)), year: Number(chosen.slice(2)) }),
  }
}

function draftOf(taxpayer: Taxpayer): Omit<Draft, 'month' | 'year'> {
  return {
    gstin: taxpayer.gstin,
    username: taxpayer.username,
    turnover: figure(taxpayer.turnover),
    turnoverToDate: figure(taxpayer.turnoverToDate),
    sez: taxpayer.sez,
    filing: taxpayer.filing,
  }
}

/** Undefined until every fact is there and right. Who signs is asked for elsewhere, and stays as it was before. */
function factsOf(draft: Draft, before: Taxpayer | undefined): Taxpayer | undefined {
  const { gstin, sez, filing } = draft
  const username = draft.username.trim()
  const turnover = paiseOf(draft.turnover)
  const turnoverToDate = paiseOf(draft.turnoverToDate)
  if (!isGstin(gstin) || username === '') return undefined
  if (turnover === undefined || turnoverToDate === undefined) return undefined
  return { ...before, gstin, username, turnover, turnoverToDate, sez, filing }
}

function yearsUpTo(last: number): { value: string; text: string }[] {
  const years: { value: string; text: string }[] = []
  for (let year = last; year >= FIRST_YEAR; year -= 1) {
    years.push({ value: String(year), text: String(year) })
  }
  return years
}
