import { describe, expect, test } from 'vitest'
import {
  BUYER,
  COMPANY,
  fileable,
  FIRM,
  rehearse,
  SIGNATORY,
  TAXPAYER,
  type Fileable,
  type Rehearsal,
} from './rehearsal.ts'
import { invoice, party } from './rows.ts'

const MINUTE = 60_000

describe('a return', () => {
  test('is saved, prepared, reviewed, signed and filed, and its ARN shows a little later', () =>
    rehearse(async (at) => {
      const summary = await at.prepare()
      expect((await at.requestEvc()).envelope.data).toEqual({ status_cd: '1' })
      const filed = await at.file(summary)
      expect(filed.envelope.data).toEqual({ status_cd: 1, data: { ack_num: 'ACKPRACTICE0000001' } })

      expect((await at.track()).code).toBe('RET13510')
      at.pass(5_000)
      expect((await at.track()).payload).toEqual({
        EFiledlist: [
          {
            arn: 'PRACTICE0000001',
            ret_prd: '072025',
            mof: 'ONLINE',
            dof: '11-08-2025',
            rtntype: 'GSTR1',
            status: 'Filed',
            valid: 'Y',
          },
        ],
      })
    }))

  test('can be filed from the short summary as well', () =>
    rehearse(async (at) => {
      await at.prepare()
      const short = fileable((await at.summary('short')).payload)
      await at.requestEvc()
      expect((await at.file(short)).payload.ack_num).toMatch(/PRACTICE/)
    }))

  test('is dated by the Indian day, also after midnight there', () =>
    rehearse(async (at) => {
      const summary = await at.prepare()
      await at.admin('POST', '/clock', { ahead: 13 * 60 * MINUTE })
      await at.signIn()
      await at.requestEvc()
      await at.file(summary)
      at.settle()
      expect((await at.track()).payload.EFiledlist[0]?.dof).toBe('12-08-2025')
    }))

  test('shows in the public track of its financial year, to the platform token', () =>
    rehearse(async (at) => {
      await fileIt(at)
      await at.authenticate()
      const of = (year: string) =>
        at.call<{ EFiledlist: unknown[] }>(
          'POST',
          `/gst/compliance/public/gstrs/track?financial_year=${encodeURIComponent(year)}&gstr=gstr-1`,
          { gstin: FIRM },
        )
      expect((await of('FY 2025-26')).payload.EFiledlist).toHaveLength(1)
      expect((await of('FY 2024-25')).code).toBe('RET13510')
      expect((await of('2025')).code).toBe(422)
    }))

  test('once filed takes nothing more', () =>
    rehearse(async (at) => {
      const summary = await fileIt(at)
      await at.requestEvc()
      expect((await at.file(summary)).code).toBe('RT_FIL_02')
      expect((await at.save({ b2b: [party(BUYER, invoice())] })).code).toBe('AUTH117')
      expect((await at.reset()).code).toBe('AUTH117')
      expect((await at.proceed()).code).toBe('RET00009')
      expect(await at.admin('GET', '/filings')).toHaveLength(1)
    }))
})

describe('proceed', () => {
  test('answers RET00003 the second time, and works again once the data changed', () =>
    rehearse(async (at) => {
      await at.prepare()
      expect((await at.proceed()).code).toBe('RET00003')
      await at.verdict({ b2b: [party(BUYER, invoice({ inum: 'NEXT' }))] })
      expect((await at.proceed()).code).toBeUndefined()
    }))

  test('needs something to proceed with', () =>
    rehearse(async (at) => {
      await at.signIn()
      expect((await at.proceed()).code).toBe('RET191148')
    }))

  test.each([
    ['another period', { gstin: FIRM, ret_period: '062025' }, 'RET191136'],
    ['a member too many', { gstin: FIRM, ret_period: '072025', extra: 1 }, 'RET191106'],
  ])('refuses a body with %s', (_, body, code) =>
    rehearse(async (at) => {
      await at.signIn()
      expect((await at.call('POST', `${at.returnPath}/new-proceed`, body)).code).toBe(code)
    }),
  )
})

describe('filing', () => {
  test('before proceed is RT_FIL_10', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict({ b2b: [party(BUYER, invoice())] })
      at.settle()
      const summary = (await at.summary()).payload
      await at.requestEvc()
      expect((await at.file(summary)).code).toBe('RT_FIL_10')
    }))

  test('after a later save is RET09001, until proceed and summary are done again', () =>
    rehearse(async (at) => {
      const summary = await at.prepare()
      await at.verdict({ b2b: [party(BUYER, invoice({ inum: 'NEXT' }))] })
      await at.requestEvc()
      expect((await at.file(summary)).code).toBe('RET09001')
      await at.proceed()
      at.settle()
      expect((await at.file(summary)).code).toBe('RET09001')
      const latest = fileable((await at.summary()).payload)
      expect((await at.file(latest)).payload.ack_num).toMatch(/PRACTICE/)
    }))

  test('while a save is under way is RET09001', () =>
    rehearse(async (at) => {
      const summary = await at.prepare()
      await at.requestEvc()
      await at.save({ b2b: [party(BUYER, invoice({ inum: 'NEXT' }))] })
      expect((await at.file(summary)).code).toBe('RET09001')
    }))

  test('of a summary that nobody read since the data changed is RET09001', () =>
    rehearse(async (at) => {
      const summary = await at.prepare()
      await at.verdict({ b2b: [party(BUYER, invoice())] })
      await at.proceed()
      at.settle()
      await at.requestEvc()
      expect((await at.file(summary)).code).toBe('RET09001')
    }))

  test.each([
    ['the checksum', (sent: Fileable) => ({ ...sent, chksum: 'f'.repeat(64) })],
    ['one amount', (sent: Fileable) => changed(sent, { ttl_igst: '9000.01' })],
    ['a number where a string was', (sent: Fileable) => changed(sent, { ttl_igst: 9000 })],
    ['a section left out', (sent: Fileable) => ({ ...sent, sec_sum: sent.sec_sum.slice(1) })],
  ])('with %s changed is RET13501', (_, change) =>
    rehearse(async (at) => {
      const summary = await at.prepare()
      await at.requestEvc()
      expect((await at.file(change(summary))).code).toBe('RET13501')
      expect((await at.file(summary)).payload.ack_num).toMatch(/PRACTICE/)
    }),
  )

  test('with a member too many is RET191106', () =>
    rehearse(async (at) => {
      const summary = await at.prepare()
      expect((await at.file({ ...summary, st: 'EVC' })).code).toBe('RET191106')
    }))

  test('right after the data changed is RT_FIL_25: checksums are being made', () =>
    rehearse(
      async (at) => {
        await at.signIn()
        await at.verdict({ b2b: [party(BUYER, invoice())] })
        expect((await at.summary()).code).toBe('RT_FIL_25')
        at.settle()
        expect((await at.summary()).code).toBeUndefined()
      },
      { pace: { queue: 1, work: 1, checksum: 90_000, track: 1 } },
    ))
})

describe('the EVC OTP', () => {
  test('is RET13506 when wrong, and void after three wrong tries', () =>
    rehearse(async (at) => {
      const summary = await at.prepare()
      await at.requestEvc()
      for (const typed of ['1', '2', '3']) {
        expect((await at.file(summary, typed)).code).toBe('RET13506')
      }
      expect((await at.file(summary)).code).toBe('RET13506')
      await at.requestEvc()
      expect((await at.file(summary)).code).toBeUndefined()
    }))

  test('is RET13506 when not asked for, over ten minutes old, or of another signatory', () =>
    rehearse(async (at) => {
      const summary = await at.prepare()
      expect((await at.file(summary)).code).toBe('RET13506')
      await at.requestEvc()
      expect((await at.file(summary, '575757', 'ABCPT1234L')).code).toBe('RET13506')
      at.pass(10 * MINUTE + 1)
      expect((await at.file(summary)).code).toBe('RET13506')
    }))

  test.each([
    ['an ill-formed PAN', 'ABCPT1234', 'OTP0006'],
    ["a firm's PAN", 'AAKFT4821M', 'OTP0010'],
    ['a person who signs for nobody', 'ZZZPZ9999Z', 'OTP0010'],
  ])('is refused to %s', (_, pan, code) =>
    rehearse(async (at) => {
      await at.signIn()
      expect((await at.requestEvc(pan)).code).toBe(code)
    }),
  )

  test('is refused to a company with RT_FIL_31, and so is its filing', () =>
    rehearse(
      async (at) => {
        const summary = await at.prepare()
        expect((await at.requestEvc()).code).toBe('RT_FIL_31')
        expect((await at.file(summary)).code).toBe('RT_FIL_31')
      },
      { gstin: COMPANY },
    ))

  test('is asked for GSTR-1 only', () =>
    rehearse(async (at) => {
      await at.signIn()
      const reply = await at.call('POST', `${TAXPAYER}/evc/otp?gstr=gstr-3b`, { pan: SIGNATORY })
      expect(reply.code).toBe(422)
    }))
})

describe('a nil return', () => {
  test('is filed without save or summary; its proceed has no status', () =>
    rehearse(async (at) => {
      await at.signIn()
      const { payload } = await at.proceed('Y')
      at.settle()
      expect((await at.status(payload.reference_id)).code).toBe('RET13510')
      await at.requestEvc()
      const nil = { gstin: FIRM, ret_period: '072025', isnil: 'Y' }
      expect((await at.file(nil)).payload.ack_num).toMatch(/PRACTICE/)
    }))

  test('cannot hide saved data', () =>
    rehearse(async (at) => {
      await at.prepare()
      expect((await at.proceed('Y')).code).toBe('PRACTICE_NIL')
      await at.requestEvc()
      const nil = { gstin: FIRM, ret_period: '072025', isnil: 'Y' }
      expect((await at.file(nil)).code).toBe('RT_FIL_10')
    }))
})

function changed(sent: Fileable, changes: object): Fileable {
  return {
    ...sent,
    sec_sum: sent.sec_sum.map((line) => (line.sec_nm === 'B2B' ? { ...line, ...changes } : line)),
  }
}

async function fileIt(at: Rehearsal): Promise<Fileable> {
  const summary = await at.prepare()
  await at.requestEvc()
  await at.file(summary)
  at.settle()
  return summary
}
