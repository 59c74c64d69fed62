import { describe, expect, test } from 'vitest'
import { parseWords } from '../../../agent/command-line/options.ts'
import { inWords } from '../../../agent/command-line/problem-words.ts'
import { returnOptions } from '../../../agent/command-line/read-file.ts'
import { PERIOD, TAXPAYER } from '../../sheets.ts'

const OF = ['--gstin', TAXPAYER.gstin, '--period', PERIOD]

function optionsOf(args: readonly string[]) {
  const parsed = parseWords(args)
  return parsed.ok ? returnOptions(parsed.value.given) : parsed
}

describe('what is typed must be one of the options, with a value of its form', () => {
  test.each([
    [['--port'], '--port'],
    [['--gst', 'x'], '--gst'],
    [['check', 'a.xlsx'], '“”'],
    [['check', 'a.xlsx', '--gstin', TAXPAYER.gstin.toLowerCase()], TAXPAYER.gstin.toLowerCase()],
    [['check', 'a.xlsx', '--gstin', TAXPAYER.gstin], '“”'],
    [['--gstin', TAXPAYER.gstin, '--period', '2026-10'], '“2026-10”'],
    [['--gstin', TAXPAYER.gstin, '--period', '062017'], '“062017”'],
    [[...OF, '--gt', '4,12,50,000'], '“4,12,50,000” after --gt'],
    [[...OF, '--gt', '-1'], '--gt'],
    [[...OF, '--cur-gt', '1.234'], '“1.234” after --cur-gt'],
    [[...OF, '--cur-gt', '1e5'], '“1e5” after --cur-gt'],
  ])('%j is refused in words', (args, words) => {
    const read = optionsOf(args)
    expect(read.ok ? '' : inWords(read.problem)).toContain(words)
  })

  test('money is taken to the paisa', () => {
    const read = optionsOf([...OF, '--gt', '41250000', '--cur-gt', '11830450.5', '--quarterly'])
    expect(read).toMatchObject({
      value: { turnover: 41_250_000_00, turnoverToDate: 11_830_450_50, filing: 'quarterly' },
    })
  })

  test('what is not said is not made up', () => {
    expect(optionsOf(OF)).toMatchObject({
      value: { turnover: undefined, turnoverToDate: undefined, sez: false, filing: 'monthly' },
    })
  })
})
