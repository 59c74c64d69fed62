// What the user decides in a plan's differences, and what then must be typed before it is sent.
import type { Difference, PlanView, SectionPlan } from '../../../agent/http/outputs/plan.ts'
import type { Problem } from '../../../templates/problems/problem.ts'
import { goesWhole } from '../section-names.ts'

/** Ids of the differences in which the sheet shall win. */
export type Ticked = ReadonlySet<string>

/** As in the agent: more removals than this must be typed. */
const REMOVALS_SHOWN = 10

/** Where the sheet wins there, the document is removed from the portal. */
export const isRemoval = (difference: Difference): boolean => difference.ours === undefined

/** The ticks after these were set or taken away. What goes only whole is decided whole. */
export function tickedAfter(
  { differences }: Pick<PlanView, 'differences'>,
  ticked: Ticked,
  decided: readonly Difference[],
  isOn: boolean,
): Ticked {
  const whole = new Set(decided.map(({ section }) => section).filter(goesWhole))
  const ids = [...decided, ...differences.filter(({ section }) => whole.has(section))]
  const after = new Set(ticked)
  for (const { id } of ids) {
    if (isOn) after.add(id)
    else after.delete(id)
  }
  return after
}

/** The number that must be typed; undefined where none must. What the agent asked for in its refusal comes first. */
export function removalsToType(
  { sections, differences }: Pick<PlanView, 'sections' | 'differences'>,
  ticked: Ticked,
  refused: Problem | undefined,
): number | undefined {
  if (refused?.code === 'removals-not-typed') return Number(refused.facts['removals'])
  const counts = sections.map((section) => {
    const here = differences.filter((difference) => difference.section === section.section)
    const won = here.filter((difference) => isRemoval(difference) && ticked.has(difference.id))
    const removed = section.removed.count + won.length
    const left = here.filter(({ theirs }) => theirs !== undefined).length - won.length
    return { removed, must: mustType(section, removed, left) }
  })
  if (!counts.some(({ must }) => must)) return undefined
  return counts.reduce((sum, { removed }) => sum + removed, 0)
}

/** `left`: documents of the portal that differ and are not removed. */
function mustType(section: SectionPlan, removed: number, left: number): boolean {
  const stays = section.unchanged + section.changed.count + left
  return section.mustTypeRemovals || removed > REMOVALS_SHOWN || (removed > 0 && stays === 0)
}
