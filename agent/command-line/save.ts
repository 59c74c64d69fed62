// `gstr1 save`: a workbook to the portal, up to its verdict on every row. `gstr1 undo`: the same for what was there before.
import { basename, resolve } from 'node:path'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import type { CheckedPlan, PlanView } from '../http/outputs/plan.ts'
import { readBlocks } from '../xlsx/read-blocks.ts'
import { aboutReturn, type OfReturn } from './at-desk.ts'
import type { Desk } from './desk.ts'
import { EXIT, exitOfReturn } from './exit.ts'
import { afterOpenWork, follow } from './follow.ts'
import { numberOf } from './options.ts'
import { planLines } from './plan-words.ts'
import { said, type Call, type Said } from './program.ts'
import { reportLines } from './read-file.ts'
import { returnLines } from './return-words.ts'

export const runSave = aboutReturn(async (call, desk, of) => {
  const planned = await planOf(call, desk, of)
  if (!planned.ok) return planned
  const plan = planned.value
  const { color } = call.program.output
  return send(call, desk, of, plan, [...reportLines(plan.check, color), ...planLines(plan)])
})

export const runUndo = aboutReturn(async (call, desk, of) => {
  const idle = await afterOpenWork(call, desk, of)
  if (!idle.ok) return idle
  const planned = await desk.ask('planUndo', of)
  return planned.ok ? send(call, desk, of, planned.value, planLines(planned.value)) : planned
})

/** Shows the plan; unless that is all that is asked, sends it and waits for the verdict. */
async function send(
  call: Call,
  desk: Desk,
  of: OfReturn,
  plan: PlanView,
  lines: readonly string[],
): Promise<Result<Said>> {
  const { given, program } = call
  const { color, notes } = program.output
  const removals = numberOf(given, 'removals')
  if (!removals.ok) return removals
  const leave = given['no-wait'] === true
  // Nobody would be left who sends the rest and asks for the verdict.
  if (leave && desk.where === 'here') return refuse('nobody-would-send')
  if (given['dry-run']) return said(plan, lines, isClean(plan) ? EXIT.done : EXIT.problems)
  for (const line of lines) notes(line)
  if (program.interrupted.aborted) return refuse('interrupted')

  const overwrite = overwritten(plan, given.overwrite ?? [])
  if (!overwrite.ok) return overwrite
  const saved = await desk.ask('save', {
    ...of,
    plan: plan.plan,
    removals: removals.value,
    overwrite: overwrite.value,
    takeOver: given['take-over'],
  })
  if (!saved.ok) return saved
  if (leave)
    return said(saved.value, ['Left to the running agent: gstr1 status --wait tells more.'])
  const view = await follow(call, desk, of)
  if (!view.ok) return view
  const exit = exitOfReturn(view.value)
  const undecided = plan.differenceCount > overwrite.value.length
  return said(
    view.value,
    returnLines(view.value, color),
    exit === EXIT.done && undecided ? EXIT.problems : exit,
  )
}

async function planOf(call: Call, desk: Desk, of: OfReturn): Promise<Result<CheckedPlan>> {
  const [file = ''] = call.words
  const blocks = await readBlocks(file)
  if (!blocks.ok) return blocks
  const idle = await afterOpenWork(call, desk, of)
  if (!idle.ok) return idle
  return desk.ask('plan', { ...of, blocks: blocks.value, id: resolve(file), name: basename(file) })
}

/** Everything the sheets hold would be on the portal. */
const isClean = ({ sections, differenceCount, unread }: PlanView): boolean =>
  unread === undefined &&
  differenceCount === 0 &&
  sections.every(({ heldBack, waiting }) => heldBack + waiting === 0)

/** Each named once. Refuses `difference-unknown` (facts: id): a slip of the keyboard must not pass for a decision. */
function overwritten({ differences }: PlanView, named: readonly string[]): Result<string[]> {
  const ids = differences.map(({ id }) => id)
  if (named.includes('all')) return done(ids)
  const unknown = named.find((id) => !ids.includes(id))
  return unknown === undefined
    ? done([...new Set(named)])
    : refuse('difference-unknown', { id: unknown })
}
