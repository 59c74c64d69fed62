import { describe, expect, test } from 'vitest'
import { rehearse } from './rehearsal.ts'
import { codesOf } from './verdicts.ts'
import { exported, exportInvoice, untaxed } from './samples.ts'

const anyText = expect.any(String) as string
const noBill = { sbpcode: undefined, sbnum: undefined, sbdt: undefined }

describe('an export', () => {
  test('is stored with and without payment, each in its part of the summary', () =>
    rehearse(async (at) => {
      await at.signIn()
      const free = exportInvoice({ inum: 'KTX/10', val: 200_000, ...untaxed, ...noBill })
      await at.verdict({ exp: [exported('WPAY', exportInvoice()), exported('WOPAY', free)] })
      expect((await at.read('exp')).payload).toMatchObject({
        exp: [
          { exp_typ: 'WOPAY', inv: [{ inum: 'KTX/10' }] },
          { exp_typ: 'WPAY', inv: [{ ...exportInvoice(), flag: 'U', chksum: anyText }] },
        ],
      })
      const totals = (await at.totals()).get('EXP')
      expect(totals).toMatchObject({ ttl_rec: 2, ttl_val: '436000', ttl_igst: '36000' })
      expect(totals?.sub_sections?.map((sub) => [sub.sec_nm, sub.ttl_rec, sub.ttl_igst])).toEqual([
        ['EXPWP', 1, '36000'],
        ['EXPWOP', 1, '0'],
      ])
      expect(totals?.cpty_sum).toBeUndefined()
    }))

  const cases: [string, string, object, string[]][] = [
    ['without payment but taxed', 'WOPAY', {}, ['RET191150']],
    [
      'without payment but with cess',
      'WOPAY',
      { itms: [{ rt: 18, txval: 1, csamt: 1 }] },
      ['RET191150'],
    ],
    ['with payment but untaxed', 'WPAY', untaxed, ['RET191150']],
    ['with half the tax', 'WPAY', { itms: [{ rt: 18, txval: 1000, iamt: 90 }] }, ['RET191205']],
    ['shipped before its invoice', 'WPAY', { sbdt: '14-07-2025' }, ['RET191176']],
    ['shipped on no real day', 'WPAY', { sbdt: '31-06-2025' }, ['RET191176']],
    ['with a bill and no date of it', 'WPAY', { sbdt: undefined }, ['RET191176']],
    ['with a date and no bill', 'WPAY', { sbnum: undefined }, ['RET191176']],
    ['dated after the period', 'WPAY', { idt: '01-08-2025', ...noBill }, ['RET191114']],
    ['with a number of zeros', 'WPAY', { inum: '00' }, ['RET191203']],
    ['at 17 %', 'WPAY', { itms: [{ rt: 17, txval: 100, iamt: 17 }] }, ['RET191175']],
    ['without a line', 'WPAY', { itms: [] }, ['RET191107']],
    [
      'with a rate twice',
      'WPAY',
      { itms: [...exportInvoice().itms, ...exportInvoice().itms] },
      ['RET191117'],
    ],
  ]
  test.each(cases)('comes back %s, its shipping bill as a number', (_, exp_typ, changes, codes) =>
    rehearse(async (at) => {
      await at.signIn()
      const bad = exportInvoice({ inum: 'BAD', ...changes })
      const answer = await at.verdict({
        exp: [exported('WPAY', exportInvoice()), exported(exp_typ, bad)],
      })
      const reported = { ...bad, sbnum: bad.sbnum && Number(bad.sbnum) }
      expect(answer.error_report).toEqual({
        exp: codes.map((error_cd) => ({
          exp_typ,
          error_cd,
          error_msg: anyText,
          inv: [reported],
        })),
      })
      expect((await at.totals()).get('EXP')?.ttl_rec).toBe(1)
    }),
  )

  test.each([
    ['a shipping bill that is a number', 'WPAY', { sbnum: 4417720 }],
    ['a shipping bill of two digits', 'WPAY', { sbnum: '44' }],
    ['a port code of seven letters', 'WPAY', { sbpcode: 'INBLR4X' }],
    ['a blank shipping bill', 'WPAY', { sbnum: '' }],
    ['65 %', 'WPAY', { diff_percent: 0.65 }],
    ['a type that is none', 'EXPWP', {}],
  ])('fails the whole save with %s', (_, exp_typ, changes) =>
    rehearse(async (at) => {
      await at.signIn()
      const answer = await at.verdict({ exp: [exported(exp_typ, exportInvoice(changes))] })
      expect(answer.error_report?.error_cd).toBe('RET191106')
    }),
  )

  test('is deleted by type and number, changes its type in no other way, and then is RET11417', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict({ exp: [exported('WPAY', exportInvoice())] })
      const other = { exp: [exported('WOPAY', exportInvoice(untaxed))] }
      expect(codesOf(await at.verdict(other))).toEqual({ exp: ['RET191133'] })
      const deletion = { exp: [exported('WPAY', { inum: 'KTX/9', flag: 'D' })] }
      expect((await at.verdict(deletion)).status_cd).toBe('P')
      expect((await at.read('exp')).code).toBe('RET11417')
      expect(codesOf(await at.verdict(deletion))).toEqual({ exp: ['RET191124'] })
    }))
})
