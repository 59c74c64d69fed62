// The sample company is believable, its mistakes are exactly the planted ones, and the committed files are it.
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { inactiveBuyers, withoutApiAccess } from '../../agent/portal/practice/registry-data.ts'
import { readBlocks } from '../../agent/xlsx/read-blocks.ts'
import { readWorkbook as openWorkbook } from '../../agent/xlsx/read-workbook.ts'
import { holderOf, isGstin, isPan } from '../../templates/identifiers.ts'
import { LAYOUT } from '../../templates/layout.ts'
import { addAmounts, amountsOf, NO_AMOUNTS, toWire } from '../../templates/payload/wire-document.ts'
import { readWorkbook } from '../../templates/reading/read-workbook.ts'
import {
  sampleCompany,
  SAMPLE_PERIOD,
  SAMPLE_TAXPAYER,
  sampleTables,
  type TableRows,
} from '../../templates/sample-company.ts'
import type { Document } from '../../templates/tables/table.ts'
import { tablesOf } from '../../templates/tables/tables.ts'
import { buildTemplate } from '../../templates/workbook.ts'

const sample = sampleCompany()
const { rows, good, planted } = sample
const tables = sampleTables(sample)
const context = {
  taxpayer: SAMPLE_TAXPAYER,
  gstin: SAMPLE_TAXPAYER.gstin,
  period: SAMPLE_PERIOD,
}

async function reading(content: TableRows) {
  const blocks = await readBlocks(await buildTemplate(tables, SAMPLE_PERIOD, { rows: content }))
  if (!blocks.ok) throw new Error(JSON.stringify(blocks.problem))
  return readWorkbook(blocks.value, context)
}

/** The documents of the month without mistakes, by table. */
const month = Object.fromEntries(
  (await reading(good)).sheets.map(({ table, documents }) => [table.id, documents]),
)
const documentsOf = (...ids: readonly string[]): readonly Document[] =>
  ids.flatMap((id) => month[id] ?? [])
const totalOf = (...ids: readonly string[]) =>
  documentsOf(...ids).reduce(
    (sum, document) => addAmounts(sum, amountsOf(document.table, toWire(document))),
    NO_AMOUNTS,
  )

describe('the company', () => {
  test('is a person, who signs with EVC and may use the API', () => {
    expect(isGstin(SAMPLE_TAXPAYER.gstin)).toBe(true)
    expect(holderOf(SAMPLE_TAXPAYER.gstin)).toBe('P')
    expect(isPan(SAMPLE_TAXPAYER.signatoryPan)).toBe(true)
    expect(withoutApiAccess).not.toContain(SAMPLE_TAXPAYER.gstin)
  })

  test('the same seed gives the same month, another seed another', () => {
    expect(sampleCompany()).toEqual(sampleCompany())
    expect(sampleCompany(7).rows).not.toEqual(rows)
  })
})

describe('the month without its mistakes', () => {
  test('has something in every sheet, and nothing in it is worth a word', async () => {
    const { sheets, notRead } = await reading(good)
    expect(sheets.map(({ table }) => table.id)).toEqual(tables.map(({ id }) => id))
    expect(sheets).toHaveLength(12)
    expect(notRead.map(({ sheet }) => sheet)).toEqual(['master'])
    for (const { table, documents, counts, problems } of sheets) {
      expect(documents.length, table.id).toBeGreaterThan(1)
      expect({ table: table.id, ready: counts.ready, problems }).toEqual({
        table: table.id,
        ready: counts.read,
        problems: [],
      })
    }
  })

  test('200 invoices of every kind, some with two rates, inside and outside the state', () => {
    const invoices = documentsOf('b2b')
    expect(invoices).toHaveLength(200)
    const kinds = new Set(invoices.map(({ fields }) => `${fields['inv_typ']}${fields['rchrg']}`))
    expect([...kinds].sort()).toEqual(['DEN', 'RN', 'RY', 'SEWOPN', 'SEWPN'])
    expect(invoices.filter(({ lines }) => lines.length === 2).length).toBeGreaterThan(30)
    const states = new Set(invoices.map(({ fields }) => fields['pos']))
    expect(states.size).toBeGreaterThan(5)
    expect(states).toContain('29')
  })

  test('some taxes end on half a paisa, where rounding shows', () => {
    const onHalf = documentsOf('b2b').flatMap(({ fields, lines }) => {
      const whole = fields['pos'] === '29' ? 20_000 : 10_000
      return lines.filter(({ rt, txval }) => (Number(txval) * Number(rt)) % whole === whole / 2)
    })
    expect(onHalf.length).toBeGreaterThanOrEqual(5)
  })

  test('exports with and without payment, goods with a shipping bill, and a service without', () => {
    const found = documentsOf('exp').map(
      ({ fields }) => `${fields['exp_typ']} ${fields['sbnum'] === undefined ? 'no bill' : 'bill'}`,
    )
    expect(new Set(found)).toEqual(new Set(['WPAY bill', 'WOPAY bill', 'WOPAY no bill']))
  })

  test('credit and debit notes, to registered persons, to consumers and on an export', () => {
    const found = documentsOf('cdnr', 'cdnur').map(
      ({ table, fields }) => `${table.id} ${fields['typ'] ?? ''}${fields['ntty']}`,
    )
    expect(new Set(found)).toEqual(
      new Set(['cdnr C', 'cdnr D', 'cdnur B2CLC', 'cdnur B2CLD', 'cdnur EXPWOPC']),
    )
  })

  test('one rate of one state is below zero in b2cs: more came back than went out', () => {
    const negative = documentsOf('b2cs').filter(({ lines }) => Number(lines[0]?.['txval']) < 0)
    expect(negative).toHaveLength(1)
  })
})

describe('its sums', () => {
  // Table 8 splits by what the recipient is; what is no GST supply has no HSN.
  const untaxed = (recipient: 'B2B' | 'B2C') =>
    documentsOf('exemp')
      .filter(({ fields }) => String(fields['sply_ty']).endsWith(recipient))
      .flatMap(({ lines }) => lines)
      .reduce((sum, line) => sum + Number(line['nil_amt']) + Number(line['expt_amt']), 0)

  test.each([
    ['hsn(b2b)', 'B2B', ['b2b', 'cdnr']],
    ['hsn(b2c)', 'B2C', ['b2cl', 'b2cs', 'cdnur', 'exp']],
  ] as const)('%s ties with its documents to the paisa', (id, recipient, sources) => {
    const byHsn = totalOf(id)
    const ofDocuments = totalOf(...sources)
    expect(byHsn).toEqual({
      ...ofDocuments,
      count: byHsn.count,
      txval: ofDocuments.txval + untaxed(recipient),
    })
    expect(byHsn.txval).toBeGreaterThan(0)
  })

  test('every row of HSN adds up: value is taxable value and tax', () => {
    for (const { fields, lines } of documentsOf('hsn(b2b)', 'hsn(b2c)')) {
      const [line = {}] = lines
      const { txval, iamt, camt, samt } = line
      const sum = [txval, iamt, camt, samt].reduce<number>((all, part) => all + Number(part), 0)
      expect(line['total'], String(fields['hsn_sc'])).toBe(sum)
    }
  })

  test('every number that was used lies in a series of table 13, and the standing ones are counted', () => {
    const used = documentsOf('b2b', 'b2cl', 'exp', 'cdnr', 'cdnur').map(({ fields }) =>
      String(fields['inum'] ?? fields['nt_num']),
    )
    const left = new Set(used)
    for (const { fields, lines } of documentsOf('docs')) {
      const [prefix = ''] = /^.*\//.exec(String(fields['from'])) ?? []
      const place = (name: string) => Number(String(fields[name]).slice(prefix.length))
      const own = used.filter((number) => number.startsWith(prefix))
      for (const number of own) {
        expect(Number(number.slice(prefix.length))).toBeGreaterThanOrEqual(place('from'))
        expect(Number(number.slice(prefix.length))).toBeLessThanOrEqual(place('to'))
        left.delete(number)
      }
      if (own.length > 0) expect(lines[0]?.['net_issue'], prefix).toBe(own.length)
    }
    expect([...left]).toEqual([])
  })
})

describe('the planted mistakes', () => {
  const expected = planted.filter(({ foundBy }) => foundBy === 'check')

  test('are of seventeen kinds, over ten tables', () => {
    expect(new Set(planted.map(({ code }) => code)).size).toBe(17)
    expect(planted).toHaveLength(17)
    expect(new Set(planted.map(({ table }) => table)).size).toBe(10)
  })

  test('are the errors that our checks find, no more and no fewer', async () => {
    const { sheets } = await reading(rows)
    const found = sheets.flatMap(({ problems }) =>
      problems.filter(({ severity }) => severity === 'error'),
    )
    expect(found.map(({ code }) => code).sort()).toEqual(expected.map(({ code }) => code).sort())
    for (const { code, table: id, sheet, row, column } of expected) {
      const table = tables.find((candidate) => candidate.id === id)
      const cell = found
        .find((problem) => problem.code === code)
        ?.cells.find((candidate) => candidate.sheet === sheet && candidate.row === row)
      expect(
        cell?.columns.map((index) => table?.columns[index]?.header),
        code,
      ).toContain(column)
    }
  })

  test('besides, there are three warnings, of what the portal refuses', async () => {
    const { sheets } = await reading(rows)
    const others = sheets.flatMap(({ problems }) =>
      problems.filter(({ severity }) => severity !== 'error'),
    )
    const rowOf = (wanted: string) => planted.find(({ code }) => code === wanted)?.row
    expect(others.map(({ code, cells }) => [code, cells[0]?.row])).toEqual([
      ['date-over-eighteen-months', rowOf('RET191114')],
      ['date-over-eighteen-months', rowOf('RET191115')],
      ['shipping-bill-before-invoice', rowOf('RET191176')],
    ])
  })

  test('one customer is cancelled in the practice portal, and no other', async () => {
    const inactive = planted.find(({ code }) => code === 'RET191360')
    const cancelled = (await reading(rows)).sheets
      .flatMap(({ documents }) => documents)
      .filter(({ fields }) => inactiveBuyers.includes(String(fields['ctin'])))
    expect(cancelled.map((document) => [document.table.id, ...document.rows])).toEqual([
      ['b2b', inactive?.row],
    ])
  })

  test('no row has two, and only the rows that have one differ from the good month', () => {
    const spoiled = Object.entries(rows).flatMap(([table, cells]) =>
      cells.flatMap((own, i) =>
        JSON.stringify(own) === JSON.stringify(good[table]?.[i])
          ? []
          : `${table} ${LAYOUT.firstRow + i}`,
      ),
    )
    expect(spoiled.sort()).toEqual(planted.map(({ table, row }) => `${table} ${row}`).sort())
  })
})

describe('the committed workbooks', () => {
  test.each([
    [`template-${SAMPLE_PERIOD}.xlsx`, tablesOf(SAMPLE_PERIOD), {}],
    ['sample-company.xlsx', tables, { rows }],
    ['sample-company-protected.xlsx', tables, { rows, protect: true }],
  ])('%s is what the maker makes (npm run make:workbooks)', async (name, of, options) => {
    const file = new URL(`../../templates/workbooks/${name}`, import.meta.url)
    const committed = await openWorkbook(await readFile(file), name)
    const made = await openWorkbook(await buildTemplate(of, SAMPLE_PERIOD, options), name)
    expect(committed).toEqual(made)
    expect(committed.ok).toBe(true)
  })
})
