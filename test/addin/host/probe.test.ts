// The questions that `test/excel-probe` puts to a real Excel, put to our host.
import { readFileSync, readdirSync } from 'node:fs'
import { runInThisContext } from 'node:vm'
import { expect, test } from 'vitest'
import type { SheetFile } from '../../../agent/xlsx/workbook-file.ts'
import { openWorkbook, sheetOf } from '../office.ts'
import { LOCKED } from '../../locked.ts'

type Answers = Readonly<
  Record<string, { readonly answer?: unknown; readonly code?: string; readonly place?: string }>
>
interface Acts {
  prepare(): Promise<void>
  insertRow(sheet: string, row: number): Promise<void>
}

const PROBE = new URL('../../excel-probe/', import.meta.url)
const ANSWERS = new URL('answers/', PROBE)

/** Questions that real Excels answer differently from each other or from us, and why that does no harm. */
const DIFFERS: Readonly<Record<string, string>> = {
  'an answer of some 6 MB': 'Only Excel on the web has a limit; reading copes with both.',
}

/** What `prepareInExcel` makes in a real one. */
const SHEETS: readonly SheetFile[] = [
  sheetOf('Probe', [], {
    cells: [
      { row: 0, column: 0, value: 'text' },
      { row: 0, column: 1, value: 45_762, numberFormat: 'dd-mmm-yyyy' },
      { row: 0, column: 2, value: true },
      { row: 0, column: 3, value: '#N/A', formula: 'NA()' },
      { row: 1, column: 0, value: 7 },
      { row: 1, column: 1, value: 18.5 },
      { row: 1, column: 2, value: false },
      { row: 1, column: 4, value: 'क' },
      { row: 11, column: 5, value: '', formula: '""' },
    ],
    hiddenRows: [5, 6],
  }),
  sheetOf('Probe empty', []),
  sheetOf('Probe formatted', [], {
    cells: Array.from({ length: 199 * 3 }, (_, index) => {
      const [row, column] = [1 + Math.floor(index / 3), 1 + (index % 3)]
      const value = row <= 2 && column <= 2 ? (row - 1) * 2 + column : null
      return { row, column, value, numberFormat: '0.00' }
    }),
  }),
  sheetOf('Probe hidden', [['x']], { hidden: true }),
  sheetOf('Probe locked', [['x']], { protection: LOCKED }),
  sheetOf('Probe secret', [['x']], { protection: { ...LOCKED, password: true } }),
]

async function askOurHost(): Promise<Answers> {
  const { model } = openWorkbook(SHEETS)
  const file = new URL('probe.js', PROBE)
  const text = readFileSync(file, 'utf8')
  const probe = runInThisContext(`(() => { ${text}\nreturn probe })()`, {
    filename: file.pathname,
  }) as (acts: Acts) => Promise<Answers>
  return probe({
    prepare: () => Promise.resolve(),
    insertRow: (name, row) => {
      const sheet = model.sheet(name)
      if (sheet) model.insertRows(sheet, row, 1)
      return Promise.resolve()
    },
  })
}

test('every question gets an answer of our host, through the real office.js', async () => {
  const answers = await askOurHost()
  expect(Object.keys(answers).length).toBeGreaterThan(25)
  const refused = Object.entries(answers).flatMap(([question, { code }]) =>
    code === undefined ? [] : [[question, code]],
  )
  expect(refused).toEqual([
    ['one format for a whole column, alone', 'InvalidArgument'],
    ['one value for a whole column', 'InvalidArgument'],
    ['a mark on a protected sheet', 'AccessDenied'],
    ['taking off a protection with a password, without it', 'AccessDenied'],
    ['activating a hidden sheet', 'InvalidOperation'],
    ['selecting on a hidden sheet', 'InvalidOperation'],
    ['a sheet that is not there', 'ItemNotFound'],
    ['a name that is taken', 'ItemAlreadyExists'],
    ['an answer of some 6 MB', 'ResponsePayloadSizeLimitExceeded'],
  ])
  expect(answers['what a change of selection tells']?.answer).toEqual(['B3:C4', true])
  expect(answers['marks after a row was inserted above']?.answer).toEqual({
    where: [['Custom', '="gstr1-for-excel:error"<>""']],
    was: [],
  })
})

const recorded = readdirSync(ANSWERS).filter((name) => name.endsWith('.json'))

test.each(recorded)('our host answers as Excel did: %s', async (name) => {
  const { answers } = JSON.parse(readFileSync(new URL(name, ANSWERS), 'utf8')) as {
    answers: Answers
  }
  const ours = await askOurHost()
  for (const [question, answer] of Object.entries(answers)) {
    if (!(question in DIFFERS)) expect([question, ours[question]]).toEqual([question, answer])
  }
})
