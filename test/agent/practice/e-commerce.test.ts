// Tables 14 and 15: what sellers report of operators, and what operators report of sellers.
import { describe, expect, test } from 'vitest'
import { inactiveBuyers, quarterlyFilers } from '../../../agent/portal/practice/registry-data.ts'
import * as sample from './amended-samples.ts'
import { BUYER, rehearse } from './rehearsal.ts'
import { interState, intraState, invoice, party } from './rows.ts'
import { codesOf } from './verdicts.ts'

const lines = (...of: Parameters<typeof invoice>[1] & object) => ({ itms: invoice({}, of).itms })
const [inactive = ''] = inactiveBuyers

describe('supplies through an operator', () => {
  const cases: [string, object, Record<string, string[]>][] = [
    [
      'of one who does not collect tax at source',
      { clttx: [sample.supply({ etin: BUYER })] },
      { clttx: ['RET191152'] },
    ],
    [
      'of a payer that is none',
      { paytx: [sample.supply({ etin: `${BUYER.slice(0, 14)}0` })] },
      { paytx: ['RET191152'] },
    ],
    ['of both signs', { clttx: [sample.supply({ suppval: -1 })] }, { clttx: ['PRACTICE_SIGNS'] }],
    [
      'twice for one operator',
      { clttx: [sample.supply(), sample.supply()] },
      { clttx: ['RET191190', 'RET191190'] },
    ],
    [
      'edited, though not there',
      { clttx: [sample.supply({ flag: 'E' })] },
      { clttx: ['RET191124'] },
    ],
  ]
  test.each(cases)('come back %s, under a key of their own', (_, supeco, codes) =>
    rehearse(async (at) => {
      await at.signIn()
      expect(codesOf(await at.verdict({ supeco }))).toEqual(codes)
    }),
  )

  test('may be taken back, all amounts negative, and need no tax', () =>
    rehearse(async (at) => {
      await at.signIn()
      const back = { suppval: -1, igst: -1, cgst: 0, sgst: 0, cess: 0 }
      const bare = { etin: sample.PAYER, suppval: 100 }
      const answer = await at.verdict({ supeco: { clttx: [sample.supply(back)], paytx: [bare] } })
      expect(answer.status_cd).toBe('P')
      expect((await at.totals()).get('SUPECOM')).toMatchObject({ ttl_rec: 2, ttl_tax: '99' })
    }))

  test('come back nested where the portal is set to it', () =>
    rehearse(
      async (at) => {
        await at.signIn()
        const bad = sample.supply({ etin: BUYER })
        const answer = await at.verdict({
          supeco: { clttx: [bad], paytx: [{ ...bad, suppval: -1 }] },
        })
        expect(answer.error_report).toEqual({
          supeco: {
            clttx: [{ ...bad, error_cd: 'RET191152', error_msg: expect.any(String) as string }],
            paytx: [expect.objectContaining({ error_cd: 'PRACTICE_SIGNS' })],
          },
        })
      },
      { nestedReport: 'nested' },
    ))

  test('are an empty section of the schema only as a mistake', () =>
    rehearse(async (at) => {
      await at.signIn()
      for (const supeco of [{}, { clttx: [] }, { clttxa: [sample.amendedSupply()] }]) {
        expect((await at.verdict({ supeco })).error_report?.error_cd).toBe('RET191106')
      }
    }))

  test('amended must say every tax', () =>
    rehearse(async (at) => {
      await at.signIn()
      const row = sample.without(sample.amendedSupply(), 'igst')
      const answer = await at.verdict({ supecoa: { clttxa: [row] } })
      expect(answer.error_report?.error_cd).toBe('RET191106')
    }))
})

describe('supplies of an operator', () => {
  const b2b = (changes: object, who: object = {}) => ({
    b2b: [{ ...sample.sold(sample.operated(changes)), ...who }],
  })
  const b2c = (changes: object) => ({ b2c: [sample.operatedNet(changes)] })
  const cases: [string, object, Record<string, string[]>][] = [
    ['from a seller that is none', b2b({}, { stin: 'X' }), { ecom_b2b: ['RET191113'] }],
    ['to a receiver who is inactive', b2b({}, { rtin: inactive }), { ecom_b2b: ['RET191360'] }],
    ['dated after the period', b2b({ idt: '01-08-2025' }), { ecom_b2b: ['RET191114'] }],
    ['at no place', b2b({ pos: '99' }), { ecom_b2b: ['RET191112'] }],
    ['of a type that table 15 has not', b2b({ inv_typ: 'CBW' }), { ecom_b2b: ['RET191181'] }],
    ['INTRA to another state', b2b({ sply_ty: 'INTRA' }), { ecom_b2b: ['RET191154'] }],
    ['INTER at home', b2b({ pos: '29' }), { ecom_b2b: ['RET191154'] }],
    [
      'INTRA to a SEZ, at home too',
      b2b({ pos: '29', inv_typ: 'SEWP', sply_ty: 'INTRA' }),
      { ecom_b2b: ['RET191154'] },
    ],
    ['with state taxes, INTER', b2b(lines(intraState(1000, 5))), { ecom_b2b: ['RET191150'] }],
    ['at 13 %', b2b(lines(interState(1000, 13))), { ecom_b2b: ['RET191175'] }],
    ['edited, though not there', b2b({ flag: 'E' }), { ecom_b2b: ['RET191124'] }],
    ['by a seller that is none, as rows', b2c({ stin: 'X' }), { ecom_b2c: ['RET191113'] }],
    ['INTER at home, as rows', b2c({ sply_ty: 'INTER' }), { ecom_b2c: ['RET191154'] }],
    ['with IGST at home, as rows', b2c({ iamt: 1 }), { ecom_b2c: ['RET191150'] }],
    ['with CGST unlike SGST, as rows', b2c({ camt: 2001 }), { ecom_b2c: ['RET191205'] }],
    [
      'twice in a row of one seller, place and rate',
      { b2c: [sample.operatedNet(), sample.operatedNet({ txval: 1, camt: 0.03, samt: 0.03 })] },
      { ecom_b2c: ['RET191190', 'RET191190'] },
    ],
  ]
  test.each(cases)('come back %s', (_, ecom, codes) =>
    rehearse(async (at) => {
      await at.signIn()
      expect(codesOf(await at.verdict({ ecom }))).toEqual(codes)
    }),
  )

  test('come back in the groups in which they were sent', () =>
    rehearse(async (at) => {
      await at.signIn()
      const bad = sample.operated({ pos: '99' })
      const months = [sample.amendedOperatedNet({ sply_ty: 'INTER' })]
      const answer = await at.verdict({
        ecom: { b2b: [sample.sold(bad)], urp2b: [sample.soldUnregistered(bad)] },
        ecoma: { b2ca: [{ pos: '29', posItms: months }] },
      })
      const group = (error_cd: string) => ({ error_cd, error_msg: expect.any(String) as string })
      expect(answer.error_report).toEqual({
        ecom_b2b: [{ stin: sample.SELLER, rtin: BUYER, ...group('RET191112'), inv: [bad] }],
        ecom_urp2b: [{ rtin: BUYER, ...group('RET191112'), inv: [bad] }],
        ecom_b2ca: [{ pos: '29', ...group('RET191154'), posItms: months }],
      })
    }))

  test('must say what each row is: new, edited or deleted', () =>
    rehearse(async (at) => {
      await at.signIn()
      const bare = sample.without(sample.operatedNet(), 'flag')
      for (const row of [bare, { ...bare, flag: 'U' }]) {
        const answer = await at.verdict({ ecom: { b2c: [row] } })
        expect(answer.error_report?.error_cd).toBe('RET191106')
      }
    }))

  test('are edited with E, also at a strict portal, which refuses them as new', () =>
    rehearse(
      async (at) => {
        await at.signIn()
        await at.verdict({ ecom: b2c({}) })
        expect(codesOf(await at.verdict({ ecom: b2c({}) }))).toEqual({ ecom_b2c: ['RET191190'] })
        const edited = b2c({ flag: 'E', txval: 40_000, camt: 1000, samt: 1000 })
        expect((await at.verdict({ ecom: edited })).status_cd).toBe('P')
        expect((await at.totals()).get('ECOM')?.ttl_tax).toBe('40000')
      },
      { saves: 'strict' },
    ))

  test('of two sellers may have one number, and of one seller not for two receivers', () =>
    rehearse(async (at) => {
      await at.signIn()
      const other = { ...sample.sold(sample.operated()), stin: sample.PAYER }
      await at.verdict({ ecom: { b2b: [sample.sold(sample.operated()), other] } })
      expect((await at.totals()).get('ECOM')?.ttl_rec).toBe(2)
      const elsewhere = b2b({}, { rtin: sample.SELLER })
      expect(codesOf(await at.verdict({ ecom: elsewhere }))).toEqual({ ecom_b2b: ['RET191133'] })
    }))

  test('are told apart in the summary by what they are', () =>
    rehearse(async (at) => {
      await at.signIn()
      const sez = { itms: invoice({}, [{ rt: 5, txval: 30 }]).itms }
      await at.verdict({
        ecom: {
          b2b: [
            sample.sold(
              sample.operated(),
              sample.operated({ inum: 'D', inv_typ: 'DE', ...lines(interState(10, 5)) }),
              sample.operated({ inum: 'P', inv_typ: 'SEWP', ...lines(interState(20, 5)) }),
              sample.operated({ inum: 'W', inv_typ: 'SEWOP', ...sez }),
            ),
          ],
          b2c: [sample.operatedNet()],
        },
      })
      const totals = await at.totals('short')
      const told = ['', '_REG', '_DE', '_SEZWP', '_SEZWOP', '_UNREG'].map(
        (part) => totals.get(`ECOM${part}`)?.ttl_tax,
      )
      expect(told).toEqual(['81060', '1000', '10', '20', '30', '80000'])
    }))

  test('are all in one answer, each kind by its name', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict({ ecom: { ...b2b({}), ...b2c({}), urp2c: [sample.operatedPlain()] } })
      const { payload } = await at.read<{ ecom: object }>('ecom')
      expect(Object.keys(payload.ecom).sort()).toEqual(['b2b', 'b2c', 'urp2c'])
    }))

  test('may be saved early by a quarterly filer, with amended documents, but no other amendment', () =>
    rehearse(
      async (at) => {
        await at.signIn()
        const early = {
          b2ba: [party(BUYER, sample.amendedInvoice())],
          ecom: b2c({}),
          ecoma: { urp2ca: [sample.amendedOperatedPlain()] },
        }
        expect((await at.verdict(early)).status_cd).toBe('P')
        const late = await at.verdict({ ...early, b2csa: [sample.amendedNet()] })
        expect(late.error_report?.error_cd).toBe('PRACTICE_IFF')
      },
      { gstin: quarterlyFilers[0] ?? '' },
    ))
})
