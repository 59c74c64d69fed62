// The sample company is believable, its mistakes are exactly the planted ones, and the committed files are it.
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { inactiveBuyers, withoutApiAccess } from '../../agent/portal/practice/registry-data.ts'
import { readBlocks } from '../../agent/xlsx/read-blocks.ts'
import { readWorkbook as openWorkbook } from '../../agent/xlsx/read-workbook.ts'
import { holderOf, isGstin, isPan } from '../../templates/identifiers.ts'
import { readWorkbook } from '../../templates/reading/read-workbook.ts'
import { sampleCompany, SAMPLE_PERIOD, SAMPLE_TAXPAYER } from '../../templates/sample-company.ts'
import { tablesOf } from '../../templates/tables/tables.ts'
import { buildTemplate } from '../../templates/workbook.ts'

const tables = tablesOf(SAMPLE_PERIOD)
const { rows, planted } = sampleCompany()
const context = {
  taxpayer: SAMPLE_TAXPAYER,
  gstin: SAMPLE_TAXPAYER.gstin,
  period: SAMPLE_PERIOD,
}

async function reading() {
  const blocks = await readBlocks(await buildTemplate(tables, SAMPLE_PERIOD, { rows }))
  if (!blocks.ok) throw new Error(JSON.stringify(blocks.problem))
  return readWorkbook(blocks.value, context)
}

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

  test('200 invoices of every kind, some with two rates, inside and outside the state', async () => {
    const [sheet] = (await reading()).sheets
    const documents = sheet?.documents ?? []
    expect(new Set(rows['b2b']?.map((cells) => cells[2])).size).toBe(200)
    const kinds = new Set(documents.map(({ fields }) => `${fields['inv_typ']}${fields['rchrg']}`))
    expect([...kinds].sort()).toEqual(['DEN', 'RN', 'RY', 'SEWOPN', 'SEWPN'])
    expect(documents.filter(({ lines }) => lines.length === 2).length).toBeGreaterThan(30)
    const states = new Set(documents.map(({ fields }) => fields['pos']))
    expect(states.size).toBeGreaterThan(5)
    expect(states).toContain('29')
  })

  test('some taxes end on half a paisa, where rounding shows', async () => {
    const [sheet] = (await reading()).sheets
    const onHalf = sheet?.documents.flatMap(({ fields, lines }) => {
      const whole = fields['pos'] === '29' ? 20_000 : 10_000
      return lines.filter(({ rt, txval }) => (Number(txval) * Number(rt)) % whole === whole / 2)
    })
    expect(onHalf?.length).toBeGreaterThanOrEqual(5)
  })
})

describe('the planted mistakes', () => {
  test('are the errors that our checks find, no more and no fewer', async () => {
    const { sheets } = await reading()
    const headers = tables[0]?.columns.map(({ header }) => header) ?? []
    const found = sheets.flatMap(({ problems }) =>
      problems
        .filter(({ severity }) => severity === 'error')
        .map(({ code, cells }) => ({
          code,
          sheet: cells[0]?.sheet,
          row: cells.at(-1)?.row,
          column: headers[cells.at(-1)?.columns[0] ?? -1],
        })),
    )
    const expected = planted.filter(({ foundBy }) => foundBy === 'check')
    expect(expected.length).toBe(7)
    expect(found.length).toBe(7)
    for (const { code, sheet, row, column } of expected) {
      expect(found).toContainEqual({ code, sheet, row, column })
    }
  })

  test('besides, there is one warning: the old date, which only the portal refuses', async () => {
    const { sheets } = await reading()
    const old = planted.find(({ code }) => code === 'RET191114')
    const others = sheets.flatMap(({ problems }) =>
      problems.filter(({ severity }) => severity !== 'error'),
    )
    expect(others.map(({ code, cells }) => [code, cells[0]?.row])).toEqual([
      ['date-over-eighteen-months', old?.row],
    ])
  })

  test('one customer is cancelled in the practice portal, and no other', async () => {
    const [sheet] = (await reading()).sheets
    const inactive = planted.find(({ code }) => code === 'RET191360')
    const cancelled = sheet?.documents.filter(({ fields }) =>
      inactiveBuyers.includes(String(fields['ctin'])),
    )
    expect(cancelled?.map((document) => document.rows)).toEqual([[inactive?.row]])
  })

  test('no row has two', () => {
    expect(new Set(planted.map(({ row }) => row)).size).toBe(planted.length)
  })
})

describe('the committed workbooks', () => {
  test.each([
    [`template-${SAMPLE_PERIOD}.xlsx`, {}],
    ['sample-company.xlsx', { rows }],
    ['sample-company-protected.xlsx', { rows, protect: true }],
  ])('%s is what the maker makes (npm run make:workbooks)', async (name, options) => {
    const file = new URL(`../../templates/workbooks/${name}`, import.meta.url)
    const committed = await openWorkbook(await readFile(file), name)
    const made = await openWorkbook(await buildTemplate(tables, SAMPLE_PERIOD, options), name)
    expect(committed).toEqual(made)
    expect(committed.ok).toBe(true)
  })
})
