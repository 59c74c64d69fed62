import { describe, expect, test } from 'vitest'
import { rehearse } from './rehearsal.ts'
import { nilRow } from './samples.ts'

const anyText = expect.any(String) as string
const zeros = (sply_ty: string) => nilRow({ sply_ty, nil_amt: 0 })
const fourZeros = ['INTRB2B', 'INTRAB2B', 'INTRB2C', 'INTRAB2C'].map(zeros)

describe('nil-rated supplies', () => {
  test('are summed by kind, and read back as four rows', () =>
    rehearse(async (at) => {
      await at.signIn()
      const far = nilRow({ sply_ty: 'INTRB2B', nil_amt: -100.5, expt_amt: 31_000, ngsup_amt: 7 })
      await at.verdict({ nil: { inv: [nilRow(), far] } })
      expect((await at.read('nil')).payload).toEqual({
        nil: {
          inv: [far, zeros('INTRAB2B'), zeros('INTRB2C'), nilRow()],
          flag: 'U',
          chksum: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        },
      })
      const totals = await at.totals()
      expect(totals.get('NIL')).toMatchObject({
        ttl_rec: 2,
        ttl_nilsup_amt: '5099.5',
        ttl_expt_amt: '31000',
        ttl_ngsup_amt: '7',
      })
      expect(totals.get('TTL_LIAB')).toMatchObject({ ttl_rec: 2, ttl_tax: '0' })
    }))

  test('are replaced whole', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict({ nil: { inv: [nilRow(), nilRow({ sply_ty: 'INTRB2B' })] } })
      await at.verdict({ nil: { inv: [nilRow({ nil_amt: 1 })] } })
      expect((await at.totals()).get('NIL')).toMatchObject({ ttl_rec: 1, ttl_nilsup_amt: '1' })
    }))

  test('are cleared by four rows of zeros, after which a nil return is possible', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict({ nil: { inv: [nilRow()] } })
      expect((await at.proceed('Y')).code).toBe('PRACTICE_NIL')
      expect((await at.verdict({ nil: { inv: fourZeros } })).status_cd).toBe('P')
      expect((await at.read('nil')).code).toBe('RET11416')
      expect((await at.proceed('Y')).code).toBeUndefined()
    }))

  test.each([
    ['of a supply type that is none', [nilRow({ sply_ty: 'INTER' })], 'RET191153'],
    ['of one supply type twice', [nilRow(), nilRow({ nil_amt: 1 })], 'RET191190'],
  ])('come back %s as one object with other names, and what was held stays', (_, inv, code) =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict({ nil: { inv: [nilRow({ nil_amt: 3 })] } })
      const answer = await at.verdict({ nil: { inv: [nilRow({ sply_ty: 'INTRB2B' }), ...inv] } })
      expect(answer).toMatchObject({
        status_cd: 'PE',
        error_report: {
          nil: {
            inv: inv.map(({ sply_ty, nil_amt }) => ({ sply_ty, nil: nil_amt, expt: 0, ngsup: 0 })),
            error_cd: code,
            error_msg: anyText,
          },
        },
      })
      expect((await at.totals()).get('NIL')).toMatchObject({ ttl_rec: 1, ttl_nilsup_amt: '3' })
    }),
  )

  test.each([
    ['an empty list', { inv: [] }],
    ['the flag of a deletion', { flag: 'D' }],
    ['an amount left out', { inv: [{ sply_ty: 'INTRB2B', nil_amt: 1 }] }],
  ])('fail the whole save with %s', (_, nil) =>
    rehearse(async (at) => {
      await at.signIn()
      expect((await at.verdict({ nil })).error_report?.error_cd).toBe('RET191106')
    }),
  )
})
