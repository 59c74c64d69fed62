// After everything was removed the workbook is the one it was before everything.
import { expect, test } from 'vitest'
import { writeBinding } from '../../../addin/excel/binding.ts'
import { makeIdentity } from '../../../addin/excel/identity.ts'
import { paintMarks } from '../../../addin/excel/marks.ts'
import { writeStatus } from '../../../addin/excel/status-column.ts'
import { removeTraces } from '../../../addin/excel/traces.ts'
import type { WorkbookModel } from '../../../addin/preview/host/model.ts'
import type { Problem } from '../../../templates/problems/problem.ts'
import { openWorkbook, sheetOf } from '../office.ts'
import { B2B, cellsOf, FIRST, salesSheet } from '../sales.ts'

const problem = (index: number): Problem => ({
  code: 'cell-missing',
  severity: 'error',
  source: 'check',
  cells: [cellsOf(index)],
  facts: { column: 'Rate' },
})

/** Cells, formats, widths, protection; conditional formats; settings. */
const contentOf = (model: WorkbookModel) =>
  JSON.stringify([
    model.toFile(),
    model.sheets.map(({ conditionalFormats }) => conditionalFormats.all),
    [...model.settings],
  ])

test('marks, those of a crash too, the status column and all settings go; the user’s own stay', async () => {
  const { model } = openWorkbook([salesSheet(20), sheetOf('Notes', [['mine']])])
  model.settings.set('of-another-add-in', 1)
  model.active.addConditionalFormat({
    id: 'user',
    type: 'Custom',
    areas: [{ row: 0, column: 0, rows: 9, columns: 9 }],
    formula: '=$A1>3',
    fill: '#00FF00',
  })
  const before = contentOf(model)

  await makeIdentity()
  await writeBinding({ gstin: '27AAPFU0939F1ZV', period: '062025', environment: 'practice' })
  await paintMarks([problem(2), problem(7)])
  const texts = ['○ Not sent', '✗ Refused: The customer’s GSTIN is inactive or cancelled']
  await writeStatus([{ sheet: B2B, headerRow: FIRST - 1, texts }])
  // Left by a crash of ours: a mark of which no list knows.
  model.active.addConditionalFormat({
    id: 'leftover',
    type: 'Custom',
    areas: [{ row: 9, column: 3, rows: 1, columns: 1 }],
    formula: '="gstr1-for-excel:error"<>""',
  })
  expect(contentOf(model)).not.toBe(before)

  expect(await removeTraces()).toEqual({ protectedSheets: [] })
  expect(contentOf(model)).toBe(before)
})

test('in a workbook that we never touched, nothing is done', async () => {
  const { model } = openWorkbook([salesSheet(3)])
  const before = contentOf(model)
  await removeTraces()
  expect(contentOf(model)).toBe(before)
})
