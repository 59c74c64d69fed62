// Amending a month that was filed: which month, which of its documents; the rows come into this return's amendment sheets.
import { useState } from 'preact/hooks'
import { monthOf, type Period } from '../../../templates/identifiers.ts'
import { count, counted, inRupees } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { MONTHS, periodName, periodOf } from '../../ui/dates.ts'
import { SelectField, TextField, Tick } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ShowMore } from '../../ui/show-more.tsx'
import { isSignedIn } from '../connect/signed-in.ts'
import { isFiled } from '../file/filed.ts'
import { inReturnOrder, sectionName } from '../section-names.ts'
import type { Earlier, ViewProps } from '../state.ts'
import { chooseOriginal, getEarlier, showAmendments } from './amend-acts.ts'

export function AmendEarlier({ state }: ViewProps) {
  const { period, return: view, earlier, busy } = state
  if (period === undefined) return null
  if (view !== undefined && isFiled(view.stage)) {
    return (
      <>
        <h3>To correct something in {periodName(period)}</h3>
        <p>
          It is filed, so it is amended in a month that is not: open that month’s workbook, come
          here, and choose {periodName(period)} under Amend an earlier month.
        </p>
      </>
    )
  }
  return (
    <>
      <h3>Amend an earlier month</h3>
      <p>
        Choose what was filed wrong; it comes into the amendment sheets of {periodName(period)} with
        its original number and date.
      </p>
      <ChooseMonth
        period={period}
        off={busy !== undefined || !isSignedIn(state)}
        isSignedIn={isSignedIn(state)}
      />
      {busy === 'earlier' && <p role="status">Asking the portal what was filed…</p>}
      {earlier !== undefined && (
        <Originals
          key={earlier.period}
          earlier={earlier}
          into={period}
          isBusy={busy !== undefined}
        />
      )}
    </>
  )
}

interface ChooseMonthProps {
  readonly period: Period
  readonly off: boolean
  readonly isSignedIn: boolean
}

function ChooseMonth({ period, off, isSignedIn: mayAsk }: ChooseMonthProps) {
  const [month, year] = [Number(period.slice(0, 2)), Number(period.slice(2))]
  const before = month === 1 ? { month: 12, year: year - 1 } : { month: month - 1, year }
  const [chosen, setChosen] = useState(before)
  const from = periodOf(chosen.month, chosen.year)
  const isEarlier = from !== undefined && monthOf(from) < monthOf(period)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isEarlier && !off) void getEarlier(from)
      }}
    >
      <fieldset>
        <legend>Month that was filed</legend>
        <SelectField
          label="Month"
          value={String(chosen.month)}
          options={MONTHS.map((text, i) => ({ value: String(i + 1), text }))}
          onValue={(value) => setChosen({ ...chosen, month: Number(value) })}
        />
        <SelectField
          label="Year"
          value={String(chosen.year)}
          options={[0, 1, 2].map((back) => ({
            value: String(year - back),
            text: String(year - back),
          }))}
          onValue={(value) => setChosen({ ...chosen, year: Number(value) })}
        />
      </fieldset>
      <p role="status" class="wrong">
        {isEarlier ? undefined : `Choose a month before ${periodName(period)}.`}
      </p>
      <Button off={off || !isEarlier}>
        {from === undefined || !isEarlier
          ? 'Get what was filed'
          : `Get what was filed for ${periodName(from)}`}
      </Button>
      {!mayAsk && <p class="hint">Sign in first, above.</p>}
    </form>
  )
}

const SHOWN = 100

interface OriginalsProps {
  readonly earlier: Earlier
  readonly into: Period
  readonly isBusy: boolean
}

function Originals({ earlier, into, isBusy }: OriginalsProps) {
  const [typed, setTyped] = useState('')
  const [limit, setLimit] = useState(SHOWN)
  const { originals, period, said, waiting, chosen } = earlier
  if (originals.length === 0 && waiting.length === 0) {
    return (
      <p>
        The portal holds nothing of {periodName(period)} that can be amended. Totals of HSN, exempt
        supplies and documents issued are not amended.
      </p>
    )
  }
  const wanted = typed.trim().toUpperCase()
  const found = inReturnOrder(
    originals.filter(({ document }) => document.toUpperCase().includes(wanted)),
  )
  return (
    <section aria-labelledby="originals">
      <h4 id="originals">
        {periodName(period)}: {counted(originals.length, 'document')}
      </h4>
      {said === 'no-information' && (
        <Notice weight="warning" title="Not known to be filed">
          <p>
            The portal did not say whether {periodName(period)} is filed. Only what was filed can be
            amended.
          </p>
        </Notice>
      )}
      {waiting.length > 0 && (
        <Notice weight="note" title="Not all of it is listed">
          <p>
            The portal is still putting together: {waiting.map(sectionName).join(', ')}. Get it
            again in some minutes.
          </p>
        </Notice>
      )}
      <TextField
        label="Find by number or GSTIN"
        value={typed}
        maxLength={40}
        onValue={(value) => {
          setTyped(value)
          setLimit(SHOWN)
        }}
      />
      <p role="status" class="hint">
        {count(found.length)} found, {count(chosen.size)} chosen.
      </p>
      <fieldset class="ticks">
        <legend>To be amended in {periodName(into)}</legend>
        <ul>
          {found.slice(0, limit).map(({ id, document, section, totals }) => (
            <li key={id}>
              <Tick
                label={document}
                ticked={chosen.has(id)}
                onTick={(isOn) => chooseOriginal(id, isOn)}
              />
              <p class="hint">
                {sectionName(section)}, taxable {inRupees(totals.txval)}
              </p>
            </li>
          ))}
        </ul>
      </fieldset>
      {found.length > limit && (
        <p>
          <ShowMore all={found.length} shown={limit} page={SHOWN} onMore={setLimit} />
        </p>
      )}
      <Button
        kind="primary"
        off={isBusy || chosen.size === 0}
        onPress={() => void showAmendments()}
      >
        Amend in {periodName(into)}: {count(chosen.size)} chosen
      </Button>
    </section>
  )
}
