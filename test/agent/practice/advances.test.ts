import { describe, expect, test } from 'vitest'
import { rehearse } from './rehearsal.ts'
import { codesOf } from './verdicts.ts'
import { advance, farAdvance } from './samples.ts'

const anyText = expect.any(String) as string
const item = (changes: object) => ({
  itms: [{ rt: 18, ad_amt: 40_000, camt: 3600, samt: 3600, csamt: 0, ...changes }],
})
const minus = item({ ad_amt: -40_000, camt: -3600, samt: -3600 })

describe.each([
  ['received', 'at', 'at', 'RET191168'],
  ['adjusted', 'txpd', 'txp', 'RET191197'],
])('an advance %s', (_, section, slug, missing) => {
  test('is stored by place and supply type, and replaced by the next of them', () =>
    rehearse(
      async (at) => {
        await at.signIn()
        await at.verdict({ [section]: [advance(), farAdvance()] })
        await at.verdict({ [section]: [farAdvance({ itms: [{ rt: 5, ad_amt: 100, iamt: 5 }] })] })
        expect((await at.read(slug)).payload).toEqual({
          [section]: [
            {
              ...farAdvance({ itms: [{ rt: 5, ad_amt: 100, iamt: 5 }] }),
              flag: 'U',
              chksum: anyText,
            },
            { ...advance(), flag: 'U', chksum: anyText },
          ],
        })
        expect((await at.totals()).get(section.toUpperCase())).toMatchObject({
          ttl_rec: 2,
          ttl_val: '47305',
          ttl_tax: '40100',
          ttl_igst: '5',
          ttl_cgst: '3600',
        })
      },
      { txpAnswer: 'txpd' },
    ))

  const cases: [string, object, string[]][] = [
    ['INTER at home', advance({ sply_ty: 'INTER' }), ['RET191154']],
    ['INTRA from another state', farAdvance({ sply_ty: 'INTRA' }), ['RET191154']],
    ['from a place that is none', farAdvance({ pos: '96' }), ['RET191112']],
    ['without a line', advance({ itms: [] }), ['RET191107']],
    ['at 17 %', advance(item({ rt: 17 })), ['RET191175']],
    ['with a rate twice', advance({ itms: [...advance().itms, ...advance().itms] }), ['RET191117']],
    ['with IGST at home', advance(item({ iamt: 7200 })), ['RET191150']],
    ['with half the tax', advance(item({ camt: 1800, samt: 1800 })), ['RET191205']],
  ]
  test.each(cases)('comes back %s, with the code on the row', (_, bad, codes) =>
    rehearse(async (at) => {
      await at.signIn()
      const answer = await at.verdict({ [section]: [farAdvance({ pos: '33' }), bad] })
      expect(answer.error_report).toEqual({
        [section]: codes.map((error_cd) => ({ ...bad, error_cd, error_msg: anyText })),
      })
      expect((await at.totals()).get(section.toUpperCase())?.ttl_rec).toBe(1)
    }),
  )

  test('twice of one place is RET191190 both times', () =>
    rehearse(async (at) => {
      await at.signIn()
      const answer = await at.verdict({ [section]: [advance(), advance(item({ rt: 18 }))] })
      expect(codesOf(answer)).toEqual({ [section]: ['RET191190', 'RET191190'] })
    }))

  test('is deleted by its key, and no more than once', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict({ [section]: [advance()] })
      const deletion = { [section]: [{ pos: '29', sply_ty: 'INTRA', flag: 'D' }] }
      expect((await at.verdict(deletion)).status_cd).toBe('P')
      expect((await at.read(slug)).code).toBe('RET11416')
      expect(codesOf(await at.verdict(deletion))).toEqual({ [section]: [missing] })
    }))
})

test('advances received may be negative, but of one sign in a row', () =>
  rehearse(async (at) => {
    await at.signIn()
    expect((await at.verdict({ at: [advance(minus)] })).status_cd).toBe('P')
    const mixed = advance({
      itms: [...advance().itms, { rt: 5, ad_amt: -100, camt: -2.5, samt: -2.5 }],
    })
    expect(codesOf(await at.verdict({ at: [mixed] }))).toEqual({ at: ['PRACTICE_SIGNS'] })
  }))

test('advances adjusted are never negative, and come off the return', () =>
  rehearse(async (at) => {
    await at.signIn()
    const answer = await at.verdict({ txpd: [advance(minus)] })
    expect(answer.error_report?.error_cd).toBe('RET191106')
    await at.verdict({ at: [advance()], txpd: [farAdvance()] })
    const totals = await at.totals()
    expect(totals.get('TXPD')).toMatchObject({ ttl_rec: 1, ttl_tax: '15000' })
    expect(totals.get('TTL_LIAB')).toMatchObject({
      ttl_rec: 2,
      ttl_tax: '25000',
      ttl_igst: '-2700',
    })
  }))

test.each([
  ['txp', (rows: unknown) => ({ txp: rows })],
  ['txpd', (rows: unknown) => ({ txpd: rows })],
  ['nested', (rows: unknown) => ({ data: { txp: rows } })],
] as const)('advances adjusted are read back in the form %s', (txpAnswer, form) =>
  rehearse(
    async (at) => {
      await at.signIn()
      await at.verdict({ txpd: [farAdvance()] })
      const rows = [{ ...farAdvance(), flag: 'U', chksum: anyText }]
      expect((await at.read('txp')).payload).toEqual(form(rows))
    },
    { txpAnswer },
  ),
)
