import { describe, expect, test } from 'vitest'
import { sezUnits } from '../../../agent/portal/practice/registry-data.ts'
import { BUYER, gstin, rehearse } from './rehearsal.ts'
import { codesOf } from './verdicts.ts'
import { netReturn, netRow } from './samples.ts'

const OPERATOR = gstin('29AAECE7731J1C')

describe('a net row', () => {
  test('is stored with either sign, and summed with its tax', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict({ b2cs: [netRow(), netReturn()] })
      expect((await at.read('b2cs')).payload).toEqual({
        b2cs: [
          { ...netRow(), flag: 'U', chksum: expect.any(String) as string },
          { ...netReturn(), flag: 'U', chksum: expect.any(String) as string },
        ],
      })
      expect((await at.totals()).get('B2CS')).toMatchObject({
        ttl_rec: 2,
        ttl_val: '52815.76',
        ttl_tax: '47210.5',
        ttl_igst: '-180',
        ttl_cgst: '2892.63',
        ttl_sgst: '2892.63',
      })
    }))

  const cases: [string, object, string[]][] = [
    ['INTRA to another state', netRow({ pos: '32' }), ['RET191153']],
    ['INTER at home', netReturn({ pos: '29' }), ['RET191153']],
    ['to a place that is none', netReturn({ pos: '96' }), ['RET191112']],
    ['of e-commerce without an operator', netRow({ typ: 'E' }), ['RET191152']],
    ['with an operator that is none', netRow({ etin: BUYER }), ['RET191152']],
    ['at 13 %', netRow({ rt: 13 }), ['RET191175']],
    ['INTRA with an IGST of nothing', netRow({ iamt: 0 }), ['RET191150']],
    ['INTER with a CGST of nothing', netReturn({ camt: 0, samt: 0 }), ['RET191150']],
    ['with tax of the other sign', netReturn({ iamt: 180 }), ['RET191205']],
    ['with CGST unlike SGST', netRow({ camt: 2892.64 }), ['RET191205']],
  ]
  test.each(cases)('comes back %s, with the code on the row', (_, bad, codes) =>
    rehearse(async (at) => {
      await at.signIn()
      const answer = await at.verdict({ b2cs: [netReturn({ pos: '07' }), bad] })
      expect(answer.error_report).toEqual({
        b2cs: codes.map((error_cd) => ({
          ...bad,
          error_cd,
          error_msg: expect.any(String) as string,
        })),
      })
      expect((await at.totals()).get('B2CS')?.ttl_rec).toBe(1)
    }),
  )

  test('replaces the one of its place, rate, share and operator, and leaves the others', () =>
    rehearse(async (at) => {
      await at.signIn()
      const others = [
        netReturn({ pos: '07' }),
        netReturn({ rt: 5, iamt: -50 }),
        netReturn({ diff_percent: 0.65, iamt: -117 }),
        netReturn({ typ: 'E', etin: OPERATOR }),
      ]
      await at.verdict({ b2cs: [netReturn(), ...others] })
      await at.verdict({ b2cs: [netReturn({ txval: -2000, iamt: -360 })] })
      const totals = (await at.totals()).get('B2CS')
      expect(totals).toMatchObject({ ttl_rec: 5, ttl_tax: '-6000' })
    }))

  test('twice in a request is RET191190 both times', () =>
    rehearse(async (at) => {
      await at.signIn()
      const answer = await at.verdict({ b2cs: [netReturn(), netReturn({ txval: 1, iamt: 0.18 })] })
      expect(codesOf(answer)).toEqual({ b2cs: ['RET191190', 'RET191190'] })
    }))

  test.each([
    ['the whole row', netReturn({ flag: 'D' })],
    ['its key', { sply_ty: 'INTER', typ: 'OE', pos: '32', rt: 18, flag: 'D' }],
  ])('is deleted by %s, and RET191157 where it is not there', (_, deletion) =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict({ b2cs: [netReturn(), netRow()] })
      expect((await at.verdict({ b2cs: [deletion] })).status_cd).toBe('P')
      expect((await at.read('b2cs')).payload.b2cs).toHaveLength(1)
      expect(codesOf(await at.verdict({ b2cs: [deletion] }))).toEqual({ b2cs: ['RET191157'] })
    }),
  )

  test('of a SEZ unit is INTER, at home too', () =>
    rehearse(
      async (at) => {
        await at.signIn()
        const answer = await at.verdict({ b2cs: [netRow(), netReturn({ pos: '29' })] })
        expect(codesOf(answer)).toEqual({ b2cs: ['RET191153'] })
        expect((await at.read('b2cs')).payload.b2cs).toHaveLength(1)
      },
      { gstin: sezUnits[0] ?? '' },
    ))
})
