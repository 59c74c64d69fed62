import { describe, expect, test } from 'vitest'
import { snapshotOf, wireOf } from '../../../agent/filing/snapshot.ts'
import { acceptedOf, problemsOf, verdictOf } from '../../../agent/filing/verdict.ts'
import { countCauses } from '../../../templates/problems/cause.ts'
import { sentence } from '../../../templates/problems/english.ts'
import { readWorkbook } from '../../../templates/reading/read-workbook.ts'
import { TABLES } from '../../../templates/tables/tables.ts'
import { BUYERS, FIRST_ROW, PERIOD, row, sheet, TAXPAYER } from '../../sheets.ts'

const reading = readWorkbook(
  sheet([
    row({ inum: 'INV-1' }),
    row({ inum: 'INV-2', rt: 5, val: 2230 }),
    row({ inum: 'INV-2', rt: 18, val: 2230 }),
    row({ inum: 'INV-3', ctin: BUYERS[1] }),
  ]),
  { taxpayer: TAXPAYER, gstin: TAXPAYER.gstin, period: PERIOD },
)
const sent = wireOf(reading)
const snapshot = snapshotOf(reading, wireOf(reading))

/** A group as the portal sends it: the code on the group, the invoices as they were sent. */
const group = (ctin: string, code: string, ...inums: string[]) => ({
  ctin,
  error_cd: code,
  error_msg: `text of ${code}`,
  inv: inums.map((inum) => ({ inum, idt: '15-10-2026', isEdit: false, itms: [] })),
})

describe('the portal’s verdict', () => {
  test('fans a group out to its invoices, and each to every row that fed it', () => {
    const report = { b2b: [group(BUYERS[0], 'RET191360', 'INV-1', 'inv-2')] }
    const verdict = verdictOf(sent, report, TABLES)
    expect(acceptedOf(sent, verdict).map(({ body }) => body.inum)).toEqual(['INV-3'])
    const problems = problemsOf(verdict, snapshot)
    expect(problems.map(({ cells }) => cells.map(({ row }) => row - FIRST_ROW))).toEqual([
      [0],
      [1, 2],
    ])
    // RET191360 is about the party: the GSTIN's column turns red.
    expect(problems.flatMap(({ cells }) => cells.flatMap(({ columns }) => columns))).toEqual([
      0, 0, 0,
    ])
    expect(countCauses(problems)).toMatchObject([{ rows: 3, documents: 2 }])
  })

  test('marks the column the code is about', () => {
    const columnOf = (code: string) =>
      problemsOf(verdictOf(sent, { b2b: [group(BUYERS[1], code, 'INV-3')] }, TABLES), snapshot)[0]
        ?.cells[0]?.columns
    expect(columnOf('RET191114')).toEqual([3])
    expect(columnOf('RET191175')).toEqual([10])
    expect(columnOf('RET191112')).toEqual([5])
    expect(columnOf('RET191150')).toEqual([5, 8])
  })

  test('marks GSTIN and number for a code nobody knows, and shows the portal’s own words', () => {
    const [problem] = problemsOf(
      verdictOf(sent, { b2b: [group(BUYERS[1], 'RET999999', 'INV-3')] }, TABLES),
      snapshot,
    )
    expect(problem?.cells[0]?.columns).toEqual([0, 2])
    expect(problem && sentence(problem).what).toContain('text of RET999999')
  })

  test('keeps what it cannot lead to a row: unknown sections, unknown invoices', () => {
    const verdict = verdictOf(
      sent,
      { b2b: [group(BUYERS[3], 'RET191113', 'SOMETHING')], xyz: [{ error_cd: 'RET1', a: 1 }] },
      TABLES,
    )
    expect(verdict.refusals).toEqual([])
    expect(verdict.unmatched.map(({ code }) => code)).toEqual(['RET191113', 'xyz'])
    expect(problemsOf(verdict, snapshot).map(({ cells }) => cells)).toEqual([[], []])
  })
})
