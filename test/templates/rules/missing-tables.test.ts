// Tables 12 and 13 may not be missing from a return that has what they are about. The portal may hold them from elsewhere,
// so it is a doubt; and what cannot be read is not missing.
import { expect, test } from 'vitest'
import type { Block } from '../../../templates/block.ts'
import { readWorkbook } from '../../../templates/reading/read-workbook.ts'
import { missingTables } from '../../../templates/rules/missing-tables.ts'
import { at } from '../../../templates/tables/advances.ts'
import { b2b, b2ba } from '../../../templates/tables/b2b.ts'
import { b2cs } from '../../../templates/tables/b2cs.ts'
import { docs } from '../../../templates/tables/docs.ts'
import { exemp } from '../../../templates/tables/exemp.ts'
import { hsnB2b } from '../../../templates/tables/hsn.ts'
import type { Context } from '../../../templates/tables/table.ts'
import { block, contextOf, NEIGHBOUR, OCTOBER } from '../b2b-sheet.ts'
import { missingFacts } from '../problems/missing-facts.ts'
import { tableSheet, type Cells } from '../table-sheet.ts'

const home = { ctin: NEIGHBOUR, pos: '29-Karnataka', inv_typ: 'Regular B2B', rchrg: 'N', rt: 18 }
const invoice = { ...home, inum: 'A1', idt: '09-Oct-2026', val: 11_800, txval: 10_000 }
const sheets = {
  b2b: tableSheet(b2b, invoice),
  b2ba: tableSheet(b2ba, {
    ...invoice,
    idt: '09-Sep-2026',
    oinum: 'A0',
    oidt: '09-Sep-2026',
  }),
  b2cs: tableSheet(b2cs, { typ: 'OE', pos: '29-Karnataka', rt: 18, txval: 500 }),
  at: tableSheet(at, { pos: '29-Karnataka', rt: 18, ad_amt: 500 }),
  exemp: tableSheet(exemp, { sply_ty: 'Intra-State supplies to registered persons', nil_amt: 300 }),
  'hsn(b2b)': tableSheet(hsnB2b, {
    hsn_sc: 8471,
    uqc: 'NOS',
    qty: 1,
    rt: 18,
    txval: 10_000,
    camt: 900,
    samt: 900,
  }),
  docs: tableSheet(docs, {
    doc_num: 'Invoices for outward supply',
    from: 'A1',
    to: 'A1',
    totnum: 1,
  }),
}
type Sheets = Partial<Record<keyof typeof sheets, readonly Cells[]>>

const blocksOf = (of: Sheets): Block[] =>
  Object.entries(of).map(([id, rows]) => {
    const sheet = sheets[id as keyof typeof sheets]
    return sheet.block(rows.map((cells) => sheet.line(cells)))
  })

function told(blocks: readonly Block[], context: Context = OCTOBER): string[] {
  const problems = missingTables(readWorkbook(blocks, context), context)
  expect(problems.flatMap(missingFacts)).toEqual([])
  expect(problems.flatMap(({ cells }) => cells)).toEqual([])
  return problems.map(({ code, severity }) => `${severity} ${code}`)
}

const DOCS = 'warning docs-missing'
const HSN = 'warning hsn-missing'

test.each<[string, Sheets, string[]]>([
  ['invoices alone', { b2b: [{}] }, [DOCS, HSN]],
  ['a row that is held back', { b2b: [{ inum: 'A_1' }] }, [DOCS, HSN]],
  ['sheets without a row', { b2b: [{ inum: 'A_1' }], docs: [], 'hsn(b2b)': [] }, [DOCS, HSN]],
  ['all that is wanted', { b2b: [{}], docs: [{}], 'hsn(b2b)': [{}] }, []],
  [
    'rows that are held back there',
    { b2b: [{}], docs: [{ totnum: 'x' }], 'hsn(b2b)': [{ rt: 17 }] },
    [],
  ],
  ['sales to consumers', { b2cs: [{}] }, [DOCS]],
  ['advances', { at: [{}] }, [DOCS]],
  ['exempt supplies', { exemp: [{}] }, [DOCS]],
  ['the zeros of table 8', { exemp: [{ nil_amt: 0 }] }, []],
  ['amendments alone, which are no documents of the month', { b2ba: [{}] }, []],
  ['no rows', { b2b: [] }, []],
  ['no sheets', {}, []],
])('%s', (_what, of, expected) => {
  expect(told(blocksOf(of))).toEqual(expected)
})

test('an HSN sheet without rows is told once: either here, or where its totals are compared', () => {
  const context = OCTOBER
  const reading = readWorkbook(blocksOf({ b2b: [{}], docs: [{}], 'hsn(b2b)': [] }), context)
  expect(reading.sheets.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual([
    'hsn-taxable-differs',
    'hsn-tax-differs',
  ])
  expect(missingTables(reading, context)).toEqual([])
})

test('a sheet that is there but cannot be read is not missing', () => {
  const unread = ['docs', 'hsn(b2b)'].map((sheet) => block([['x']], { sheet }))
  expect(told([...blocksOf({ b2b: [{}] }), ...unread])).toEqual([])
})

test('before May 2025 nothing is missing, from then it is', () => {
  const rows = (period: string) =>
    told(blocksOf({ b2b: [{ idt: '09-Apr-2025' }] }), contextOf(period))
  expect(rows('042025')).toEqual([])
  expect(rows('052025')).toEqual([DOCS, HSN])
})

test('in the IFF months there is neither table; the quarter’s return has both', () => {
  const quarterly = (period: string): Context => ({
    ...contextOf(period),
    taxpayer: { sez: false, filing: 'quarterly' },
  })
  expect(told(blocksOf({ b2b: [{}] }), quarterly('102026'))).toEqual([])
  expect(told(blocksOf({ b2b: [{}] }), quarterly('122026'))).toEqual([DOCS, HSN])
})
