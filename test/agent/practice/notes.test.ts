import { describe, expect, test } from 'vitest'
import { inactiveBuyers } from '../../../agent/portal/practice/registry-data.ts'
import { BUYER, FIRM, HOME_BUYER, rehearse } from './rehearsal.ts'
import { interState, invoice } from './rows.ts'
import { codesOf } from './verdicts.ts'
import { exportNote, note, notesTo, plainNote } from './samples.ts'

const anyText = expect.any(String) as string

describe('a note to a registered buyer', () => {
  test('is stored, and read back like an invoice', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict({ cdnr: [notesTo(note())] })
      expect((await at.read('cdnr')).payload).toMatchObject({
        cdnr: [
          {
            ctin: BUYER,
            cfs: 'N',
            nt: [
              {
                ...note({}, [{ ...interState(2000), camt: 0, samt: 0 }]),
                flag: 'U',
                updby: 'S',
                cflag: 'N',
              },
            ],
          },
        ],
      })
    }))

  test('counts negative where it is a credit note, in its table, its section and the return', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict({
        b2b: [{ ctin: BUYER, inv: [invoice()] }],
        cdnr: [
          notesTo(
            note(),
            note({ nt_num: 'DN', ntty: 'D', val: 118 }, [interState(100)]),
            note({ nt_num: 'RC', rchrg: 'Y', val: 118 }, [interState(100)]),
          ),
        ],
      })
      const totals = await at.totals()
      expect(totals.get('CDNR')).toMatchObject({
        ttl_rec: 3,
        ttl_val: '-2360',
        ttl_tax: '-2000',
        ttl_igst: '-360',
        cpty_sum: [{ ctin: BUYER, ttl_rec: 3, ttl_tax: '-2000' }],
      })
      const inside = totals.get('CDNR')?.sub_sections?.map((sub) => [sub.sec_nm, sub.ttl_tax])
      expect(inside).toEqual([
        ['CDNR_4A', '-1900'],
        ['CDNR_4B', '-100'],
        ['CDNR_6C', '0'],
        ['CDNR_SEZWOP', '0'],
        ['CDNR_SEZWP', '0'],
      ])
      expect(totals.get('TTL_LIAB')).toMatchObject({ ttl_rec: 4, ttl_tax: '48000' })
    }))

  const cases: [string, string, object, string[]][] = [
    ['of refund', BUYER, { ntty: 'R' }, ['RET191193']],
    ['to a GSTIN with a wrong check character', '27AAHCM7310P1Z2', {}, ['RET191113']],
    ['to oneself', FIRM, {}, ['RET191113']],
    ['to an inactive GSTIN', inactiveBuyers[0] ?? '', {}, ['RET191360']],
    ['dated after the period', BUYER, { nt_dt: '01-08-2025' }, ['RET191115']],
    ['over 18 months old', BUYER, { nt_dt: '30-01-2024' }, ['RET191115']],
    ['with a number of zeros', BUYER, { nt_num: '000' }, ['RET191203']],
    ['with a place that is none', BUYER, { pos: '00' }, ['RET191112']],
    ['with a type that is none', BUYER, { inv_typ: 'CL' }, ['RET191181']],
    ['without a line', BUYER, { itms: [] }, ['RET191107']],
    ['with a line number twice', BUYER, lines([1, 5], [1, 18]), ['RET191172']],
    ['with a rate twice', BUYER, lines([1, 18], [2, 18]), ['RET191117']],
    ['at 17 %', BUYER, lines([1, 17]), ['RET191175']],
    ['with half the tax', BUYER, oneLine({ rt: 18, txval: 2000, iamt: 180 }), ['RET191205']],
    ['to a SEZ without payment but taxed', BUYER, { inv_typ: 'SEWOP' }, ['RET191189']],
    ['with IGST at home', HOME_BUYER, { pos: '29' }, ['RET191150']],
  ]
  test.each(cases)('comes back %s', (_, ctin, changes, codes) =>
    rehearse(async (at) => {
      await at.signIn()
      const bad = note({ nt_num: 'BAD', ...changes })
      const answer = await at.verdict({ cdnr: [notesTo(note()), { ctin, nt: [bad] }] })
      expect(answer.error_report).toEqual({
        cdnr: codes.map((error_cd) => ({ ctin, error_cd, error_msg: anyText, nt: [bad] })),
      })
      expect((await at.totals()).get('CDNR')?.ttl_rec).toBe(1)
    }),
  )

  test.each([
    ['without its type', note({ inv_typ: undefined })],
    ['with the invoice it is for', note({ inum: 'KT/1', idt: '01-07-2025' })],
    ['with a minus sign', note({}, [interState(-2000)])],
  ])('fails the whole save %s', (_, bad) =>
    rehearse(async (at) => {
      await at.signIn()
      const answer = await at.verdict({ cdnr: [notesTo(bad)] })
      expect([answer.status_cd, answer.error_report?.error_cd]).toEqual(['ER', 'RET191106'])
    }),
  )

  test('is deleted by its number, and stays with its buyer until then', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict({ cdnr: [notesTo(note())] })
      const moved = { cdnr: [{ ctin: HOME_BUYER, nt: [note()] }] }
      expect(codesOf(await at.verdict(moved))).toEqual({ cdnr: ['RET191133'] })
      await at.verdict({ cdnr: [notesTo({ nt_num: 'kt/cn/7', flag: 'D' })] })
      expect((await at.read('cdnr')).code).toBe('RET11416')
      expect((await at.verdict(moved)).status_cd).toBe('P')
    }))
})

describe('a note to an unregistered buyer', () => {
  test('is stored for a large invoice and for exports, each in its part of the summary', () =>
    rehearse(async (at) => {
      await at.signIn()
      const taxed = { typ: 'EXPWP', nt_num: 'W', itms: plainNote().itms }
      await at.verdict({ cdnur: [plainNote(), exportNote(), exportNote(taxed)] })
      expect((await at.read<{ cdnur: unknown[] }>('cdnur')).payload.cdnur).toContainEqual({
        ...plainNote(),
        flag: 'U',
        chksum: anyText,
      })
      const totals = (await at.totals()).get('CDNUR')
      expect(totals).toMatchObject({ ttl_rec: 3, ttl_tax: '10000', ttl_igst: '0' })
      expect(totals?.sub_sections?.map((sub) => [sub.sec_nm, sub.ttl_tax, sub.ttl_igst])).toEqual([
        ['B2CL', '-10000', '-1800'],
        ['EXPWP', '10000', '1800'],
        ['EXPWOP', '10000', '0'],
      ])
    }))

  const cases: [string, object, string[]][] = [
    ['of refund', plainNote({ ntty: 'R' }), ['RET191193']],
    ['to the own state', plainNote({ pos: '29' }), ['RET191160']],
    ['to a state that is none', plainNote({ pos: '96' }), ['RET191112']],
    ['dated after the period', plainNote({ nt_dt: '01-08-2025' }), ['RET191115']],
    ['with a number of zeros', exportNote({ nt_num: '0' }), ['RET191203']],
    ['without a line', plainNote({ itms: [] }), ['RET191107']],
    ['with a line number twice', plainNote(lines([1, 5], [1, 18])), ['RET191172']],
    ['with a rate twice', plainNote(lines([1, 18], [2, 18])), ['RET191117']],
    ['at 17 %', plainNote(lines([1, 17])), ['RET191175']],
    ['with half the tax', plainNote(oneLine({ rt: 18, txval: 10_000, iamt: 900 })), ['RET191205']],
    ['without payment but taxed', exportNote({ itms: plainNote().itms }), ['RET191150']],
    ['with payment but untaxed', exportNote({ typ: 'EXPWP' }), ['RET191150']],
  ]
  test.each(cases)('comes back %s, with the code on the note', (_, bad, codes) =>
    rehearse(async (at) => {
      await at.signIn()
      const answer = await at.verdict({ cdnur: [plainNote({ nt_num: 'GOOD' }), bad] })
      expect(answer.error_report).toEqual({
        cdnur: codes.map((error_cd) => ({ ...bad, error_cd, error_msg: anyText })),
      })
      expect((await at.totals()).get('CDNUR')?.ttl_rec).toBe(1)
    }),
  )

  test.each([
    ['a place of supply on an export', exportNote({ pos: '96' })],
    ['65 % on an export', exportNote({ diff_percent: 0.65 })],
    ['no place of supply for a large invoice', plainNote({ pos: undefined })],
    ['a type that is none', plainNote({ typ: 'B2CS' })],
    ['CGST', plainNote({}, [{ rt: 18, txval: 100, camt: 9, samt: 9 }])],
  ])('fails the whole save with %s', (_, bad) =>
    rehearse(async (at) => {
      await at.signIn()
      expect((await at.verdict({ cdnur: [bad] })).error_report?.error_cd).toBe('RET191106')
    }),
  )

  test('is deleted by type and number, and changes its type in no other way', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict({ cdnur: [exportNote()] })
      const other = { cdnur: [exportNote({ typ: 'EXPWP', itms: plainNote().itms })] }
      expect(codesOf(await at.verdict(other))).toEqual({ cdnur: ['RET191133'] })
      await at.verdict({ cdnur: [{ typ: 'EXPWOP', nt_num: 'KTX/DN/1', flag: 'D' }] })
      expect((await at.read('cdnur')).code).toBe('RET11416')
      expect((await at.verdict(other)).status_cd).toBe('P')
    }))
})

function oneLine(itm_det: object) {
  return { itms: [{ num: 1, itm_det }] }
}

function lines(...of: [num: number, rt: number][]) {
  return { itms: of.map(([num, rt]) => ({ num, itm_det: interState(1000, rt) })) }
}
