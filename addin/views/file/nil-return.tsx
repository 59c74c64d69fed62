// A month without supplies: the offer to say so, and what is then declared. There is no summary to review.
import type { ReturnView } from '../../../agent/http/outputs/return.ts'
import { counted } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { periodName } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { TypedWord } from '../../ui/typed-word.tsx'
import { isWithoutRows, rowsWithContent } from '../check/row-counts.tsx'
import { go } from '../go.ts'
import type { ViewProps } from '../state.ts'
import { NIL, prepareNil } from './file-acts.ts'

/** A nil return is possible: nothing of ours is on the portal, and nothing of the sheets was left behind. */
export const mayBeNil = ({ stage, empty, heldBack }: ReturnView): boolean =>
  empty && heldBack.length === 0 && (stage === 'draft' || stage === 'saved')

/** Open at once where the check found no rows; where it found any, or could not tell, it warns. */
export function OfferNil({ state, view }: ViewProps & { view: ReturnView }) {
  if (!mayBeNil(view)) return null
  const { check } = state
  const isSure = check !== undefined && isWithoutRows(check)
  const month = periodName(view.period)
  return (
    <details open={isSure}>
      <summary>Nothing to report this month? File a nil return</summary>
      {check !== undefined && !isSure && (
        <Notice weight="warning" title="The sheets say otherwise">
          <p>
            The check found {counted(rowsWithContent(check), 'row')} and{' '}
            {counted(check.notRead.length, 'sheet')} that it did not read. A nil return for {month}{' '}
            reports nothing of them.
          </p>
        </Notice>
      )}
      <p>
        It tells the portal that there was nothing at all to report for {month}. Nothing is filed
        before you sign with an OTP.
      </p>
      <TypedWord
        label={`To confirm, type ${NIL}`}
        word={NIL}
        button="Prepare a nil return"
        off={state.busy !== undefined}
        onMeant={() => void prepareNil()}
      />
    </details>
  )
}

export function NilDeclared({ view }: { view: ReturnView }) {
  const month = periodName(view.period)
  return (
    <>
      <Notice weight="note" title={`Nil return for ${month}`}>
        <p>
          By filing it you declare that <span class="code">{view.gstin}</span> has nothing to report
          for {month}: no sales of any kind, no exports, no credit or debit notes, no advances
          received or adjusted, no amendments, and no documents issued.
        </p>
      </Notice>
      <Button onPress={() => go('save')}>There is something to report after all</Button>
    </>
  )
}
