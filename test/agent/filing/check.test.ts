import { describe, expect, test } from 'vitest'
import type { Block } from '../../../templates/block.ts'
import { check } from '../../../agent/filing/check.ts'
import { countCauses, type CauseCount } from '../../../templates/problems/cause.ts'
import { documentsOf } from '../../../templates/reading/read-workbook.ts'
import { PERIOD, row, sheet, TAXPAYER } from '../../sheets.ts'

const CONTEXT = { taxpayer: TAXPAYER, gstin: TAXPAYER.gstin, period: PERIOD }

test('two sheets of one table are one problem, and both are named as not read', () => {
  const { report, reading } = check([...sheet([row()]), ...sheet([row()], 'B2B, SEZ, DE')], CONTEXT)
  expect(report.notRead.map(({ sheet: name }) => name)).toEqual(['b2b,sez,de', 'B2B, SEZ, DE'])
  expect(report.problems.map(({ code }) => code)).toEqual(['sheet-twice'])
  expect(report.problemCount).toBe(1)
  expect(documentsOf(reading)).toEqual([])
})

test('a workbook without any sheet of the return is an error, whatever else is told of its sheets', () => {
  const problems = (...blocks: Block[]) =>
    check(blocks, CONTEXT).report.problems.map(({ code, severity }) => `${severity} ${code}`)
  expect(problems()).toEqual(['error workbook-empty'])
  expect(problems(...sheet([row()], 'Sales'))).toEqual(['error workbook-empty'])
  expect(problems(...sheet([]))).toEqual([])
  expect(problems(...sheet([row()]), ...sheet([row()], 'b2b'))).toEqual(['error sheet-twice'])
})

test('errors come before warnings and notes, and the totals are those of the ready documents', () => {
  const rows = [
    row({ inum: 'INV-1', idt: '2026-10-05' }),
    row({ inum: 'INV-2', val: 99 }),
    row({ inum: 'INV-3', rt: 17 }),
  ]
  const { report } = check(sheet(rows), CONTEXT)
  const severities = report.problems.map(({ severity }) => severity)
  expect(severities).toEqual([...severities].sort((a, b) => RANK.indexOf(a) - RANK.indexOf(b)))
  expect(report.sheets[0]).toMatchObject({
    rows: { read: 3, ready: 2, heldBack: 1, setAside: 0 },
    totals: { count: 2, txval: 200_000, iamt: 36_000 },
  })
})

test('a return that can no longer be filed is told, and its sheets are checked all the same', () => {
  const { report, reading } = check(sheet([row()]), CONTEXT, '2029-11-12', false)
  expect(report.problems.map(({ code }) => code)).toEqual(['return-over-three-years'])
  expect(report.problemCount).toBe(1)
  expect(documentsOf(reading)).toHaveLength(1)
})

test('a return whose time is long is not told of', () => {
  expect(check(sheet([row()]), CONTEXT, '2026-11-11', false).report.problems).toEqual([])
})

test('more than the IFF takes is told, of one sheet too', () => {
  const quarterly = { ...CONTEXT, taxpayer: { ...TAXPAYER, filing: 'quarterly' as const } }
  const rows = [row({ val: 60_00_000, txval: 60_00_000 })]
  expect(check(sheet(rows), quarterly).report.problems).toMatchObject([
    { code: 'iff-over-limit', severity: 'warning', cells: [] },
    { code: 'value-differs-from-lines' },
  ])
})

test('what a return lacks is told of a whole workbook, and not of one sheet of it', () => {
  const told = (isWhole: boolean) =>
    check(sheet([row()]), CONTEXT, undefined, isWhole).report.causes.map(
      ({ example, sheet: on }) => `${example.code} ${on}`,
    )
  expect(told(true)).toEqual(['docs-missing ', 'hsn-missing '])
  expect(told(false)).toEqual([])
})

describe('problems of one cause are counted in documents', () => {
  const inDocuments = (rows: Parameters<typeof sheet>[0], code: string) =>
    check(sheet(rows), CONTEXT).report.causes.find(({ example }) => example.code === code)
      ?.documents

  test('of which several rows may be one, ready or held back', () => {
    const rows = [
      row({ inum: 'INV-1', rt: 17 }),
      row({ inum: 'INV-1', rt: 16, pos: 'Nowhere' }),
      row({ inum: 'INV-2', rt: 17 }),
    ]
    expect(inDocuments(rows, 'rate-unknown')).toBe(2)
  })

  test('a row that goes on under its document’s first is of that document', () => {
    const below = row({ ctin: '', inum: '', idt: '', rt: 17 })
    expect(inDocuments([row({ rt: 16 }), below], 'rate-unknown')).toBe(1)
  })

  test('but not where a number cannot be read', () => {
    const rows = [row({ inum: 'INV-1', rt: 17 }), row({ inum: '', rt: 17 })]
    expect(inDocuments(rows, 'rate-unknown')).toBeUndefined()
  })

  test('and the cells that are listed tell them, for whoever counts anew', () => {
    const rows = ['INV-1', 'INV-1', 'INV-2'].map((inum, i) => row({ inum, rt: 16 + i / 2 }))
    const { causes, problems } = check(sheet(rows), CONTEXT).report
    const counted = (all: readonly CauseCount[]) => all.map(({ documents }) => documents)
    expect(counted(countCauses(problems))).toEqual(counted(causes))
    expect(counted(causes)).toContain(2)
  })
})

const RANK = ['error', 'warning', 'note']
