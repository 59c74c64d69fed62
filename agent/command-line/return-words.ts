// A return, its review and the portal's totals in lines for a terminal.
import type { Totals } from '../http/outputs/check.ts'
import type { Tracking } from '../http/outputs/portal.ts'
import type { Stage, ReturnView } from '../http/outputs/return.ts'
import type { Review } from '../http/outputs/review.ts'
import { formatRupees } from '../../templates/money.ts'
import { causeWords, UNEXPLAINED } from '../../templates/problems/difference-words.ts'
import { stepSentence } from '../../templates/problems/english.ts'
import { problemLine } from './problem-words.ts'

const STAGES: Readonly<Record<Stage, string>> = {
  draft: 'nothing is saved, or not what the sheets hold',
  saving: 'being saved',
  saved: 'saved',
  savedWithErrors: 'saved in part: see what was refused or held back',
  resetting: 'being reset',
  preparing: 'being prepared for filing',
  ready: 'prepared: review it, then file',
  otpRequested: 'prepared, an EVC OTP was sent',
  filing: 'sent for filing, the outcome is not known yet: checking',
  accepted: 'acknowledged by the portal, not yet confirmed: checking',
  filed: 'filed',
  filedElsewhere: 'filed, but not from here',
  awaitingPortalSignature: 'prepared, to be signed with DSC on the portal',
}

export function returnLines(view: ReturnView, color: boolean): string[] {
  const { stage, work, lastSave, heldBack } = view
  return [
    `${view.gstin} ${view.period} (${view.environment}): ${STAGES[stage]}`,
    ...(view.arn === undefined ? [] : [`ARN ${view.arn}, filed on ${view.filedOn ?? '?'}`]),
    ...(view.toldArn === undefined
      ? []
      : [`ARN ${view.toldArn} as you told it; the portal has not confirmed it yet`]),
    ...(view.ack === undefined || view.arn !== undefined ? [] : [`Acknowledgement ${view.ack}`]),
    ...(work === undefined ? [] : [`Now: ${stepSentence(work.step)}`]),
    ...(lastSave === undefined
      ? []
      : [
          `Last save ${lastSave.at}: ${lastSave.sent} sent, ${lastSave.accepted} accepted, ${lastSave.refused} refused`,
          ...(lastSave.stopped === undefined
            ? []
            : [`Stopped before it was sent: ${lastSave.stopped}`]),
        ]),
    ...(view.readBack === undefined ? [] : [READ_BACK[view.readBack]]),
    ...(heldBack.length === 0
      ? []
      : [
          `${view.leftOut ? 'Left out' : 'Held back'} (${heldBack.length}): ${heldBack.join('; ')}`,
        ]),
    ...(view.refusal === undefined ? [] : [problemLine(view.refusal, color)]),
    ...view.verdict.map((problem) => problemLine(problem, color)),
  ]
}

const READ_BACK: Readonly<Record<NonNullable<ReturnView['readBack']>, string>> = {
  same: 'Read back: the portal holds what its verdict said',
  different: 'Read back: the portal holds something else than its verdict said',
  'no-answer': 'Read back: the portal did not answer',
}

/** Number of documents and their rupees: taxable value, and all taxes together. */
export const totalsWords = ({ count, txval, iamt, camt, samt, csamt }: Totals): string =>
  `${count} (₹${formatRupees(txval)} + ₹${formatRupees(iamt + camt + samt + csamt)} tax)`

const isNothing = (totals: Totals): boolean => Object.values(totals).every((part) => part === 0)

export function reviewLines(review: Review): string[] {
  return [
    ...review.rows.flatMap(({ section, sheet, portal, difference, explained, unexplained }) => {
      const ties = isNothing(difference)
      return [
        `${section.padEnd(10)} sheets ${totalsWords(sheet)}, portal ${totalsWords(portal)}`,
        ...(ties ? [] : [`${section.padEnd(10)} DIFFERENCE ${totalsWords(difference)}`]),
        ...explained.map(
          ({ cause, documents, amounts }) =>
            `${''.padEnd(10)} ${totalsWords(amounts)}: ${causeWords(cause, `${documents} document${documents === 1 ? '' : 's'}`)}`,
        ),
        ...(ties || isNothing(unexplained)
          ? []
          : [`${''.padEnd(10)} ${totalsWords(unexplained)}: ${UNEXPLAINED}.`]),
      ]
    }),
    review.ties
      ? 'Portal and sheets agree to the paisa.'
      : 'Portal and sheets differ; see the lines above.',
    ...(review.heldBack.length > 0 ? [`Held back: ${review.heldBack.join('; ')}`] : []),
    `Checksum ${review.checksum}`,
  ]
}

export const TRACKED: Readonly<Record<Tracking['said'], string>> = {
  filed: 'Filed',
  'not-listed': 'The portal’s list of filings does not show it.',
  'no-information': 'The portal gave no list of filings; that proves nothing.',
}
