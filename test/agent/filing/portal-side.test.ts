// The three-way plan: whatever the portal, the base and the sheets hold, nothing that changed elsewhere is touched unasked,
// and with everything decided for the sheets the portal ends as they are.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  heldBy,
  idOf,
  planOf,
  type PortalSide,
  type SectionChanges,
} from '../../../agent/filing/plan.ts'
import { wireOf } from '../../../agent/filing/snapshot.ts'
import { beforeIn, beforeOf, tablesBefore } from '../../../agent/filing/undo.ts'
import type { Theirs } from '../../../agent/store/held.ts'
import { sameDocument } from '../../../templates/payload/same-document.ts'
import type { WireDocument } from '../../../templates/payload/wire-document.ts'
import { readWorkbook } from '../../../templates/reading/read-workbook.ts'
import { TABLES } from '../../../templates/tables/tables.ts'
import { PERIOD, row, sheet, TAXPAYER } from '../../sheets.ts'

const CONTEXT = { taxpayer: TAXPAYER, gstin: TAXPAYER.gstin, period: PERIOD }
const [b2b] = TABLES
if (b2b === undefined) throw new Error('there is no table')

/** A small world: six numbers, three values each. */
const version = (number: number, value: number): WireDocument => {
  const rows = [row({ inum: `INV-${number}`, txval: value, val: value * 1.18 })]
  const [document] = wireOf(readWorkbook(sheet(rows), CONTEXT))
  if (document === undefined) throw new Error('the row is not ready')
  return document
}
const WORLD = Array.from({ length: 6 }, (_, i) => [1000, 2000, 3000].map((v) => version(i, v)))

const aVersion = fc.option(fc.nat(2), { nil: undefined })
const aHistory = fc.record({
  base: aVersion,
  now: aVersion,
  ours: aVersion,
  looked: fc.boolean(),
  irn: fc.boolean(),
})
type History = typeof aHistory extends fc.Arbitrary<infer T> ? T : never

const of = (number: number, value: number | undefined): WireDocument | undefined =>
  value === undefined ? undefined : WORLD[number]?.[value]

function worldOf(histories: readonly History[]) {
  const base: WireDocument[] = []
  const theirs: Theirs[] = []
  const ours: WireDocument[] = []
  histories.forEach((history, i) => {
    const [known, sheets] = [of(i, history.base), of(i, history.ours)]
    const found = of(i, history.now)
    if (known !== undefined) base.push(known)
    if (sheets !== undefined) ours.push(sheets)
    const moved = history.looked && history.now !== history.base
    const [first] = WORLD[i] ?? []
    if (!moved || first === undefined) return
    const document = found && { ...found, ...(history.irn && { irn: 'f'.repeat(64) }) }
    theirs.push({ table: first.table, key: first.key, document })
  })
  return { side: { base, theirs } satisfies PortalSide, ours }
}

const plan = (
  side: PortalSide,
  ours: readonly WireDocument[],
  overwrite: readonly string[] = [],
) => {
  const [section] = planOf(side, [{ table: b2b, documents: ours, held: [] }], new Set(overwrite))
  if (section === undefined) throw new Error('the table was not planned')
  return section
}

/** Whatever differs, the sheets win. */
const decided = (side: PortalSide, ours: readonly WireDocument[]) =>
  plan(
    side,
    ours,
    plan(side, ours).differing.map(({ table, key }) => `${table.id} ${key}`),
  )

/** What the portal holds when a plan was sent. */
function after(side: PortalSide, { removed, changed, added }: SectionChanges) {
  const held = heldBy(side)
  for (const document of removed) held.delete(idOf(document))
  for (const document of [...changed, ...added]) held.set(idOf(document), document)
  return held
}

const histories = fc.array(aHistory, { minLength: 1, maxLength: WORLD.length })

test('what the portal holds otherwise than it told us is left alone while nobody decides', () => {
  fc.assert(
    fc.property(histories, (all) => {
      const { side, ours } = worldOf(all)
      const section = plan(side, ours)
      const elsewhere = new Set(side.theirs.map(idOf))
      for (const document of [...section.changed, ...section.removed, ...section.added]) {
        expect(elsewhere).not.toContain(idOf(document))
      }
      const told = new Set(section.differing.map(({ table, key }) => `${table.id} ${key}`))
      const held = heldBy(side)
      for (const { table, key } of side.theirs) {
        const there = held.get(idOf({ table, key }))
        const own = ours.find((document) => document.key === key)
        const alike =
          there === undefined || own === undefined ? there === own : sameDocument(b2b, there, own)
        expect(told.has(`${table} ${key}`)).toBe(!alike)
      }
    }),
    { numRuns: 500 },
  )
})

test('with everything decided for the sheets, the portal ends as they are', () => {
  fc.assert(
    fc.property(histories, (all) => {
      const { side, ours } = worldOf(all)
      const section = decided(side, ours)
      expect(section.differing).toEqual([])
      const held = after(side, section)
      expect([...held.keys()].sort()).toEqual(ours.map(idOf).sort())
      for (const document of ours) {
        expect(sameDocument(b2b, held.get(idOf(document)) ?? document, document)).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})

test('a save that is undone leaves the portal as it was before it', () => {
  fc.assert(
    fc.property(histories, (all) => {
      const { side, ours } = worldOf(all)
      const sent = decided(side, ours)
      const now = { base: [...after(side, sent).values()], theirs: [] }
      const before = beforeIn(JSON.stringify(beforeOf(side, [sent])))
      const [back] = tablesBefore(now, before).map(({ documents }) => decided(now, documents))
      const [was, is] = [heldBy(side), back === undefined ? heldBy(now) : after(now, back)]
      expect([...is.keys()].sort()).toEqual([...was.keys()].sort())
      for (const [id, document] of was) {
        expect(sameDocument(b2b, is.get(id) ?? document, document)).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})

test('the difference of a document is told once, with its kind', () => {
  const known = version(0, 1000)
  const other = version(0, 2000)
  const mine = version(0, 3000)
  const kinds = (base: WireDocument[], theirs: WireDocument | undefined, ours: WireDocument[]) =>
    plan(
      { base, theirs: [{ table: 'b2b', key: known.key, document: theirs }] },
      ours,
    ).differing.map(({ kind }) => kind)
  expect(kinds([known], other, [known])).toEqual(['elsewhere'])
  expect(kinds([known], other, [mine])).toEqual(['elsewhere'])
  expect(kinds([known], other, [other])).toEqual([])
  expect(kinds([known], other, [])).toEqual(['elsewhere'])
  expect(kinds([], other, [])).toEqual(['only-there'])
  expect(kinds([], other, [mine])).toEqual(['elsewhere'])
  expect(kinds([known], undefined, [known])).toEqual(['gone'])
  expect(kinds([known], undefined, [])).toEqual([])
  expect(kinds([], { ...other, irn: 'i' }, [mine])).toEqual(['e-invoice'])
})
