// What the sheet has and what the portal has, in documents and rupees; the tax too where it differs.
import type { Totals } from '../../../agent/http/outputs/check.ts'
import type { Difference } from '../../../agent/http/outputs/plan.ts'
import type { Paise } from '../../../templates/identifiers.ts'
import { counted, inRupees } from '../../ui/amounts.ts'
import { sideWords, taxOf } from '../amounts-words.ts'
import { whatIsCounted } from '../section-names.ts'

export function BothSides({ difference }: { difference: Difference }) {
  const { ours, theirs } = difference
  const withTax = ours !== undefined && theirs !== undefined && taxOf(ours) !== taxOf(theirs)
  const words = (side: Totals | undefined): string =>
    side === undefined ? 'nothing' : sideWords(side, withTax)
  const goes = ours === undefined && difference.kind !== 'only-there'
  return (
    <Sides
      ours={goes ? 'nothing; if it wins, the portal’s is removed' : words(ours)}
      theirs={words(theirs)}
    />
  )
}

export function SumOfSides({ differences }: { differences: readonly Difference[] }) {
  return <Sides ours={sum(differences, 'ours')} theirs={sum(differences, 'theirs')} />
}

function Sides({ ours, theirs }: { ours: string; theirs: string }) {
  return (
    <dl>
      <dt>Sheet</dt>
      <dd>{ours}</dd>
      <dt>Portal</dt>
      <dd>{theirs}</dd>
    </dl>
  )
}

function sum(differences: readonly Difference[], side: 'ours' | 'theirs'): string {
  const there = differences.flatMap((difference) => difference[side] ?? [])
  if (there.length === 0) return 'nothing'
  const txval = there.reduce((total, one) => total + one.txval, 0) as Paise
  return `${counted(there.length, ...namesOf(differences))}, ${inRupees(txval)}`
}

/** One and many of what the sections hold, where they all hold the same. */
function namesOf(differences: readonly Difference[]): readonly [one: string, many: string] {
  const [first, ...others] = differences.map(({ section }) => whatIsCounted(section))
  const isSame = first !== undefined && others.every(([one]) => one === first[0])
  return isSame ? first : ['document or entry', 'documents and entries']
}
