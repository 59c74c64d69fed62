// What counts as a change: anything a sheet carries. What does not: the portal's own numbering, order, case and rounding.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../../templates/block.ts'
import { serialOf } from '../../../templates/columns/date.ts'
import { sameDocument } from '../../../templates/payload/same-document.ts'
import {
  asList,
  asObject,
  toWire,
  type WireDocument,
} from '../../../templates/payload/wire-document.ts'
import { b2b } from '../../../templates/tables/b2b.ts'
import { at, FAR, line, onlyDocument, readRows } from '../b2b-sheet.ts'

const rows = [line({ val: 14_050 }), line({ val: 14_050, rt: 5, txval: 2000, csamt: 150 })]
const wire = (cells: readonly (readonly Cell[])[] = rows) => toWire(onlyDocument(readRows(cells)))
const ours = wire()
const same = (a: WireDocument, b: WireDocument) => {
  const answer = sameDocument(b2b, a, b)
  expect(sameDocument(b2b, b, a)).toBe(answer)
  return answer
}

/** The document as the portal may hold it, with its lines changed. */
const withLines = (
  change: (detail: Record<string, unknown>, i: number) => object,
): WireDocument => ({
  ...ours,
  body: JSON.parse(
    JSON.stringify({
      ...ours.body,
      itms: asList(ours.body.itms).map((item, i) => ({
        num: i + 1,
        itm_det: change(asObject(item.itm_det), i),
      })),
    }),
  ),
})

describe('the same', () => {
  test('is a document and itself, and its rows in another order', () => {
    expect(same(ours, ours)).toBe(true)
    expect(same(ours, wire([...rows].reverse()))).toBe(true)
  })

  test('is a number in another case', () => {
    const lower = { ...ours, body: { ...ours.body, inum: String(ours.body.inum).toLowerCase() } }
    expect(same(ours, lower)).toBe(true)
  })

  test('are lines numbered 1, 2 by the portal, with unused heads as zero', () => {
    expect(
      same(
        ours,
        withLines((detail) => ({ iamt: 0, ...detail })),
      ),
    ).toBe(true)
  })

  test('is tax that differs by less than a rupee a line', () => {
    const paise = fc.integer({ min: -99, max: 99 })
    fc.assert(
      fc.property(paise, paise, (central, state) => {
        const near = withLines((detail) => ({
          ...detail,
          camt: (Math.round(Number(detail.camt) * 100) + central) / 100,
          samt: (Math.round(Number(detail.samt) * 100) + state) / 100,
        }))
        expect(same(ours, near)).toBe(true)
      }),
    )
  })

  test('is a default that the portal leaves out', () => {
    const { rchrg, ...body } = ours.body
    expect(rchrg).toBe('N')
    expect(same(ours, { ...ours, body })).toBe(true)
  })
})

describe('not the same', () => {
  test('is tax a rupee apart', () => {
    const far = withLines((detail) => ({ ...detail, camt: Number(detail.camt) + 1 }))
    expect(same(ours, far)).toBe(false)
  })

  test.each<[string, Cell]>([
    ['ctin', FAR],
    ['inum', 'KT/26-27/0999'],
    ['idt', serialOf('2026-10-10')],
    ['val', 14_050.01],
    ['pos', '27-Maharashtra'],
    ['rchrg', 'Y'],
    ['diff_percent', 65],
    ['inv_typ', 'SEZ supplies with payment'],
  ])('is a document whose %s was changed', (name, value) => {
    const columns = b2b.columns.map((column) => column.name)
    const changed = rows.map((cells) =>
      cells.map((cell, i) => (columns[i] === name ? value : cell)),
    )
    expect(same(ours, wire(changed))).toBe(false)
  })

  test.each<[string, Cell]>([
    ['rt', 12],
    ['txval', 2000.01],
    ['csamt', 150.01],
  ])('is a document with a line whose %s was changed', (name, value) => {
    const at = b2b.columns.findIndex((column) => column.name === name)
    const changed = rows.map((cells, row) =>
      cells.map((cell, i) => (row === 1 && i === at ? value : cell)),
    )
    expect(same(ours, wire(changed))).toBe(false)
  })

  test('is a value that nobody understands, where the other has its default', () => {
    expect(ours.body.rchrg).toBe('N')
    expect(same(ours, { ...ours, body: { ...ours.body, rchrg: 'Yes' } })).toBe(false)
    const free = wire(rows.map((cells) => cells.with(at('csamt'), 0)))
    const body = JSON.parse(JSON.stringify(free.body).replaceAll('"csamt":0', '"csamt":"1,000"'))
    expect(same(free, { ...free, body })).toBe(false)
  })

  test('is a document with a line more', () => {
    expect(same(ours, wire([...rows, line({ val: 14_050, rt: 28, txval: 1 })]))).toBe(false)
  })

  test('every column that is sent was changed here', () => {
    const sent = b2b.columns.filter(({ sheetOnly }) => !sheetOnly).map(({ name }) => name)
    expect(sent).toEqual([
      'ctin',
      'inum',
      'idt',
      'val',
      'pos',
      'rchrg',
      'diff_percent',
      'inv_typ',
      'rt',
      'txval',
      'csamt',
    ])
  })

  test('a receiver’s new name is no change, for it is never sent', () => {
    expect(same(ours, wire(rows.map((cells) => cells.with(1, 'Ganesh & Sons'))))).toBe(true)
  })
})
