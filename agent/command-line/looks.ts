// The commands that only look: status, summary, pull, track.
import { aboutReturn } from './at-desk.ts'
import { refuse } from '../../templates/problems/problem.ts'
import type { SectionSummary } from '../../templates/wire/answers.ts'
import { EXIT, exitOfReturn } from './exit.ts'
import { follow } from './follow.ts'
import { said } from './program.ts'
import { returnLines, TRACKED } from './return-words.ts'
import { writeOut } from './write-out.ts'

export const runStatus = aboutReturn(async (call, desk, of) => {
  const state = await desk.ask('state', of)
  if (!state.ok) return state
  // Asking what became of a filing changes nothing, so it needs no --wait.
  const filing = ['filing', 'accepted'].includes(state.value.stage)
  const once = call.given.wait !== true
  const view = filing || !once ? await follow(call, desk, of, { once }) : state
  if (!view.ok) return view
  return said(
    view.value,
    returnLines(view.value, call.program.output.color),
    exitOfReturn(view.value),
  )
})

export const runSummary = aboutReturn(async ({ given }, desk, of) => {
  const { form = 'long' } = given
  if (form !== 'long' && form !== 'short') {
    return refuse('usage', { reason: '--form is long or short.' })
  }
  const summary = await desk.ask('summary', { ...of, form })
  if (!summary.ok) return summary
  return said(summary.value, [
    ...summary.value.sec_sum.map(summaryLine),
    `Checksum ${summary.value.chksum}`,
  ])
})

/** The portal's own names and figures, as it wrote them. */
const summaryLine = ({ sec_nm: name, ttl_rec: count, ...more }: SectionSummary): string => {
  const amounts = [more.ttl_tax, more.ttl_igst, more.ttl_cgst, more.ttl_sgst, more.ttl_cess]
  return [name.padEnd(12), String(count), ...amounts.map((amount) => String(amount ?? '-'))].join(
    '  ',
  )
}

export const runPull = aboutReturn(async ({ given, program }, desk, of) => {
  const pulled = await desk.ask('pull', of)
  if (!pulled.ok) return pulled
  const { documents, held, differing } = pulled.value
  const waiting = documents.filter(({ state }) => state === 'being-prepared')
  for (const { name, state, count, minutes } of documents) {
    if (state === 'held') program.output.notes(`${name}: ${count}`)
    if (state === 'being-prepared') {
      program.output.notes(`${name}: being prepared; ask again in ${minutes ?? '?'} minutes`)
    }
  }
  program.output.notes(`${differing} documents differ from what was last confirmed here.`)
  const exit = waiting.length > 0 ? EXIT.unknown : EXIT.done
  const json = JSON.stringify(held)
  if (given.out === undefined) return said(pulled.value, [json], exit)
  const written = await writeOut(given.out, `${json}\n`, given)
  if (!written.ok) return written
  return said(pulled.value, [`Written to ${given.out}.`], exit)
})

export const runTrack = aboutReturn(async (_, desk, of) => {
  const tracked = await desk.ask('track', of)
  if (!tracked.ok) return tracked
  const { said: word, arn, filedOn } = tracked.value
  const filed =
    word === 'filed' ? [`Filed on ${filedOn ?? '?'}, ARN ${arn ?? '?'}`] : [TRACKED[word]]
  return said(tracked.value, filed, EXIT_OF[word])
})

const EXIT_OF = { filed: EXIT.done, 'not-listed': EXIT.problems, 'no-information': EXIT.unknown }
