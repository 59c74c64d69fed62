// The help of a template says of every column what goes in.
import { expect, test } from 'vitest'
import { readBlocks } from '../../../agent/xlsx/read-blocks.ts'
import { TABLES, tablesOf } from '../../../templates/tables/tables.ts'
import { buildTemplate } from '../../../templates/workbook.ts'
import { HELP_SHEET, helpRows } from '../../../templates/writing/help-sheet.ts'
import { OCTOBER } from '../b2b-sheet.ts'

test.each(TABLES.map((table) => [table.id, table] as const))('of %s', (_, table) => {
  const rows = helpRows([table]).slice(-table.columns.length)
  expect(rows.map(([sheet, header]) => [sheet, header])).toEqual(
    table.columns.map(({ header }) => [table.sheets[0], header]),
  )
  for (const [, , needed, what] of rows) {
    expect(needed).toMatch(/\w/)
    expect(what).toMatch(/\.$/)
  }
})

test('it stands before the tables, and is taken for none of them', async () => {
  const tables = tablesOf(OCTOBER.period)
  const help = { ...HELP_SHEET, place: 'first' as const, rows: helpRows(tables) }
  const blocks = await readBlocks(await buildTemplate(tables, OCTOBER.period, { texts: [help] }))
  const sheets = [...new Set(blocks.ok ? blocks.value.map(({ sheet }) => sheet) : [])]
  expect(sheets).toEqual([
    'Help Instruction',
    ...tables.map(({ sheets: [name] }) => name),
    'master',
  ])
})
