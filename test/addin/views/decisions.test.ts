// How many removals must be typed before a plan is sent: never fewer than the agent asks for.
import { describe, expect, test } from 'vitest'
import type { Difference } from '../../../agent/http/outputs/plan.ts'
import { removalsToType, tickedAfter } from '../../../addin/views/save/decisions.ts'
import { section, totals } from './gallery-states.ts'

const onlyThere = (length: number, name = 'b2b'): Difference[] =>
  Array.from({ length }, (_, i) => ({
    id: `${name} ${i}`,
    kind: 'only-there',
    section: name,
    document: `INV-${i}`,
    theirs: totals(1, 100),
    columns: [],
  }))
const all = (differences: readonly Difference[]) => new Set(differences.map(({ id }) => id))

describe('removals to type', () => {
  const differences = onlyThere(6)

  test('none, where few of many are removed', () => {
    const sections = [section('b2b', { unchanged: 1, removed: totals(4, 400) })]
    expect(removalsToType({ sections, differences }, all(differences), undefined)).toBeUndefined()
  })

  test('those of the plan and those ticked, where together they are more than ten', () => {
    const sections = [
      section('b2b', { unchanged: 1, removed: totals(5, 500) }),
      section('cdnr', { unchanged: 3, removed: totals(2, 200) }),
    ]
    expect(removalsToType({ sections, differences }, all(differences), undefined)).toBe(13)
  })

  test('all of a section, but not while one of it is left alone', () => {
    const sections = [section('b2b', {})]
    const some = all(differences.slice(1))
    expect(removalsToType({ sections, differences }, some, undefined)).toBeUndefined()
    expect(removalsToType({ sections, differences }, all(differences), undefined)).toBe(6)
  })

  test('a document that is sent again removes nothing', () => {
    const gone = differences.map(({ theirs, ...rest }) => ({
      ...rest,
      kind: 'gone' as const,
      ours: theirs ?? totals(1, 1),
    }))
    const sections = [section('b2b', {})]
    expect(removalsToType({ sections, differences: gone }, all(gone), undefined)).toBeUndefined()
  })
})

test('a tick in a section that goes whole ticks all of that section and nothing else', () => {
  const differences = [...onlyThere(2, 'hsn'), ...onlyThere(2, 'b2b')]
  const [first] = differences
  if (first === undefined) throw new Error('no difference')
  expect([...tickedAfter({ differences }, new Set(), [first], true)]).toEqual(['hsn 0', 'hsn 1'])
})
