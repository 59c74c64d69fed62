import { describe, expect, test } from 'vitest'
import { rehearse, type Setting } from './rehearsal.ts'
import { codesOf } from './verdicts.ts'
import { goods, service } from './samples.ts'

const anyText = expect.any(String) as string
const both = { hsn: { hsn_b2b: [goods()], hsn_b2c: [service(), goods({ num: 2 })] } }
const before: Setting = { period: '042025' }

describe('the HSN summary', () => {
  test('has two lists from 05/2025, both of which are read back and summed', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict(both)
      expect((await at.read('hsn')).payload).toEqual({
        hsn: { ...both.hsn, flag: 'U', chksum: anyText },
      })
      const totals = await at.totals()
      expect(totals.get('HSN')).toMatchObject({
        ttl_rec: 3,
        ttl_val: '2124000',
        ttl_tax: '1800000',
        ttl_igst: '270000',
      })
      expect(totals.get('HSN_B2B')).toMatchObject({ ttl_rec: 1, ttl_tax: '600000' })
      expect(totals.get('HSN_B2C')).toMatchObject({ ttl_rec: 2, ttl_tax: '1200000' })
      expect(totals.get('TTL_LIAB')).toMatchObject({ ttl_rec: 3, ttl_tax: '0' })
    }))

  test('has one list before', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict({ hsn: { data: [goods(), service({ num: 2 })] } })
      expect((await at.read('hsn')).payload).toEqual({
        hsn: { data: [goods(), service({ num: 2 })], flag: 'U', chksum: anyText },
      })
      expect((await at.totals()).get('HSN')).toMatchObject({ ttl_rec: 2, ttl_tax: '1200000' })
    }, before))

  test('shows an empty list of the two', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict({ hsn: { hsn_b2c: [service()] } })
      expect((await at.read('hsn')).payload).toMatchObject({
        hsn: { hsn_b2b: [], hsn_b2c: [service()] },
      })
    }))

  test('is replaced whole: a list that is left out is gone', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict(both)
      await at.verdict({ hsn: { hsn_b2b: [goods({ qty: 1, txval: 5 })] } })
      const totals = await at.totals()
      expect(totals.get('HSN')).toMatchObject({ ttl_rec: 1, ttl_tax: '5' })
      expect(totals.get('HSN_B2C')?.ttl_rec).toBe(0)
    }))

  test('is emptied by the flag alone', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict(both)
      expect((await at.verdict({ hsn: { flag: 'D' } })).status_cd).toBe('P')
      expect((await at.read('hsn')).code).toBe('RET11416')
    }))

  test.each([
    ['the undivided list', '072025', { data: [goods()] }],
    ['the divided lists', '042025', { hsn_b2b: [goods()] }],
    ['both forms', '072025', { data: [goods()], hsn_b2b: [goods()] }],
    ['an empty list', '072025', { hsn_b2b: [goods()], hsn_b2c: [] }],
    ['no list', '072025', {}],
    ['the flag and a list', '072025', { flag: 'D', hsn_b2b: [goods()] }],
    ['no rate', '072025', { hsn_b2b: [goods({ rt: undefined })] }],
    ['a quantity of three decimals', '072025', { hsn_b2b: [goods({ qty: 1.125 })] }],
  ])('fails the whole save with %s in %s', (_, period, hsn) =>
    rehearse(
      async (at) => {
        await at.signIn()
        expect((await at.verdict({ hsn })).error_report?.error_cd).toBe('RET191106')
      },
      { period },
    ),
  )

  const cases: [string, object, string][] = [
    ['letters for an HSN', { hsn_sc: 'GOODS' }, 'RET191349'],
    ['an HSN of nine digits', { hsn_sc: '847130101' }, 'RET191349'],
    ['an HSN of three digits', { hsn_sc: '847' }, 'RET191350'],
    ['a unit in words', { uqc: 'NUMBERS' }, 'RET191353'],
    ['a unit with its name', { uqc: 'NOS-NUMBERS' }, 'RET191353'],
    ['goods without a unit', { uqc: 'NA' }, 'RET191353'],
    ['a service with a unit', { hsn_sc: '998313', qty: 0 }, 'RET191353'],
    ['a quantity of a service', { hsn_sc: '998314', uqc: 'NA', qty: 1 }, 'RET191355'],
    ['a rate that is none', { rt: 17 }, 'RET191175'],
  ]
  test.each(cases)('comes back with %s, and what was held stays', (_, changes, code) =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict({ hsn: { hsn_b2b: [goods()] } })
      const bad = goods({ num: 2, ...changes })
      const answer = await at.verdict({ hsn: { hsn_b2c: [service(), bad] } })
      expect(answer).toMatchObject({
        status_cd: 'PE',
        error_report: { hsn: [{ hsn_b2c: [bad], error_cd: code, error_msg: anyText }] },
      })
      expect((await at.totals()).get('HSN_B2B')?.ttl_rec).toBe(1)
      expect((await at.totals()).get('HSN_B2C')?.ttl_rec).toBe(0)
    }),
  )

  test('has a combination of HSN, unit and rate once in a list', () =>
    rehearse(async (at) => {
      await at.signIn()
      const other = [goods({ num: 2, rt: 5 }), goods({ num: 3, uqc: 'KGS' })]
      const lists = { hsn_b2b: [goods(), ...other], hsn_b2c: [goods()] }
      expect((await at.verdict({ hsn: lists })).status_cd).toBe('P')
      const again = { hsn_b2b: [goods(), goods({ num: 2, txval: 1 })] }
      expect(codesOf(await at.verdict({ hsn: again }))).toEqual({ hsn: ['RET191117'] })
    }))

  test.each([
    ['up to ₹5 crore', 50_000_000, 'P'],
    ['above ₹5 crore', 50_000_000.01, 'PE'],
  ])('takes four digits with a turnover %s', (_, gt, word) =>
    rehearse(async (at) => {
      await at.signIn()
      const four = { hsn: { hsn_b2b: [goods({ hsn_sc: '8471' })] } }
      expect((await at.verdict(four, { gt })).status_cd).toBe(word)
      const six = { hsn: { hsn_b2b: [goods({ hsn_sc: '847130' })] } }
      expect((await at.verdict(six, { gt })).status_cd).toBe('P')
    }),
  )
})

describe('the error report of HSN', () => {
  const unit = goods({ uqc: 'X' })
  const rate = service({ rt: 17 })
  const bad = { hsn: { hsn_b2b: [unit], hsn_b2c: [rate, goods({ num: 2, uqc: 'X' })] } }
  const said = (error_cd: string) => ({ error_cd, error_msg: anyText })

  const forms: [NonNullable<Setting['hsnReport']>, unknown][] = [
    ['object', { data: [unit, goods({ num: 2, uqc: 'X' })], ...said('RET191353') }],
    [
      'array',
      [
        { chksum: anyText, data: [unit, goods({ num: 2, uqc: 'X' })], ...said('RET191353') },
        { chksum: anyText, data: [rate], ...said('RET191175') },
      ],
    ],
    [
      'lists',
      [
        { hsn_b2b: [unit], ...said('RET191353') },
        { hsn_b2c: [goods({ num: 2, uqc: 'X' })], ...said('RET191353') },
        { hsn_b2c: [rate], ...said('RET191175') },
      ],
    ],
  ]
  test.each(forms)('has the form %s where the portal is set to', (hsnReport, report) =>
    rehearse(
      async (at) => {
        await at.signIn()
        expect((await at.verdict(bad)).error_report).toEqual({ hsn: report })
      },
      { hsnReport },
    ),
  )

  test('is an array before 05/2025, unless told', () =>
    rehearse(async (at) => {
      await at.signIn()
      expect((await at.verdict({ hsn: { data: [unit] } })).error_report).toEqual({
        hsn: [{ chksum: anyText, data: [unit], ...said('RET191353') }],
      })
    }, before))
})
