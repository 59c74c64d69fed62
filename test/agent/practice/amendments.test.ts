// Amendments against what was filed before: whether the original is there, what may change, and the difference told.
import { describe, expect, test } from 'vitest'
import * as amended from './amended-samples.ts'
import { kinds } from './every-section.ts'
import { BUYER, gstin, HOME_BUYER, rehearse, type Rehearsal } from './rehearsal.ts'
import { interState, intraState, invoice, party } from './rows.ts'
import { codesOf } from './verdicts.ts'
import * as sample from './samples.ts'

const JUNE = '062025'

const elsewhere = { pos: '27', sply_ty: 'INTER', iamt: 4000, camt: 0, samt: 0 }

/** What June had of everything that the samples amend, and some that is like it. */
const june = {
  b2b: [party(BUYER, invoice({ inum: 'KT/0219', idt: '14-06-2025' }))],
  b2cl: [sample.large('33', sample.largeInvoice({ inum: 'KTC/0012', idt: '21-06-2025' }))],
  b2cs: [
    sample.netRow({ rt: 5, txval: 1000, camt: 25, samt: 25 }),
    sample.netRow({ txval: 50_000, camt: 3000, samt: 3000 }),
    sample.netReturn(),
  ],
  cdnr: [sample.notesTo(sample.note({ nt_num: 'KT/CN/3', nt_dt: '30-06-2025' }))],
  cdnur: [sample.plainNote({ nt_num: 'KTC/CN/1', nt_dt: '30-06-2025' })],
  exp: [
    sample.exported(
      'WPAY',
      sample.exportInvoice({ inum: 'KTX/3', idt: '20-06-2025', sbdt: '22-06-2025' }),
    ),
  ],
  at: [
    sample.advance({ itms: [{ rt: 18, ad_amt: 30_000, camt: 2700, samt: 2700 }] }),
    sample.farAdvance(),
  ],
  txpd: [
    sample.advance({ itms: [{ rt: 18, ad_amt: 30_000, camt: 2700, samt: 2700 }] }),
    sample.farAdvance(),
  ],
  supeco: {
    clttx: [
      amended.supply({ suppval: 240_000 }),
      amended.supply({ etin: gstin('27AAECE7731J1C') }),
    ],
    paytx: [
      amended.supply({ etin: amended.PAYER, suppval: 240_000 }),
      amended.supply({ etin: amended.SELLER }),
    ],
  },
  ecom: {
    b2b: [amended.sold(amended.operated({ inum: 'OPS/700', idt: '05-06-2025' }))],
    urp2b: [amended.soldUnregistered(amended.operated({ inum: 'OPS/700', idt: '05-06-2025' }))],
    b2c: [
      amended.operatedNet(),
      amended.operatedNet(elsewhere),
      amended.operatedNet({ stin: amended.PAYER }),
    ],
    urp2c: [amended.operatedPlain(), amended.operatedPlain(elsewhere)],
  },
}

/** Taxable value of the samples' originals, in rupees and with their sign. */
const originally: Readonly<Record<string, number>> = {
  b2ba: 50_000,
  b2cla: 120_000,
  b2csa: 51_000,
  cdnra: -2000,
  cdnura: -10_000,
  expa: 200_000,
  ata: 30_000,
  txpda: 30_000,
  clttxa: 240_000,
  paytxa: 240_000,
  ecom_b2ba: 1000,
  ecom_urp2ba: 1000,
  ecom_b2ca: 80_000,
  ecom_urp2ca: 80_000,
}

const amendments = kinds.filter(({ key }) => key in originally)
const after = async (at: Rehearsal, before: object = june) => {
  await at.signIn()
  await at.filedBefore(JUNE, before)
}
const missing = expect.stringMatching(/^RET191(124|157|159|168|197)$/) as string

describe.each(amendments.map((kind) => [kind.key, kind] as const))('%s', (key, kind) => {
  test('of what was filed is taken, and its line tells the difference to the original', () =>
    rehearse(async (at) => {
      await after(at)
      expect((await at.verdict(kind.in(kind.valued(10_000)))).status_cd).toBe('P')
      const [name = ''] = kind.lines
      const sign = name.startsWith('CDN') ? -1 : 1
      const difference = sign * 10_000 - (originally[key] ?? 0)
      const totals = await at.totals('short')
      expect(totals.get(name)).toMatchObject({
        ttl_tax: String(sign * 10_000),
        act_tax: String(difference),
      })
      const liability = kind.owed === 0 ? 0 : key === 'txpda' ? -difference : difference
      expect(totals.get('TTL_LIAB')?.ttl_tax).toBe(String(liability))
    }))

  test('of what was not filed comes back, where the portal knows the month', () =>
    rehearse(async (at) => {
      await after(at, { nil: { inv: [sample.nilRow()] } })
      expect(codesOf(await at.verdict(kind.in()))).toEqual({ [key]: [missing] })
    }))

  test('of a month that was never filed here is taken on trust, unless the portal is strict', async () => {
    await rehearse(async (at) => {
      await at.signIn()
      expect((await at.verdict(kind.in())).status_cd).toBe('P')
    })
    await rehearse(
      async (at) => {
        await at.signIn()
        expect(codesOf(await at.verdict(kind.in()))).toEqual({ [key]: [missing] })
      },
      { originals: 'strict' },
    )
  })

  test('of its own period comes back as RET191198', () =>
    rehearse(async (at) => {
      await at.signIn()
      const own = { oidt: '09-07-2025', ont_dt: '09-07-2025', omon: '072025' }
      const [row = {}] = [kind.in()].flatMap(firstRow)
      const known = Object.fromEntries(Object.entries(own).filter(([name]) => name in row))
      expect(codesOf(await at.verdict(kind.in(known)))).toEqual({ [key]: ['RET191198'] })
    }))
})

describe('an amended document', () => {
  const b2ba = (changes: object) => ({ b2ba: [party(BUYER, amended.amendedInvoice(changes))] })
  const b2cla = (pos: string, changes: object = {}) => ({
    b2cla: [sample.large(pos, amended.amendedLarge(changes))],
  })
  const cdnra = (changes: object) => ({ cdnra: [sample.notesTo(amended.amendedNote(changes))] })
  const cases: [string, object, Record<string, string[]>][] = [
    ['with another date than its original', b2ba({ oidt: '15-06-2025' }), { b2ba: ['RET191158'] }],
    ['with an original date that is none', b2ba({ oidt: '31-06-2025' }), { b2ba: ['RET191158'] }],
    ['with an original number that is none', b2ba({ oinum: '000' }), { b2ba: ['RET191203'] }],
    [
      'of a number that another section of June has',
      b2ba({ oinum: 'KTC/0012', oidt: '21-06-2025' }),
      { b2ba: ['RET191124'] },
    ],
    ['dated after the period', b2ba({ idt: '01-08-2025' }), { b2ba: ['RET191120'] }],
    [
      'with the number of another document of June',
      b2cla('33', { inum: 'KTC/0013' }),
      { b2cla: ['RET191121'] },
    ],
    ['at another place of supply', b2cla('32'), { b2cla: ['RET191122'] }],
    ['that makes a credit note a debit note', cdnra({ ntty: 'D' }), { cdnra: ['RET191199'] }],
    ['of a note dated after the period', cdnra({ nt_dt: '01-08-2025' }), { cdnra: ['RET191126'] }],
    [
      'with the number of another note of June',
      cdnra({ nt_num: 'KT/CN/4' }),
      { cdnra: ['RET191123'] },
    ],
    [
      'to another receiver',
      { b2ba: [party(HOME_BUYER, amended.amendedInvoice())] },
      { b2ba: ['RET191119'] },
    ],
    [
      'of a note to another receiver',
      { cdnra: [{ ctin: HOME_BUYER, nt: [amended.amendedNote()] }] },
      { cdnra: ['RET191200'] },
    ],
    ['with tax that does not follow', b2ba(tax({ iamt: 1 })), { b2ba: ['RET191205'] }],
    ['with the wrong heads', b2ba(tax({ camt: 2700, samt: 2700 })), { b2ba: ['RET191150'] }],
  ]
  test.each(cases)('%s comes back', (_, body, codes) =>
    rehearse(async (at) => {
      await after(at, {
        ...june,
        b2cl: [
          sample.large(
            '33',
            sample.largeInvoice({ inum: 'KTC/0012', idt: '21-06-2025' }),
            sample.largeInvoice({ inum: 'KTC/0013', idt: '21-06-2025' }),
          ),
        ],
        cdnr: [
          sample.notesTo(
            sample.note({ nt_num: 'KT/CN/3', nt_dt: '30-06-2025' }),
            sample.note({ nt_num: 'KT/CN/4', nt_dt: '30-06-2025' }),
          ),
        ],
      })
      expect(codesOf(await at.verdict(body))).toEqual(codes)
    }),
  )

  test('may be older than 18 months, may keep its number, and may fall below the limit of large invoices', () =>
    rehearse(async (at) => {
      await at.signIn()
      const old = { oidt: '14-01-2024', idt: '14-01-2024' }
      expect((await at.verdict(b2ba({ ...old, inum: 'KT/0219' }))).status_cd).toBe('P')
      const small = { val: 11_800, itms: amended.amendedInvoice({}, [interState(10_000)]).itms }
      expect((await at.verdict(b2cla('33', small))).status_cd).toBe('P')
    }))

  test('may be amended again, of what the amendment made of it', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.filedBefore('052025', {
        b2b: [party(BUYER, invoice({ inum: 'KT/1', idt: '02-05-2025' }))],
      })
      const first = amended.amendedInvoice({ oinum: 'KT/1', oidt: '02-05-2025' })
      await at.filedBefore(JUNE, { b2ba: [party(BUYER, first)] })
      const again = b2ba({ oinum: 'KT/0219R', oidt: '14-06-2025' })
      expect((await at.verdict(again)).status_cd).toBe('P')
      expect((await at.totals()).get('B2BA')).toMatchObject({ ttl_tax: '30000', act_tax: '0' })
    }))

  test('shows the period of its original when it is read', () =>
    rehearse(async (at) => {
      await after(at)
      await at.verdict(b2ba({}))
      const { payload } = await at.read<{ b2ba: { inv: object[] }[] }>('b2ba')
      expect(payload.b2ba[0]?.inv[0]).toMatchObject({ ...amended.original, opd: JUNE })
    }))

  test('takes its difference away with it when it is deleted', () =>
    rehearse(async (at) => {
      await after(at)
      await at.verdict({ ...b2ba({}), nil: { inv: [sample.nilRow()] } })
      expect((await at.totals()).get('TTL_LIAB')?.ttl_tax).toBe('-20000')
      await at.verdict(b2ba({ flag: 'D' }))
      expect((await at.totals()).get('TTL_LIAB')?.ttl_tax).toBe('0')
    }))

  test('has a series of its own: the number of a new invoice is free for it', () =>
    rehearse(async (at) => {
      await at.signIn()
      const both = { b2b: [party(BUYER, invoice())], ...b2ba({ inum: 'KT/0412' }) }
      expect((await at.verdict(both)).status_cd).toBe('P')
      const twice = { ...b2ba({ inum: 'X/1' }), ...b2cla('33', { inum: 'X/1' }) }
      expect(codesOf(await at.verdict(twice))).toEqual({
        b2ba: ['RET191134'],
        b2cla: ['RET191134'],
      })
    }))
})

test('an amended month is all rows of its place, and comes back grouped as it was sent', () =>
  rehearse(async (at) => {
    await after(at)
    const bad = amended.amendedNet({ itms: [intraState(51_000, 13)] })
    const answer = await at.verdict({ b2csa: [bad] })
    expect(answer.error_report).toEqual({
      b2csa: [{ ...bad, error_cd: 'RET191175', error_msg: expect.any(String) as string }],
    })
  }))

function tax(heads: object) {
  return { itms: amended.amendedInvoice({}, [{ rt: 18, txval: 30_000, ...heads }]).itms }
}

/** The first row of a save, wherever it lies. */
function firstRow(json: unknown): object[] {
  if (Array.isArray(json)) {
    const [row = {}] = json as Record<string, unknown>[]
    return [row, ...firstRow(row.inv ?? row.nt ?? row.posItms ?? {})].slice(-1)
  }
  const [only] = Object.values(json as object) as unknown[]
  return only === undefined ? [] : firstRow(only)
}
