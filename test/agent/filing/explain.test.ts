// Why sheets and portal differ: each cause by what is known of both sides, and all of them together the whole difference.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { heldBy, idOf, type PortalSide } from '../../../agent/filing/plan.ts'
import { explain } from '../../../agent/filing/explain.ts'
import { differenceOf, sidesOf, type BothSides } from '../../../agent/filing/sides.ts'
import { snapshotOf, totalOf, wireOf } from '../../../agent/filing/snapshot.ts'
import { isNothing } from '../../../agent/filing/summary.ts'
import type { Theirs } from '../../../agent/store/held.ts'
import {
  addAmounts,
  NO_AMOUNTS,
  type WireDocument,
} from '../../../templates/payload/wire-document.ts'
import { readWorkbook } from '../../../templates/reading/read-workbook.ts'
import { PERIOD, row, sheet, TAXPAYER, type Row } from '../../sheets.ts'

const context = { taxpayer: TAXPAYER, gstin: TAXPAYER.gstin, period: PERIOD }

const reading = (rows: readonly Row[]) => readWorkbook(sheet(rows), context)
const documentsOf = (rows: readonly Row[]): WireDocument[] => wireOf(reading(rows))
const only = (cells: Partial<Row>): WireDocument => {
  const [document] = documentsOf([row(cells)])
  if (document === undefined) throw new Error('the row is not ready')
  return document
}

function both(
  rows: readonly Row[],
  portal: Partial<PortalSide>,
  more: { behind?: readonly WireDocument[]; refused?: readonly WireDocument[] } = {},
): BothSides {
  const read = reading(rows)
  return {
    snapshot: snapshotOf(read, wireOf(read), more.behind),
    portal: { base: [], theirs: [], ...portal },
    refused: new Set((more.refused ?? []).map(idOf)),
  }
}

const theirs = (document: WireDocument, is: WireDocument | undefined = document): Theirs => ({
  table: document.table,
  key: document.key,
  document: is,
})

/** The portal's own totals, if it holds what we know it to hold. */
const explained = (sides: BothSides) => {
  const portal = totalOf([...heldBy(sides.portal).values()])
  const sheets = sides.snapshot?.totals.b2b ?? NO_AMOUNTS
  return explain(sides, 'b2b', addAmounts(portal, sheets, -1))
}
const causes = (sides: BothSides) =>
  explained(sides).explained.map(({ cause, documents }) => [cause, documents])

/** The same invoice with IGST that the portal rounded otherwise. */
function rounded(document: WireDocument, paise: number): WireDocument {
  const body = structuredClone(document.body)
  const [item] = body.itms as { itm_det: { iamt: number } }[]
  if (item !== undefined) item.itm_det.iamt = Math.round(item.itm_det.iamt * 100 + paise) / 100
  return { ...document, body }
}

const INV = row({ inum: 'INV-1' })
const OTHER = only({ inum: 'INV-9' })
const DEARER = only({ inum: 'INV-1', txval: 2000, val: 2360 })
const SAME = only({ inum: 'INV-1' })

describe('a difference is explained', () => {
  test.each<[string, BothSides]>([
    ['rounding', both([INV], { base: [rounded(SAME, 60)] })],
    ['changed-there', both([INV], { base: [SAME], theirs: [theirs(DEARER)] })],
    ['changed-there', both([INV], { base: [{ ...DEARER, irn: 'x' }] })],
    ['only-there', both([], { theirs: [theirs(OTHER)] })],
    ['gone', both([INV], { base: [SAME], theirs: [{ ...theirs(SAME), document: undefined }] })],
    ['refused', both([INV], {}, { refused: [SAME] })],
    ['refused', both([INV], { base: [DEARER] }, { refused: [SAME] })],
    ['waiting', both([INV], {}, { behind: [SAME] })],
    ['not-sent', both([INV], {})],
    ['still-there', both([], { base: [OTHER] })],
  ])('by %s', (cause, sides) => {
    expect(causes(sides)).toEqual([[cause, 1]])
    expect(explained(sides).unexplained).toEqual(NO_AMOUNTS)
  })

  test('by rounding only below one rupee a line', () => {
    expect(causes(both([INV], { base: [rounded(SAME, 100)] }))).toEqual([['not-sent', 1]])
  })

  test('not at all where sheets and portal agree', () => {
    expect(explained(both([INV], { base: [SAME] }))).toEqual({
      explained: [],
      unexplained: NO_AMOUNTS,
    })
  })
})

test('what no document accounts for stays unexplained', () => {
  const difference = { ...NO_AMOUNTS, txval: 340_00 as typeof NO_AMOUNTS.txval }
  expect(explain(both([INV], { base: [SAME] }), 'b2b', difference)).toEqual({
    explained: [],
    unexplained: difference,
  })
})

test('a save of an earlier version, which kept no amounts, explains nothing rather than something wrong', () => {
  const { snapshot, ...sides } = both([INV], { base: [DEARER] })
  if (snapshot === undefined) throw new Error('no snapshot')
  const earlier = structuredClone({ ...snapshot, figures: undefined })
  const difference = { ...NO_AMOUNTS, txval: 1000_00 as typeof NO_AMOUNTS.txval }
  expect(explain({ ...sides, snapshot: earlier }, 'b2b', difference)).toEqual({
    explained: [],
    unexplained: difference,
  })
})

describe('whatever the two sides hold', () => {
  const fate = fc.constantFrom(
    ...(['same', 'rounded', 'dearer', 'gone', 'never-sent', 'refused', 'not-in-sheets'] as const),
  )

  test('the causes add up to the whole difference, and every document has one state', () => {
    fc.assert(
      fc.property(fc.array(fate, { maxLength: 15 }), (fates) => {
        const rows = fates.map((_, i) => row({ inum: `INV-${i}`, txval: 1000 + i }))
        const documents = documentsOf(rows)
        const of = (...names: typeof fates) =>
          documents.filter((_, i) => names.includes(fates[i] ?? 'same'))
        const sides = both(
          rows.filter((_, i) => fates[i] !== 'not-in-sheets'),
          {
            base: [
              ...of('same', 'gone', 'dearer', 'not-in-sheets'),
              ...of('rounded').map((one) => rounded(one, -70)),
            ],
            theirs: [
              ...of('gone').map((one) => ({ ...theirs(one), document: undefined })),
              ...of('dearer').map((one) => theirs(one, rounded(one, 500_00))),
            ],
          },
          { refused: of('refused') },
        )
        const { explained: parts, unexplained } = explained(sides)
        expect(unexplained).toEqual(NO_AMOUNTS)
        const counts = parts.reduce((sum, { documents: count }) => sum + count, 0)
        const all = sidesOf(sides, 'b2b')
        expect(all).toHaveLength(fates.length)
        const sum = all.map(differenceOf).reduce((a, b) => addAmounts(a, b), NO_AMOUNTS)
        // Differences that cancel each other out to the paisa leave none to explain.
        const differing = isNothing(sum) ? 0 : fates.filter((one) => one !== 'same').length
        expect(counts).toBe(differing)
        expect(
          parts.reduce((total, { amounts }) => addAmounts(total, amounts), NO_AMOUNTS),
        ).toEqual(sum)
      }),
    )
  })
})
