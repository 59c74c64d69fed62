// The acts on a return that are one question and then waiting: reset, proceed, and what a person saw on the portal.
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import type { Answer } from '../http/contract.ts'
import type { ReturnView } from '../http/outputs/return.ts'
import { aboutReturn, type OfReturn } from './at-desk.ts'
import type { Desk } from './desk.ts'
import { exitOfAct } from './exit.ts'
import { afterOpenWork, follow } from './follow.ts'
import { said, type Call } from './program.ts'
import { returnLines } from './return-words.ts'

export const runReset = act('RESET', (desk, of, confirmation) =>
  desk.ask('reset', { ...of, confirmation }),
)

export const runProceed = act(
  ({ given }) => (given.nil ? 'NIL' : undefined),
  (desk, of, confirmation) =>
    confirmation === '' ? desk.ask('prepare', of) : desk.ask('prepareNil', { ...of, confirmation }),
)

/** A filing whose outcome is unknown is open; these two speak of it, and then the portal is asked once. */
export const runNotFiled = act(
  'NOT FILED',
  (desk, of, confirmation) => desk.ask('notFiled', { ...of, confirmation }),
  { ofOpenWork: true, askOnce: true },
)

export const runFiledOnPortal = act(
  undefined,
  (desk, of, _, { given }) => desk.ask('filedOnPortal', { ...of, arn: given.arn ?? '' }),
  { ofOpenWork: true, askOnce: true },
)

export const runStopSaving = act(undefined, (desk, of) => desk.ask('stopSaving', of), {
  ofOpenWork: true,
})

export const runSignedOnPortal = act(undefined, (desk, of) => desk.ask('signedOnPortal', of))

type Word = string | undefined

/** `word` is what must be typed, or given with --confirm. An act of open work does not wait for that to end. */
function act(
  word: Word | ((call: Call) => Word),
  ask: (desk: Desk, of: OfReturn, confirmation: string, call: Call) => Promise<Answer<'state'>>,
  { ofOpenWork = false, askOnce = false } = {},
) {
  return aboutReturn(async (call, desk, of) => {
    const typed = await confirmed(call, typeof word === 'function' ? word(call) : word)
    if (!typed.ok) return typed
    const idle = ofOpenWork ? undefined : await afterOpenWork(call, desk, of)
    if (idle?.ok === false) return idle
    const begun = await ask(desk, of, typed.value, call)
    if (!begun.ok) return begun
    const view: Result<ReturnView> = await follow(call, desk, of, { once: askOnce })
    if (!view.ok) return view
    return said(
      view.value,
      returnLines(view.value, call.program.output.color),
      exitOfAct(view.value),
    )
  })
}

/** The word, from --confirm or standard input; nothing where none is asked for. */
async function confirmed({ program, given }: Call, word: Word): Promise<Result<string>> {
  if (word === undefined) return done('')
  const typed = given.confirm ?? (await program.lines.next(`Type ${word} to go on:`))
  if (program.interrupted.aborted) return refuse('interrupted')
  return typed === word ? done(word) : refuse('word-not-typed', { word })
}
