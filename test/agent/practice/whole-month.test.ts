// Rules that hold across sections: shared numbers, what a quarterly filer may save early, sections that fail apart.
import { describe, expect, test } from 'vitest'
import { quarterlyFilers } from '../../../agent/portal/practice/registry-data.ts'
import { BUYER, fileable, FIRM, rehearse } from './rehearsal.ts'
import { invoice, party } from './rows.ts'
import { codesOf } from './verdicts.ts'
import * as sample from './samples.ts'

const month = {
  b2b: [party(BUYER, invoice())],
  b2cl: [sample.large('33', sample.largeInvoice())],
  b2cs: [sample.netRow(), sample.netReturn()],
  cdnr: [sample.notesTo(sample.note())],
  cdnur: [sample.plainNote(), sample.exportNote()],
  exp: [sample.exported('WPAY', sample.exportInvoice())],
  at: [sample.advance()],
  txpd: [sample.farAdvance()],
  nil: { inv: [sample.nilRow()] },
  hsn: { hsn_b2b: [sample.goods()], hsn_b2c: [sample.service()] },
  doc_issue: sample.issued([1, sample.range()]),
}

describe('an ordinary month', () => {
  test('is saved in one request and filed', () =>
    rehearse(async (at) => {
      await at.signIn()
      expect((await at.verdict(month)).status_cd).toBe('P')
      await at.proceed()
      at.settle()
      const summary = fileable((await at.summary()).payload)
      const liability = summary.sec_sum.find(({ sec_nm }) => sec_nm === 'TTL_LIAB')
      // 50,000 + 1,20,000 + 48,210.50 − 1,000 − 2,000 − 10,000 + 10,000 + 2,00,000 + 40,000 − 15,000
      expect(liability).toMatchObject({ ttl_rec: 14, ttl_tax: '440210.5' })
      await at.requestEvc()
      expect((await at.file(summary)).payload.ack_num).toMatch(/PRACTICE/)
    }))

  test('loses nothing by one bad row but that row, or the section that is replaced whole', () =>
    rehearse(async (at) => {
      await at.signIn()
      const answer = await at.verdict({
        ...month,
        b2cs: [sample.netRow(), sample.netReturn({ iamt: 180 })],
        hsn: { hsn_b2b: [sample.goods(), sample.goods({ num: 2, rt: 17 })] },
      })
      expect(codesOf(answer)).toEqual({ b2cs: ['RET191205'], hsn: ['RET191175'] })
      const totals = await at.totals()
      const counts = ['B2B', 'B2CS', 'HSN', 'DOC_ISSUE'].map((name) => totals.get(name)?.ttl_rec)
      expect(counts).toEqual([1, 1, 0, 1])
    }))

  test('is wiped by a reset, every section of it', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict(month)
      await at.reset()
      at.settle()
      expect((await at.summary()).code).toBe('RET13510')
      const slugs = 'b2b b2cl b2cs cdnr cdnur exp at txp nil hsn doc-issue'.split(' ')
      const answers = await Promise.all(slugs.map((slug) => at.read(slug)))
      expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['RET11416', 'RET11417']))
      await at.verdict({ b2cs: month.b2cs })
      expect((await at.totals()).get('TTL_LIAB')?.ttl_rec).toBe(2)
    }))

  test.each([
    ['b2b', 'b2cl', { b2cl: [sample.large('33', sample.largeInvoice({ inum: 'kt/0412' }))] }],
    ['b2b', 'exp', { exp: [sample.exported('WPAY', sample.exportInvoice({ inum: 'KT/0412' }))] }],
    ['cdnr', 'cdnur', { cdnur: [sample.plainNote({ nt_num: 'KT/CN/7' })] }],
  ] as const)('has a number of %s not again in %s', (first, second, again) =>
    rehearse(async (at) => {
      await at.signIn()
      const together = await at.verdict({ [first]: month[first], ...again })
      expect(codesOf(together)).toEqual({ [first]: ['RET191134'], [second]: ['RET191134'] })
      await at.verdict({ [first]: month[first] })
      expect(codesOf(await at.verdict(again))).toEqual({ [second]: ['RET191134'] })
    }),
  )

  test('may give an invoice and a note the same number', () =>
    rehearse(async (at) => {
      await at.signIn()
      const note = sample.note({ nt_num: 'KT/0412' })
      const answer = await at.verdict({ b2b: month.b2b, cdnr: [sample.notesTo(note)] })
      expect(answer.status_cd).toBe('P')
    }))

  test('frees no number for another section of the same request', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict({ b2b: month.b2b })
      const answer = await at.verdict({
        b2b: [party(BUYER, invoice({ flag: 'D' }))],
        b2cl: [sample.large('33', sample.largeInvoice({ inum: 'KT/0412' }))],
      })
      expect(codesOf(answer)).toEqual({ b2b: ['RET191134'], b2cl: ['RET191134'] })
    }))
})

describe('a quarterly filer', () => {
  const early = { b2b: month.b2b, cdnr: month.cdnr }
  const [quarterly = ''] = quarterlyFilers

  test.each([
    ['the first month', '072025'],
    ['the second month', '082025'],
  ])('saves invoices and notes to registered buyers in %s, and nothing else', (_, period) =>
    rehearse(
      async (at) => {
        at.pass(31 * 24 * 60 * 60_000)
        await at.signIn()
        expect((await at.verdict(early)).status_cd).toBe('P')
        const answer = await at.verdict({ b2cs: month.b2cs })
        expect([answer.status_cd, answer.error_report?.error_cd]).toEqual(['ER', 'PRACTICE_IFF'])
      },
      { gstin: quarterly, period },
    ),
  )

  test('saves everything in the last month', () =>
    rehearse(
      async (at) => {
        at.pass(61 * 24 * 60 * 60_000)
        await at.signIn()
        expect((await at.verdict(month)).status_cd).toBe('P')
      },
      { gstin: quarterly, period: '092025' },
    ))

  test('is whom the side door says', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.admin('POST', '/preference', { gstin: FIRM, quarterly: true })
      expect((await at.verdict(month)).error_report?.error_cd).toBe('PRACTICE_IFF')
      await at.admin('POST', '/preference', { gstin: FIRM, quarterly: false })
      expect((await at.verdict(month)).status_cd).toBe('P')
    }))
})
