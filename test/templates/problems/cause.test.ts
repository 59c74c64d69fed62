// Problems of one cause, as a person counts them: cells, rows, and the words for all of them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { causeOf, countCauses } from '../../../templates/problems/cause.ts'
import { causeFrom } from '../../../templates/problems/catalogue.ts'
import { ENGLISH } from '../../../templates/problems/english.ts'
import type { Problem } from '../../../templates/problems/problem.ts'
import { line, readRows } from '../b2b-sheet.ts'

const problem = (part: Partial<Problem> = {}): Problem => ({
  code: 'pos-unknown',
  severity: 'error',
  source: 'check',
  column: 'Place Of Supply',
  cells: [{ sheet: 'b2b', row: 4, columns: [5], key: [] }],
  facts: { found: 'Karnatka' },
  ...part,
})
const causeSentence = (of: Problem) => causeFrom(ENGLISH, of)
const on = (sheet: string, row: number, ...columns: number[]) => [{ sheet, row, columns, key: [] }]

describe('one cause is', () => {
  test.each<[string, Partial<Problem>, boolean]>([
    ['the same code on another cell', { cells: on('b2cl', 9, 2), facts: { found: 'x' } }, true],
    ['not another column', { column: 'Rate' }, false],
    ['not another severity', { severity: 'warning' }, false],
    ['not another code', { code: 'pos-contradicts' }, false],
  ])('%s', (_, part, isSame) => {
    expect(causeOf(problem(part)) === causeOf(problem())).toBe(isSame)
  })

  test('a portal code together with its operation', () => {
    const said = (operation: string, code: string) =>
      causeOf(problem({ code: 'portal', source: 'portal', facts: { operation, code } }))
    expect(said('save', 'RET1')).toBe(said('save', 'RET1'))
    expect(said('save', 'RET1')).not.toBe(said('file', 'RET1'))
    expect(said('save', 'RET1')).not.toBe(said('save', 'RET2'))
  })
})

test('cells and rows count once, sheet by sheet, however often a problem names them', () => {
  const twoRows = [...on('b2b', 4, 5, 6), ...on('b2b', 5, 5, 6)]
  const counts = countCauses([
    problem({ cells: twoRows }),
    problem(),
    problem({ cells: on('b2cl', 4, 5) }),
    problem({ cells: [] }),
  ])
  const brief = counts.map(({ sheet, problems, rows, cells }) => [sheet, problems, rows, cells])
  expect(brief).toEqual([
    ['b2b', 2, 2, 4],
    ['b2cl', 1, 1, 1],
    ['', 1, 0, 0],
  ])
})

describe('documents are counted', () => {
  const rowOf = (document: string | undefined, row: number, sheet = 'b2b') =>
    problem({
      cells: on(sheet, row, 5).map((cells) =>
        document === undefined ? cells : { ...cells, document },
      ),
    })
  test.each<[string, Problem[], (number | undefined)[]]>([
    ['once, however many rows they have', [rowOf('A', 4), rowOf('B', 5), rowOf('A', 6)], [2]],
    ['not where that of a row is not known', [rowOf('A', 4), rowOf(undefined, 5)], [undefined]],
    ['sheet by sheet', [rowOf('A', 4), rowOf('A', 4, 'cdnr')], [1, 1]],
    ['not where no row is named', [problem({ cells: [] })], [undefined]],
  ])('%s', (_, problems, wanted) => {
    expect(countCauses(problems).map(({ documents }) => documents)).toEqual(wanted)
  })
})

test('a cell’s problem says under which header it stands', () => {
  const { problems } = readRows([line({ pos: 'Karnatka', val: '1,000', txval: '900 only' })])
  expect(problems.map(({ code, column }) => `${code}: ${column ?? ''}`)).toEqual([
    'amount-from-text: Invoice Value',
    'pos-unknown: Place Of Supply',
    'amount-not-a-number: Taxable Value',
  ])
})

describe('what all of a cause have in common', () => {
  test('its title and remedy', () => {
    expect(causeSentence(problem())).toEqual({
      title: 'Unknown place of supply',
      remedy: 'Choose the state from the list, such as 29-Karnataka.',
    })
  })

  test('a remedy that differs from cell to cell is left to the cells', () => {
    const suggested = problem({ code: 'number-characters', facts: { found: 'A_1', try: 'A-1' } })
    expect(causeSentence(suggested)?.remedy).toBeUndefined()
  })

  test('no title names a row or what was found there, since it stands for all of them', () => {
    const path = join(import.meta.dirname, '../../../templates/problems/english.ts')
    const cells = /\/\/ cells\n([\s\S]*?)\/\/ sheets and workbooks/.exec(readFileSync(path, 'utf8'))
    const codes = [...(cells?.[1] ?? '').matchAll(/^ {2}'?([a-z-]+)'?: \[/gm)]
    expect(codes.length).toBeGreaterThan(90)
    const facts = new Proxy({}, { get: (_, name) => (name === 'column' ? 'Rate' : '⟨fact⟩') })
    const said = codes.map(([, code = '']) => causeSentence(problem({ code, facts })))
    const inWords = said.map((one) => (one ? `${one.title} ${one.remedy ?? ''}` : 'no words'))
    expect(inWords.filter((words) => /⟨|no words/.test(words))).toEqual([])
  })
})
