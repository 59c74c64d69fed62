// What comes into a return without the client: e-invoices, and documents of other software.
import { describe, expect, test } from 'vitest'
import { BUYER, FIRM, HOME_BUYER, rehearse, type Rehearsal } from './rehearsal.ts'
import { invoice, party } from './rows.ts'
import * as sample from './samples.ts'

const of = { gstin: FIRM, period: '072025' }
const register = (at: Rehearsal, sections: object, more: object = {}) =>
  at.admin<{ word: string }>('POST', '/e-invoices', { ...of, sections, ...more })
const elsewhere = (at: Rehearsal, sections: object) =>
  at.admin<{ word: string }>('POST', '/saves', { ...of, sections })

const eInvoiced = {
  irn: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  irngendate: '11-08-2025',
  srctyp: 'e-Invoice',
}

describe('an e-invoice', () => {
  test('is in the return with its number, its day and its source, in every section that has them', () =>
    rehearse(async (at) => {
      await at.signIn()
      const answer = await register(at, {
        b2b: [party(BUYER, invoice())],
        cdnr: [sample.notesTo(sample.note())],
        exp: [sample.exported('WPAY', sample.exportInvoice())],
      })
      expect(answer).toEqual({ word: 'P' })
      expect((await at.documents()).payload.b2b[0]?.inv[0]).toMatchObject({
        inum: 'KT/0412',
        ...eInvoiced,
      })
      const notes = (await at.read<{ cdnr: { nt: object[] }[] }>('cdnr')).payload
      expect(notes.cdnr[0]?.nt[0]).toMatchObject({ ...eInvoiced, d_flag: 'Y' })
      const exports = (await at.read<{ exp: { inv: object[] }[] }>('exp')).payload
      expect(exports.exp[0]?.inv[0]).toMatchObject(eInvoiced)
      expect((await at.totals()).get('TTL_LIAB')?.ttl_rec).toBe(3)
    }))

  test('has the day that it was registered', () =>
    rehearse(async (at) => {
      await at.signIn()
      await register(at, { b2b: [party(BUYER, invoice())] }, { irngendate: '09-07-2025' })
      expect((await at.documents()).payload.b2b[0]?.inv[0]).toMatchObject({
        irngendate: '09-07-2025',
      })
    }))

  test('is an ordinary document once it is saved by hand, and is deleted like one', () =>
    rehearse(async (at) => {
      await at.signIn()
      await register(at, { b2b: [party(BUYER, invoice(), invoice({ inum: 'E/2' }))] })
      await at.verdict({ b2b: [party(BUYER, invoice({ val: 60_000 }))] })
      const shown = (await at.documents()).payload.b2b[0]?.inv ?? []
      expect(shown.map(({ inum, srctyp }) => [inum, srctyp])).toEqual([
        ['E/2', 'e-Invoice'],
        ['KT/0412', undefined],
      ])
      await at.verdict({ b2b: [party(BUYER, { inum: 'E/2', flag: 'D' })] })
      expect((await at.documents()).payload.b2b[0]?.inv).toHaveLength(1)
    }))

  test('cannot be saved with what the portal adds to it', () =>
    rehearse(async (at) => {
      await at.signIn()
      const answer = await at.verdict({ b2b: [party(BUYER, invoice({ srctyp: 'e-Invoice' }))] })
      expect(answer.error_report?.error_cd).toBe('RET191106')
    }))

  test('is none in a section without documents', () =>
    rehearse(async (at) => {
      await expect(register(at, { b2cs: [sample.netRow()] })).rejects.toThrow()
    }))
})

describe('other software', () => {
  test('saves, changes and deletes at once, also at a portal that is strict', () =>
    rehearse(
      async (at) => {
        await at.signIn()
        await at.verdict({ b2b: [party(BUYER, invoice())] })
        await elsewhere(at, { b2b: [party(BUYER, invoice({ val: 1 }))] })
        await elsewhere(at, { b2b: [party(HOME_BUYER, invoice({ inum: 'O/1' }))] })
        const { b2b } = (await at.documents()).payload
        expect(b2b.flatMap(({ inv }) => inv.map(({ inum, val }) => [inum, val]))).toEqual([
          ['KT/0412', 1],
          ['O/1', 59_000],
        ])
        await elsewhere(at, { b2b: [party(BUYER, { inum: 'KT/0412', flag: 'D' })] })
        expect((await at.documents()).payload.b2b).toHaveLength(1)
      },
      { saves: 'strict' },
    ))

  test('is told what is wrong with a row', () =>
    rehearse(async (at) => {
      expect(await elsewhere(at, { b2b: [party(BUYER, invoice({ pos: '99' }))] })).toMatchObject({
        word: 'PE',
      })
    }))

  test('makes a review old: what was prepared must be prepared again', () =>
    rehearse(async (at) => {
      const summary = await at.prepare()
      await elsewhere(at, { b2b: [party(HOME_BUYER, invoice({ inum: 'O/1' }))] })
      at.settle()
      await at.requestEvc()
      expect((await at.file(summary)).code).toBe('RET09001')
    }))

  test('changes no return that is filed', () =>
    rehearse(async (at) => {
      await at.admin('POST', '/filings', of)
      await expect(elsewhere(at, { b2b: [party(BUYER, invoice())] })).rejects.toThrow('filed')
    }))
})
