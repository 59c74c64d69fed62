import { describe, expect, test } from 'vitest'
import { BUYER, rehearse } from './rehearsal.ts'
import { interState, intraState } from './rows.ts'
import { codesOf } from './verdicts.ts'
import { large, largeInvoice } from './samples.ts'

const good = { b2cl: [large('33', largeInvoice())] }

describe('a large invoice', () => {
  test('is stored, and read back by state', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict({
        b2cl: [large('33', largeInvoice()), large('07', largeInvoice({ inum: 'KTC/0032' }))],
      })
      expect((await at.read('b2cl', '?state_code=33')).payload).toEqual({
        b2cl: [
          {
            pos: '33',
            inv: [
              { ...largeInvoice(), flag: 'U', chksum: expect.stringMatching(/^[0-9a-f]{64}$/) },
            ],
          },
        ],
      })
      expect((await at.read('b2cl')).payload.b2cl).toHaveLength(2)
    }))

  const halved = { itms: [{ num: 1, itm_det: intraState(120_000) }] }
  const cases: [string, string, object, string[]][] = [
    ['at the limit', '33', { val: 100_000 }, ['RET191180']],
    ['to the own state', '29', {}, ['RET191160']],
    ['to a state that is none', '39', {}, ['RET191112']],
    ['abroad', '96', {}, ['RET191112']],
    ['dated after the period', '33', { idt: '01-08-2025' }, ['RET191114']],
    ['with a space in its number', '33', { inum: 'KTC 31' }, ['RET191203']],
    ['through an operator that is none', '33', { etin: BUYER }, ['RET191152']],
    ['without a line', '33', { itms: [] }, ['RET191107']],
    ['at 17 %', '33', line({ rt: 17, txval: 1, iamt: 0.17 }), ['RET191175']],
    ['with a rate twice', '33', line(interState(1), interState(2)), ['RET191117']],
    [
      'with a line number twice',
      '33',
      { itms: [5, 18].map((rt) => ({ num: 1, itm_det: interState(1000, rt) })) },
      ['RET191172'],
    ],
    ['without tax', '33', line({ rt: 18, txval: 120_000 }), ['RET191150']],
    ['with half the tax', '33', line({ rt: 18, txval: 120_000, iamt: 10_800 }), ['RET191205']],
  ]
  test.each(cases)('comes back %s', (_, pos, changes, codes) =>
    rehearse(async (at) => {
      await at.signIn()
      const bad = largeInvoice({ inum: 'BAD', ...changes })
      const answer = await at.verdict({ b2cl: [large('33', largeInvoice()), large(pos, bad)] })
      expect(answer.error_report).toEqual({
        b2cl: codes.map((error_cd) => ({
          pos,
          error_cd,
          error_msg: expect.any(String) as string,
          inv: [bad],
        })),
      })
      expect((await at.totals()).get('B2CL')?.ttl_rec).toBe(1)
    }),
  )

  test.each([
    ['CGST', { b2cl: [large('33', largeInvoice(halved))] }],
    ['a type', { b2cl: [large('33', largeInvoice({ inv_typ: 'R' }))] }],
    [
      'its place of supply in the wrong place',
      { b2cl: [large('33', largeInvoice({ pos: '33' }))] },
    ],
    ['a state without invoices', { b2cl: [large('33')] }],
  ])('fails the whole save with %s', (_, body) =>
    rehearse(async (at) => {
      await at.signIn()
      expect((await at.verdict(body)).error_report?.error_cd).toBe('RET191106')
    }),
  )

  test.each([
    ['07/2024', '072024', 250_000, 250_000.01],
    ['08/2024', '082024', 100_000, 100_000.01],
  ])('must be above the limit of %s', (_, period, refused, taken) =>
    rehearse(
      async (at) => {
        await at.signIn()
        const of = (inum: string, val: number) =>
          large('33', largeInvoice({ inum, val, idt: '01-07-2024' }))
        const answer = await at.verdict({ b2cl: [of('A', refused), of('B', taken)] })
        expect(codesOf(answer)).toEqual({ b2cl: ['RET191180'] })
        expect((await at.totals()).get('B2CL')?.ttl_val).toBe(String(taken))
      },
      { period },
    ),
  )

  test('moves to another state when it is saved there', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict(good)
      await at.verdict({ b2cl: [large('07', largeInvoice({ inum: 'ktc/0031' }))] })
      const { b2cl } = (await at.read<{ b2cl: { pos: string }[] }>('b2cl')).payload
      expect(b2cl.map(({ pos }) => pos)).toEqual(['07'])
      expect((await at.totals()).get('B2CL')).toMatchObject({
        ttl_rec: 1,
        cpty_sum: [{ state_cd: '07', ttl_rec: 1 }],
      })
    }))

  test('is deleted by its number, and no more than once', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict(good)
      const deletion = { b2cl: [large('33', { inum: 'KTC/0031', flag: 'D' })] }
      expect((await at.verdict(deletion)).status_cd).toBe('P')
      expect((await at.read('b2cl')).code).toBe('RET11416')
      expect(codesOf(await at.verdict(deletion))).toEqual({ b2cl: ['RET191124'] })
    }))
})

function line(...of: object[]) {
  return { itms: of.map((itm_det, index) => ({ num: index + 1, itm_det })) }
}
