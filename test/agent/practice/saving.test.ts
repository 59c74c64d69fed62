import { describe, expect, test } from 'vitest'
import { inactiveBuyers, sezUnits } from '../../../agent/portal/practice/registry-data.ts'
import { BUYER, FIRM, gstin, HOME_BUYER, rehearse } from './rehearsal.ts'
import { interState, intraState, invoice, party, type Line } from './rows.ts'
import { refusals } from './verdicts.ts'

const good = { b2b: [party(BUYER, invoice())] }

describe('a save', () => {
  test('is taken in at once, then REC, IP and P', () =>
    rehearse(async (at) => {
      await at.signIn()
      const { payload, envelope } = await at.save(good)
      expect(envelope.data).toEqual({
        status_cd: '1',
        data: { reference_id: expect.any(String) as string },
      })
      const words: string[] = []
      for (let second = 0; second < 4; second += 1) {
        words.push((await at.status(payload.reference_id)).payload.status_cd)
        at.pass(1_000)
      }
      expect(words).toEqual(['REC', 'IP', 'IP', 'P'])
      expect((await at.status(payload.reference_id)).payload).toEqual({
        action: 'SAVE',
        form_typ: 'R1',
        status_cd: 'P',
      })
    }))

  test('shows nothing in documents or summary before it is processed', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.save(good)
      expect((await at.documents()).code).toBe('RET11416')
      expect((await at.summary()).code).toBe('RET13510')
      at.settle()
      expect((await at.documents()).payload.b2b).toHaveLength(1)
    }))

  test('waits for the one before it, and the ledger tells that they overlapped', () =>
    rehearse(async (at) => {
      await at.signIn()
      const first = (await at.save(good)).payload.reference_id
      const second = (await at.save(good)).payload.reference_id
      at.pass(2_500)
      expect((await at.status(first)).payload.status_cd).toBe('P')
      expect((await at.status(second)).payload.status_cd).toBe('REC')
      expect(await at.admin('GET', '/events?kind=overlap')).toHaveLength(1)
    }))

  test('has a status for its own GSTIN and period only', () =>
    rehearse(async (at) => {
      await at.signIn()
      const { reference_id } = (await at.save(good)).payload
      const path = `/gst/compliance/tax-payer/gstrs/2025/06/status?reference_id=${reference_id}`
      expect((await at.call('GET', path)).code).toBe('RET13510')
      expect((await at.status('no-such-reference')).code).toBe('RET13510')
    }))

  test('sent while a reset is queued ends as ER RET191251 and stores nothing', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict(good)
      const reset = (await at.reset()).payload.reference_id
      expect((await at.reset()).code).toBe('RET191251')
      expect((await at.proceed()).code).toBe('RET191251')
      const answer = await at.verdict(good)
      expect(answer).toMatchObject({ status_cd: 'ER', error_report: { error_cd: 'RET191251' } })
      expect((await at.status(reset)).payload).toEqual({
        action: 'RESET',
        form_typ: 'R1',
        status_cd: 'P',
      })
      expect((await at.summary()).code).toBe('RET13510')
      expect((await at.documents()).code).toBe('RET11416')
    }))
})

describe('a save fails as a whole', () => {
  const one = invoice()
  const bodies: [string, object, string][] = [
    ['an unknown member at the top', { ...good, version: 'GST3.2.3' }, 'RET191106'],
    ['an unknown section', { ...good, b2bx: [] }, 'RET191106'],
    ['an empty section', { b2b: [] }, 'RET191106'],
    ['a party without documents', { b2b: [party(BUYER)] }, 'RET191106'],
    ['an unknown member in a party', { b2b: [{ ...party(BUYER, one), cfs: 'N' }] }, 'RET191106'],
    [
      'an unknown member in an invoice',
      { b2b: [party(BUYER, { ...one, updby: 'S' })] },
      'RET191106',
    ],
    ['a null', { b2b: [party(BUYER, { ...one, etin: null })] }, 'RET191106'],
    ['a number as text', { b2b: [party(BUYER, { ...one, val: '59000' })] }, 'RET191106'],
    ['a missing member', { b2b: [party(BUYER, { ...one, rchrg: undefined })] }, 'RET191106'],
    ['three decimals', { b2b: [party(BUYER, { ...one, val: 0.1 + 0.2 })] }, 'RET191106'],
    ['fourteen digits', { b2b: [party(BUYER, { ...one, val: 10_000_000_000_000 })] }, 'RET191106'],
    ['a negative value', { b2b: [party(BUYER, { ...one, val: -1 })] }, 'RET191106'],
    ['a line of nothing', { b2b: [party(BUYER, invoice({}, [interState(0)]))] }, 'RET191106'],
    ['a flag for someone else', { b2b: [party(BUYER, { ...one, flag: 'A' })] }, 'RET191106'],
    ['65 % written otherwise', { b2b: [party(BUYER, { ...one, diff_percent: 65 })] }, 'RET191106'],
    ['no turnover', { ...good, gt: undefined }, 'RET191106'],
    ['another period in the body', { ...good, fp: '062025' }, 'RET191136'],
    ['another GSTIN in the body', { ...good, gstin: BUYER }, 'RET191136'],
    ['nothing in it', {}, 'RET191148'],
  ]
  test.each(bodies)('with %s', (_, body, code) =>
    rehearse(async (at) => {
      await at.signIn()
      const answer = await at.verdict(body)
      expect(answer).toEqual({
        action: 'SAVE',
        form_typ: 'R1',
        status_cd: 'ER',
        error_report: { error_cd: code, error_msg: expect.any(String) as string },
      })
      expect((await at.documents()).code).toBe('RET11416')
    }),
  )

  test.each([
    ['before GST began', '062017', 'RET191184'],
    ['in the future', '092025', 'RET191185'],
  ])('for a period %s', (_, period, code) =>
    rehearse(
      async (at) => {
        await at.signIn()
        expect((await at.verdict(good)).error_report).toMatchObject({ error_cd: code })
      },
      { period },
    ),
  )
})

describe('an invoice comes back', () => {
  const [inactive = ''] = inactiveBuyers
  const halved = { rt: 18, txval: 50_000, camt: 4500, samt: 4500 }
  const cases: [string, string, object, string[]][] = [
    ['to a GSTIN with a wrong check character', '27AAHCM7310P1Z2', {}, ['RET191113']],
    ['to a GSTIN of no known form', 'MUMBAI', {}, ['RET191113']],
    ['to oneself', FIRM, {}, ['RET191113']],
    ['to an inactive GSTIN', inactive, {}, ['RET191360']],
    ['dated after the period', BUYER, { idt: '01-08-2025' }, ['RET191114']],
    ['over 18 months old', BUYER, { idt: '30-01-2024' }, ['RET191114']],
    ['on a day that does not exist', BUYER, { idt: '31-06-2025' }, ['RET191114']],
    ['with a date the other way round', BUYER, { idt: '2025-07-09' }, ['RET191114']],
    ['without a line', BUYER, { itms: [] }, ['RET191107']],
    ['with a number of zeros', BUYER, { inum: '0000' }, ['RET191203']],
    ['with a number of 17', BUYER, { inum: '12345678901234567' }, ['RET191203']],
    ['with a space in its number', BUYER, { inum: 'KT 1' }, ['RET191203']],
    ['with a state by name', BUYER, { pos: 'Maharashtra' }, ['RET191112']],
    ['with a state that is none', BUYER, { pos: '39' }, ['RET191112']],
    ['with a type that is none', BUYER, { inv_typ: 'X' }, ['RET191181']],
    ['with an operator that is none', BUYER, { etin: BUYER }, ['RET191152']],
    ['at 0.18 % for 18 %', BUYER, lines(interState(50_000, 0.18)), ['RET191175']],
    ['with a rate twice', BUYER, lines(interState(1000), interState(2000)), ['RET191117']],
    ['with CGST and SGST out of state', BUYER, lines(halved), ['RET191150']],
    ['with IGST at home', HOME_BUYER, { pos: '29' }, ['RET191150']],
    ['with both', BUYER, lines({ ...interState(50_000), camt: 1, samt: 1 }), ['RET191150']],
    ['without any tax', BUYER, lines({ rt: 18, txval: 50_000 }), ['RET191150']],
    ['a rupee and a paisa off', BUYER, lines(off(1.01)), ['RET191205']],
    [
      'with CGST unlike SGST',
      HOME_BUYER,
      { pos: '29', ...lines({ ...intraState(50_000), camt: 4500.5, samt: 4499.5 }) },
      ['RET191205'],
    ],
    ['to a SEZ with state taxes', BUYER, { inv_typ: 'SEWP', ...lines(halved) }, ['RET191189']],
    ['to a SEZ without payment but taxed', BUYER, { inv_typ: 'SEWOP' }, ['RET191189']],
    [
      'with one code for everything wrong',
      BUYER,
      { idt: '01-08-2025', pos: '39', ...lines(interState(50_000, 17)) },
      ['RET191114', 'RET191112', 'RET191175'],
    ],
  ]
  test.each(cases)('%s', (_, ctin, changes, codes) =>
    rehearse(async (at) => {
      await at.signIn()
      const bad = { ...invoice({ inum: 'BAD' }), ...changes }
      const answer = await at.verdict({
        b2b: [party(HOME_BUYER, invoice({ inum: 'GOOD' })), party(ctin, bad)],
      })
      expect(answer.status_cd).toBe('PE')
      expect(answer.error_report).toEqual({
        b2b: codes.map((code) => ({
          ctin,
          error_cd: code,
          error_msg: expect.any(String) as string,
          inv: [bad],
        })),
      })
      const { b2b } = (await at.documents()).payload
      expect(b2b.flatMap(({ inv }) => inv.map(({ inum }) => inum))).toEqual(['GOOD'])
    }),
  )

  test('with a line number twice', () =>
    rehearse(async (at) => {
      await at.signIn()
      const bad = invoice({}, [interState(1000), interState(1000, 5)])
      for (const line of bad.itms) line.num = 1
      expect(refusals(await at.verdict({ b2b: [party(BUYER, bad)] }))).toEqual([
        ['RET191172', ['KT/0412']],
      ])
    }))

  test('with a number that the request has twice, in whatever case and to whomever', () =>
    rehearse(async (at) => {
      await at.signIn()
      const answer = await at.verdict({
        b2b: [
          party(BUYER, invoice({ inum: 'kt/1' }), invoice({ inum: 'KT/2' })),
          party(HOME_BUYER, invoice({ inum: 'KT/1' })),
        ],
      })
      expect(refusals(answer)).toEqual([
        ['RET191190', ['kt/1']],
        ['RET191190', ['KT/1']],
      ])
    }))

  test('with a number that is saved under another GSTIN, until it is deleted there', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict(good)
      const moved = { b2b: [party(HOME_BUYER, invoice())] }
      expect(refusals(await at.verdict(moved))).toEqual([['RET191133', ['KT/0412']]])
      await at.verdict({ b2b: [party(BUYER, invoice({ flag: 'D' }))] })
      expect((await at.verdict(moved)).status_cd).toBe('P')
    }))

  test('when a cancelled buyer is told to the registry, and no more when it is restored', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.admin('POST', '/registry', { gstin: BUYER, active: false })
      expect(refusals(await at.verdict(good))).toEqual([['RET191360', ['KT/0412']]])
      await at.admin('POST', '/registry', { gstin: BUYER, active: true })
      expect((await at.verdict(good)).status_cd).toBe('P')
    }))
})

describe('an invoice is stored', () => {
  const uin = gstin('0717USA12345UN')
  const operator = gstin('29AAECE7731J1C')
  const cases: [string, string, object][] = [
    ['to a UN body', uin, {}],
    ['through an operator', BUYER, { etin: operator }],
    ['on the last day of the period', BUYER, { idt: '31-07-2025' }],
    ['on the oldest day', BUYER, { idt: '31-01-2024' }],
    ['to a place abroad', BUYER, { pos: '96' }],
    ['a rupee off', BUYER, lines(off(1))],
    ['at home', HOME_BUYER, { pos: '29', ...lines(intraState(50_000)) }],
    ['at home with IGST, as CBW', HOME_BUYER, { pos: '29', inv_typ: 'CBW' }],
    ['as deemed export', BUYER, { inv_typ: 'DE' }],
    ['to a SEZ with payment', HOME_BUYER, { pos: '29', inv_typ: 'SEWP' }],
    [
      'to a SEZ without payment',
      HOME_BUYER,
      { pos: '29', inv_typ: 'SEWOP', ...lines({ rt: 18, txval: 1, iamt: 0, csamt: 0 }) },
    ],
    [
      'at 65 % of the tax',
      BUYER,
      { diff_percent: 0.65, ...lines({ rt: 28, txval: 1000, iamt: 182 }) },
    ],
    ['at nil rate', BUYER, lines(interState(50_000, 0))],
    ['with several rates', BUYER, lines(interState(10_000, 5), interState(10_000, 40))],
  ]
  test.each(cases)('%s', (_, ctin, changes) =>
    rehearse(async (at) => {
      await at.signIn()
      const answer = await at.verdict({ b2b: [party(ctin, { ...invoice(), ...changes })] })
      expect(answer).toEqual({ action: 'SAVE', form_typ: 'R1', status_cd: 'P' })
    }),
  )

  test('by a SEZ unit with IGST only, at home too', () =>
    rehearse(
      async (at) => {
        await at.signIn()
        const atHome = invoice({ pos: '29' })
        expect((await at.verdict({ b2b: [party(HOME_BUYER, atHome)] })).status_cd).toBe('P')
        const split = invoice({ inum: 'SPLIT', pos: '29' }, [intraState(50_000)])
        expect(refusals(await at.verdict({ b2b: [party(HOME_BUYER, split)] }))).toEqual([
          ['RET191150', ['SPLIT']],
        ])
      },
      { gstin: sezUnits[0] ?? '' },
    ))
})

function lines(...of: Line[]) {
  return { itms: invoice({}, of).itms }
}

function off(rupees: number): Line {
  return { rt: 18, txval: 50_000, iamt: 9000 + rupees }
}
