// `gstr1 review` and `gstr1 file`: the portal's totals beside the sheets', the EVC OTP, and the ARN.
// `file` is sent once, by the engine; here nothing is tried again.
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import type { ReturnView } from '../http/outputs/return.ts'
import type { Review } from '../http/outputs/review.ts'
import { aboutReturn, type OfReturn } from './at-desk.ts'
import type { Desk } from './desk.ts'
import { EXIT, exitOfAct } from './exit.ts'
import { follow } from './follow.ts'
import { inWords } from './problem-words.ts'
import { said, type Call, type Said } from './program.ts'
import { returnLines, reviewLines } from './return-words.ts'

/** Stands for the checksum of a nil return, which has no summary. */
const NIL_CHECKSUM = 'nil'
/** What a person types in the pane; here --with-differences says it. */
const WITH_DIFFERENCE = 'FILE WITH THIS DIFFERENCE'

export const runReview = aboutReturn(async (_, desk, of) => {
  const review = await desk.ask('review', of)
  if (!review.ok) return review
  return said(
    review.value,
    reviewLines(review.value),
    review.value.ties ? EXIT.done : EXIT.problems,
  )
})

export const runFile = aboutReturn(async (call, desk, of) => {
  const { given, program } = call
  const allowed = mayConfirm(call, of)
  if (!allowed.ok) return allowed
  const state = await desk.ask('state', of)
  if (!state.ok) return state
  // Run again after a lost answer, it asks what became of that filing, and sends nothing.
  if (SENT.has(state.value.stage)) return ended(call, desk, of, state.value)

  const checksum = await reviewed(call, desk, of, state.value)
  if (!checksum.ok) return checksum
  const onlySend = given['send-otp'] === true
  // Before the OTP: a person who looks at the review may still turn back.
  const confirmation =
    given.confirm ??
    (onlySend ? '' : await program.lines.next('Last four characters of the GSTIN:'))
  if (program.interrupted.aborted) return refuse('interrupted')
  if (!onlySend && !confirms(confirmation, of))
    return refuse('confirmation-wrong', { gstin: of.gstin })

  if (!given['otp-stdin']) {
    const sent = await desk.ask('requestEvc', { ...of, checksum: checksum.value })
    if (!sent.ok) return sent
    if (onlySend) {
      return said(sent.value, [
        `OTP sent for ${checksum.value}. Next: gstr1 file --otp-stdin, with the OTP as a line.`,
      ])
    }
    program.output.notes('The portal has sent an EVC OTP to the signatory.')
  }
  const otp = await program.lines.next('EVC OTP:')
  if (program.interrupted.aborted) return refuse('interrupted')
  if (otp === undefined || otp === '') return refuse('otp-not-typed')
  const filed = await desk.ask('file', {
    ...of,
    checksum: checksum.value,
    otp,
    confirmation: confirmation ?? '',
    ...(given['with-differences'] && { differences: WITH_DIFFERENCE }),
  })
  return filed.ok ? ended(call, desk, of, filed.value) : filed
})

const SENT: ReadonlySet<ReturnView['stage']> = new Set([
  'filing',
  'accepted',
  'filed',
  'filedElsewhere',
])

/** Without a terminal nobody can be asked, so --confirm is looked at before anything else. */
function mayConfirm({ program, given }: Call, of: OfReturn): Result<undefined> {
  if (given.confirm !== undefined) {
    return confirms(given.confirm, of)
      ? done(undefined)
      : refuse('confirmation-wrong', { gstin: of.gstin })
  }
  return program.lines.isTerminal || given['send-otp']
    ? done(undefined)
    : refuse('confirmation-missing')
}

const confirms = (typed: string | undefined, { gstin }: OfReturn): boolean =>
  typed?.toUpperCase() === gstin.slice(-4)

/** The checksum of what is filed. What differs, or is left out, must be meant. */
async function reviewed(
  { given, program }: Call,
  desk: Desk,
  of: OfReturn,
  view: ReturnView,
): Promise<Result<string>> {
  const { notes } = program.output
  const review: Result<Review> | undefined = view.nil ? undefined : await desk.ask('review', of)
  if (review?.ok === false) return review
  for (const line of review === undefined ? ['A nil return.'] : reviewLines(review.value))
    notes(line)
  const checksum = review?.value.checksum ?? NIL_CHECKSUM
  if (given.checksum !== undefined && given.checksum !== checksum) return refuse('summary-changed')
  if (review?.value.ties === false && !given['with-differences'])
    return refuse('review-differs', { word: WITH_DIFFERENCE })
  if (given['leave-out'] && view.heldBack.length > 0 && !view.leftOut) {
    const left = await desk.ask('leaveOut', { ...of, documents: [...view.heldBack] })
    if (!left.ok) return left
  }
  return done(checksum)
}

/** The ARN alone on standard output; "filed" is said only with it. */
async function ended(call: Call, desk: Desk, of: OfReturn, now: ReturnView): Promise<Result<Said>> {
  const { output } = call.program
  if (now.stage === 'filing') output.notes(inWords(refuse('outcome-unknown').problem))
  const view = await follow(call, desk, of)
  if (!view.ok) return view
  const { stage, arn } = view.value
  const lines = returnLines(view.value, output.color)
  if (arn === undefined) {
    return said(view.value, lines, exitOfAct(view.value) || EXIT.problems)
  }
  for (const line of lines) output.notes(line)
  return said(view.value, [arn], stage === 'filed' ? EXIT.done : EXIT.problems)
}
