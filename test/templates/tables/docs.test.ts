// Table 13: series of documents issued.
import { describe, expect, test } from 'vitest'
import { DOCUMENT_NATURES } from '../../../templates/lists/document-natures.ts'
import { documentsIn, payloadOf } from '../../../templates/payload/payload.ts'
import { amountsOf, fromWire, toWire } from '../../../templates/payload/wire-document.ts'
import { docs } from '../../../templates/tables/docs.ts'
import { counts, OCTOBER, OWN, told } from '../b2b-sheet.ts'
import { tableSheet } from '../table-sheet.ts'

const { line, read, problems } = tableSheet(docs, {
  doc_num: 'Invoices for outward supply',
  from: 'KT/0412',
  to: 'KT/0455',
  totnum: 44,
  cancel: 2,
})
const payload = (...rows: Parameters<typeof line>[0][]) =>
  payloadOf(
    { gstin: OWN, period: OCTOBER.period },
    read(rows.map((cells) => line(cells))).documents.map(toWire),
    [docs],
  ).doc_issue
const notes = { doc_num: 'Credit Note', from: 'CN/0007', to: 'CN/0009', totnum: 3, cancel: '' }

test('goes out by nature, each series numbered within it', () => {
  expect(payload({}, notes, { from: 'B1', to: 'B2', totnum: 2, cancel: 2 })).toEqual({
    doc_det: [
      {
        doc_num: 1,
        docs: [
          { num: 1, from: 'KT/0412', to: 'KT/0455', totnum: 44, cancel: 2, net_issue: 42 },
          { num: 2, from: 'B1', to: 'B2', totnum: 2, cancel: 2, net_issue: 0 },
        ],
      },
      {
        doc_num: 5,
        docs: [{ num: 1, from: 'CN/0007', to: 'CN/0009', totnum: 3, cancel: 0, net_issue: 3 }],
      },
    ],
  })
})

test('the twelve natures have the numbers of their order', () => {
  expect(DOCUMENT_NATURES).toHaveLength(12)
  for (const [i, { label }] of DOCUMENT_NATURES.entries()) {
    expect(payload({ doc_num: label })).toMatchObject({ doc_det: [{ doc_num: i + 1 }] })
  }
  for (const text of ['credit notes', 'CREDIT-NOTE', '5', 5]) {
    expect(payload({ doc_num: text })).toMatchObject({ doc_det: [{ doc_num: 5 }] })
  }
})

test('counts the documents that stand, and no amounts', () => {
  const [document] = read([line()]).documents
  expect(document && amountsOf(docs, toWire(document))).toMatchObject({ count: 42, txval: 0 })
})

describe('a series', () => {
  test('stands once: a row that repeats it is held back with the first', () => {
    const sheet = read([line(), line(notes), line({ from: 'kt/0412', to: 'kt/0455', totnum: 9 })])
    expect(told(sheet, 'error')).toContain('row-repeated 0,2')
    expect(counts(sheet)).toBe('3 = 1 ready + 2 held + 0 aside')
  })

  test('of one number twice under two natures is two', () => {
    expect(read([line(), line({ doc_num: 'Debit Note' })]).documents).toHaveLength(2)
  })

  test('needs its nature on every row', () => {
    expect(told(read([line(), line({ doc_num: '', from: 'Z1', to: 'Z44' })]), 'error')).toEqual([
      'cell-missing 1',
    ])
  })

  test.each([
    ['whose numbers are all there', { from: '1', to: '44' }, []],
    ['of one', { from: 'A', to: 'A', totnum: 1, cancel: 0 }, []],
    ['with the year behind', { from: 'A/001/26', to: 'A/044/26' }, []],
    ['with gaps', { from: 'A/001', to: 'A/050' }, ['series-count-differs warning from,to,totnum']],
    ['that counts too many', { to: 'KT/0413' }, ['series-count-differs warning from,to,totnum']],
    ['that runs backwards', { from: 'A9', to: 'A1' }, ['series-reversed warning from,to']],
    ['that cannot be counted', { from: 'A1', to: 'B9' }, []],
    ['of two counters', { from: 'A1/01', to: 'A2/10' }, []],
  ])('%s', (_what, cells, expected) => {
    expect(problems(cells)).toEqual(expected)
  })
})

test.each([
  ['more cancelled than issued', { cancel: 45 }, 'cancelled-above-total error totnum,cancel'],
  ['an unknown nature', { doc_num: 'Bills' }, 'document-nature-unknown error doc_num'],
  ['half a document', { totnum: 43.5 }, 'count-not-whole error totnum'],
  ['less than none', { cancel: -1 }, 'count-not-whole error cancel'],
  ['a number too long', { to: 'KT/26-27/000000455' }, 'number-too-long error to'],
  ['no first number', { from: '' }, 'cell-missing error from'],
])('%s is told on its cell', (_what, cells, problem) => {
  expect(problems(cells)).toEqual([problem])
})

test('a totals row is set aside', () => {
  const total = line({ doc_num: '', from: '', to: '', totnum: 47, cancel: 2 })
  expect(counts(read([line(), line(notes), total]))).toBe('3 = 2 ready + 0 held + 1 aside')
})

test('the portal’s answer lists all twelve natures, most of them empty', () => {
  const doc_det = DOCUMENT_NATURES.map((_, i) => ({
    doc_num: i + 1,
    docs: i === 4 ? [{ num: 1, from: 'CN/7', to: 'CN/9', totnum: 3, cancel: 0, net_issue: 3 }] : [],
  }))
  const found = documentsIn(docs, { doc_issue: { chksum: 'x', doc_det } })
  expect(found.map((wire) => fromWire(docs, wire))).toMatchObject([
    { key: '5|CN/7|CN/9', fields: { doc_num: '5' }, lines: [{ totnum: 3, cancel: 0 }] },
  ])
})
