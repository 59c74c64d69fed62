import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mustTypeRemovals, planOf, type SectionChanges } from '../../../agent/filing/plan.ts'
import { submissionsOf } from '../../../agent/filing/submissions.ts'
import { isRemoval, sentIn } from '../../../agent/filing/verdict.ts'
import { wireOf } from '../../../agent/filing/snapshot.ts'
import type { Cell } from '../../../templates/block.ts'
import type { WireDocument } from '../../../templates/payload/wire-document.ts'
import { readWorkbook } from '../../../templates/reading/read-workbook.ts'
import { TABLES } from '../../../templates/tables/tables.ts'
import { BUYERS, HEADERS, PERIOD, row, sheet, TAXPAYER, type Row } from '../../sheets.ts'

const CONTEXT = { taxpayer: TAXPAYER, gstin: TAXPAYER.gstin, period: PERIOD }
const HEAD = { gstin: TAXPAYER.gstin, period: PERIOD }

const reading = (rows: readonly Row[], name?: string) => readWorkbook(sheet(rows, name), CONTEXT)
const held = (rows: readonly Row[]): WireDocument[] => wireOf(reading(rows))

/** The plan of the b2b section for sheets with these rows, over what the portal holds. */
function plan(base: readonly WireDocument[], rows: readonly Row[]): SectionChanges {
  const read = reading(rows)
  const documents = wireOf(read)
  const [section] = planOf(
    { base, theirs: [] },
    read.sheets.map((one) => ({ table: one.table, held: one.held, documents })),
  )
  if (section === undefined) throw new Error('the sheet was not read')
  return section
}

const numbers = (documents: readonly WireDocument[]) => documents.map(({ body }) => body.inum)

const THREE = [
  row({ inum: 'INV-1' }),
  row({ inum: 'INV-2', ctin: BUYERS[1] }),
  row({ inum: 'INV-3', ctin: BUYERS[2] }),
]

describe('a plan', () => {
  test('sends everything the first time and nothing the second', () => {
    expect(numbers(plan([], THREE).added)).toEqual(['INV-1', 'INV-2', 'INV-3'])
    const again = plan(held(THREE), THREE)
    expect(again).toMatchObject({ added: [], changed: [], removed: [], unchanged: 3 })
  })

  test('sends only the invoice that changed', () => {
    const edited = THREE.map((one) =>
      one.inum === 'INV-2' ? { ...one, txval: 900, val: 1062 } : one,
    )
    const changes = plan(held(THREE), edited)
    expect(numbers(changes.changed)).toEqual(['INV-2'])
    expect(changes).toMatchObject({ added: [], removed: [], unchanged: 2 })
  })

  test('removes an invoice whose rows are gone', () => {
    const changes = plan(held(THREE), THREE.slice(0, 2))
    expect(numbers(changes.removed)).toEqual(['INV-3'])
  })

  test('takes a changed GSTIN as a removal and a new document, the removal in an earlier request', () => {
    const moved = THREE.map((one) =>
      one.inum === 'INV-3' ? row({ inum: 'INV-3', ctin: BUYERS[3] }) : one,
    )
    const changes = plan(held(THREE), moved)
    const bodies = submissionsOf(HEAD, [changes], TABLES).map((body) => sentIn(body, TABLES))
    expect(bodies.map((sent) => sent.map(isRemoval))).toEqual([[true], [false]])
  })

  test('leaves a table alone whose sheet cannot be read', () => {
    const read = reading(THREE, 'Sheet1')
    expect(read.sheets).toEqual([])
    expect(planOf({ base: held(THREE), theirs: [] }, [])).toEqual([])
  })

  test('keeps an invoice on the portal whose row is held back', () => {
    const broken = THREE.map((one) => (one.inum === 'INV-3' ? { ...one, rt: 17 } : one))
    const changes = plan(held(THREE), broken)
    expect(changes).toMatchObject({ removed: [], unchanged: 2, heldBack: 1 })
  })

  test('keeps an invoice on the portal whose GSTIN or number can no longer be read', () => {
    for (const wrong of [
      { ctin: '29AAKFC3141B1ZX' },
      { inum: 'INV#3' },
      { ctin: '', inum: '#REF!' },
    ]) {
      const broken = THREE.map((one) => (one.inum === 'INV-3' ? { ...one, ...wrong } : one))
      expect(plan(held(THREE), broken).removed, JSON.stringify(wrong)).toEqual([])
    }
  })

  test('asks for the number of removals when they are many or all', () => {
    const base = held(Array.from({ length: 30 }, (_, i) => row({ inum: `INV-${i}` })))
    const left = (count: number) =>
      plan(
        base,
        Array.from({ length: count }, (_, i) => row({ inum: `INV-${i}` })),
      )
    expect(mustTypeRemovals(left(20))).toBe(false)
    expect(mustTypeRemovals(left(19))).toBe(true)
    expect(mustTypeRemovals(plan(held(THREE.slice(0, 1)), []))).toBe(true)
  })
})

/** Cells that go wrong: typing mistakes, blanks, Excel's errors, other kinds of values. Never another good value. */
const spoiled: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell>('', '#REF!', '#N/A', '?', '17%%', 'abc def_ghi.jkl', -5, true, 1e300),
  fc.string({ minLength: 1, maxLength: 20 }).map((text) => `*${text}`),
)

describe('whatever happens to the cells of a row', () => {
  test('an invoice the portal holds is never removed while its row stands in the sheet', () => {
    const base = held(THREE)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2), fc.nat(HEADERS.length - 1), spoiled), {
          minLength: 1,
          maxLength: 4,
        }),
        (faults) => {
          const rows = THREE.map((one) => ({ ...one }))
          for (const [at, column, cell] of faults) {
            const name = Object.keys(row())[column] as keyof Row
            const target = rows[at]
            if (target) target[name] = cell
          }
          expect(plan(base, rows).removed).toEqual([])
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('an invoice of several rates is never sent without the row that is wrong', () => {
    const lines = [5, 18, 40].map((rt) => row({ inum: 'INV-9', rt, val: 3630, txval: 1000 }))
    fc.assert(
      fc.property(fc.nat(2), fc.nat(HEADERS.length - 1), spoiled, (at, column, cell) => {
        const rows = lines.map((one) => ({ ...one }))
        const name = Object.keys(row())[column] as keyof Row
        const target = rows[at]
        if (target) target[name] = cell
        for (const document of [...plan([], rows).added]) {
          expect((document.body.itms as unknown[]).length).toBe(3)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('submissions', () => {
  test('stay under their size, lose nothing, and keep removals before everything else', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 30 }),
        (added, removed) => {
          const documents = held(
            Array.from({ length: added + removed }, (_, i) =>
              row({ inum: `INV-${i}`, ctin: BUYERS[i % BUYERS.length] ?? '' }),
            ),
          )
          const limit = 2000
          const changes = {
            section: 'b2b',
            there: removed,
            differing: [],
            adopted: [],
            forgotten: [],
            added: documents.slice(0, added),
            changed: [],
            removed: documents.slice(added),
            unchanged: 0,
            heldBack: 0,
            waiting: [],
          }
          const bodies = submissionsOf(HEAD, [changes], TABLES, limit)
          const sent = bodies.map((body) => sentIn(body, TABLES))
          for (const body of bodies) expect(Buffer.byteLength(body)).toBeLessThanOrEqual(limit)
          expect(
            sent
              .flat()
              .map(({ key }) => key)
              .sort(),
          ).toEqual(documents.map(({ key }) => key).sort())
          const kinds = sent.flat().map(isRemoval)
          expect(kinds).toEqual([...kinds].sort((a, b) => Number(b) - Number(a)))
          for (const part of sent) expect(new Set(part.map(isRemoval)).size).toBe(1)
        },
      ),
      { numRuns: 60 },
    )
  })
})

test('what an undo brings back is sent as new, also in tables whose rows say so', () => {
  const eco = TABLES.find(({ shape }) => shape.constants?.flag === 'N')
  if (eco === undefined) throw new Error('no table flags its new rows')
  const held: WireDocument = {
    section: eco.section,
    table: eco.id,
    key: 'k',
    party: {},
    body: { pos: '29' },
    path: eco.shape.path,
  }
  const added = { ...plan([], THREE), section: eco.section, added: [held] }
  const [body = ''] = submissionsOf(HEAD, [added], TABLES)
  expect(body).toContain('"flag":"N"')
})
