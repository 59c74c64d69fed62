// Reading every section back: what is empty, what narrows an answer, and what is too large to be given at once.
import { describe, expect, test } from 'vitest'
import * as amended from './amended-samples.ts'
import { BUYER, FIRM, HOME_BUYER, rehearse, TAXPAYER } from './rehearsal.ts'
import { invoice, party } from './rows.ts'
import * as sample from './samples.ts'

/** The 23 of the interface, with the code of their empty answer. */
const emptyCodes = {
  RET11416:
    'at ata b2b b2ba b2cl b2cla b2cs b2csa cdnr cdnra cdnur cdnura doc-issue nil hsn txp txpa ecom supeco supecoa',
  RET11417: 'exp expa ecoma',
}

describe('a section', () => {
  test.each(
    Object.entries(emptyCodes).flatMap(([code, slugs]) =>
      slugs.split(' ').map((slug) => [slug, code]),
    ),
  )('%s is %s where it has nothing', (slug, code) =>
    rehearse(async (at) => {
      await at.signIn()
      const answer = await at.read(slug)
      expect([answer.status, answer.code]).toEqual([200, code])
    }),
  )

  test('that does not exist is 404', () =>
    rehearse(async (at) => {
      await at.signIn()
      expect((await at.read('atadj')).code).toBe(404)
    }))
})

describe('a filter', () => {
  const sections = {
    b2b: [party(BUYER, invoice()), party(HOME_BUYER, invoice({ inum: 'H/1' }))],
    b2cl: [
      sample.large('33', sample.largeInvoice()),
      sample.large('07', sample.largeInvoice({ inum: 'L/7' })),
    ],
    cdnr: [sample.notesTo(sample.note())],
    b2cs: [sample.netRow()],
    txpd: [sample.advance()],
    supeco: { clttx: [amended.supply()], paytx: [amended.supply({ etin: amended.PAYER })] },
  }
  const cases: [string, string, number | string][] = [
    ['b2b', `counterparty_gstin=${BUYER.toLowerCase()}`, 1],
    ['b2b', 'counterparty_gstin=somebody', 422],
    ['b2b', 'action_required=N', 2],
    ['b2b', 'action_required=Y', 'RET11416'],
    ['b2b', 'action_required=P', 422],
    ['b2b', 'from=11/08/2025', 2],
    ['b2b', 'from=12/08/2025', 'RET11416'],
    ['b2b', 'from=11-08-2025', 422],
    ['b2cl', 'state_code=33', 1],
    ['b2cl', 'state_code=01', 'RET11416'],
    ['b2cl', 'state_code=Delhi', 422],
    ['cdnr', 'from=12/08/2025', 'RET11416'],
    ['txp', 'action_required=Y', 'RET11416'],
    ['b2cs', 'state_code=01&from=nonsense', 1],
    ['supeco', 'sub_section=clttx', 1],
    ['supeco', 'sub_section=other', 'RET11416'],
    ['supeco', 'sub_section=14', 422],
  ]
  test.each(cases)('of %s: %s gives %s', (slug, query, expected) =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict(sections)
      const { code, payload } = await at.read(slug, `?${query}`)
      if (typeof expected === 'string' || expected > 400) expect(code).toBe(expected)
      else
        expect(Object.values(payload)[0]).toSatisfy(
          (of: object) => Object.keys(of).length === expected,
        )
    }),
  )
})

describe('a large section', () => {
  const largeReads = { above: 2, minutes: 30 }
  const many = (count: number) => ({
    b2b: Array.from({ length: count }, (_, index) =>
      party(BUYER, invoice({ inum: `M/${String(index + 1)}` })),
    ),
  })

  test('is put together first, for as long as it says, under one token', () =>
    rehearse(
      async (at) => {
        await at.signIn()
        await at.verdict(many(3))
        const first = (await at.read<{ est: string; token: string }>('b2b')).payload
        expect(first).toEqual({
          est: '30',
          token: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
        })
        at.pass(20 * 60_000)
        expect((await at.read('b2b')).payload).toEqual({ est: '10', token: first.token })
        at.pass(10 * 60_000)
        expect((await at.documents()).payload.b2b[0]?.inv).toHaveLength(3)
      },
      { largeReads },
    ))

  test('is put together anew when it has changed', () =>
    rehearse(
      async (at) => {
        await at.signIn()
        await at.verdict(many(3))
        await at.read('b2b')
        at.pass(30 * 60_000)
        await at.verdict(many(4))
        expect((await at.read('b2b')).payload).toMatchObject({ est: '30' })
      },
      { largeReads },
    ))

  test('is none where it is narrowed to few, and others are not held up', () =>
    rehearse(
      async (at) => {
        await at.signIn()
        await at.verdict({ ...many(3), b2cs: [sample.netRow()] })
        expect((await at.read('b2cs')).payload.b2cs).toHaveLength(1)
        const query = `?counterparty_gstin=${HOME_BUYER}`
        expect((await at.read('b2b', query)).code).toBe('RET11416')
      },
      { largeReads },
    ))
})

describe('advances adjusted', () => {
  test.each([
    ['txp', ['txp', 'txpa']],
    ['txpd', ['txpd', 'txpda']],
  ] as const)(
    'are read as %s where the portal is set to it, amended ones alike',
    (txpAnswer, names) =>
      rehearse(
        async (at) => {
          await at.signIn()
          await at.verdict({ txpd: [sample.advance()], txpda: [amended.amendedAdvance()] })
          const answers = [await at.read('txp'), await at.read('txpa')]
          expect(answers.map(({ payload }) => Object.keys(payload))).toEqual(
            names.map((name) => [name]),
          )
        },
        { txpAnswer },
      ),
  )

  test('are read one level deeper where the portal is set to it', () =>
    rehearse(
      async (at) => {
        await at.signIn()
        await at.verdict({ txpda: [amended.amendedAdvance()] })
        const { payload } = await at.read<{ data: { txpa: unknown[] } }>('txpa')
        expect(payload.data.txpa).toHaveLength(1)
      },
      { txpAnswer: 'nested' },
    ))
})

describe('the filing preference', () => {
  const ask = '/gstrs/preference?financial_year=FY%202025-26'

  test('is told for each quarter, and chosen for one', () =>
    rehearse(async (at) => {
      await at.signIn()
      const quarters = (...of: string[]) => ({
        response: of.map((preference, index) => ({ quarter: `Q${String(index + 1)}`, preference })),
      })
      expect((await at.call('GET', TAXPAYER + ask)).payload).toEqual(quarters('M', 'M', 'M', 'M'))
      const choice = { response: [{ quarter: 'Q2', preference: 'Q' }] }
      const chosen = await at.call('POST', TAXPAYER + ask, choice)
      expect(chosen.payload).toEqual(quarters('M', 'Q', 'M', 'M'))
      expect((await at.verdict({ b2cs: [sample.netRow()] })).error_report?.error_cd).toBe(
        'PRACTICE_IFF',
      )
      expect((await at.inPeriod('062025').verdict({ b2cs: [sample.netRow()] })).status_cd).toBe('P')
    }))

  test('is asked for a financial year, and chosen in words that it knows', () =>
    rehearse(async (at) => {
      await at.signIn()
      const call = (method: 'GET' | 'POST', query: string, body?: object) =>
        at.call(method, `${TAXPAYER}/gstrs/preference${query}`, body)
      expect((await call('GET', '?financial_year=2025-26')).code).toBe(422)
      expect((await call('GET', '')).code).toBe(422)
      expect((await at.call('POST', TAXPAYER + ask, { response: [] })).code).toBe(400)
    }))
})

describe('the public list of filings', () => {
  const ask = (at: Parameters<Parameters<typeof rehearse>[0]>[0], cache?: string) =>
    at.call<{ EFiledlist: unknown[] }>(
      'POST',
      '/gst/compliance/public/gstrs/track?financial_year=FY%202025-26&gstr=gstr-1',
      { gstin: FIRM },
      cache === undefined ? {} : { 'x-accept-cache': cache },
    )

  test('is what was told before, for those who accept that, and the truth for all others', () =>
    rehearse(async (at) => {
      await at.authenticate()
      expect((await ask(at, 'true')).code).toBe('RET13510')
      await at.admin('POST', '/filings', { gstin: FIRM, period: '072025' })
      at.settle()
      expect((await ask(at, 'true')).code).toBe('RET13510')
      expect((await ask(at, 'false')).payload.EFiledlist).toHaveLength(1)
      expect((await ask(at)).payload.EFiledlist).toHaveLength(1)
      expect((await ask(at, 'true')).payload.EFiledlist).toHaveLength(1)
    }))
})

describe('the limit on calls', () => {
  const ask = (url: string) => fetch(`${url}/authenticate`, { method: 'POST' })
  const headersOf = ({ headers }: Response) =>
    ['limit', 'remaining', 'reset'].map((name) => headers.get(`x-ratelimit-${name}`))

  test('is told in every answer, refuses what is too much, and begins anew each minute', () =>
    rehearse(
      async (at) => {
        at.pass(15_000)
        const answers = [
          await ask(at.portal.url),
          await ask(at.portal.url),
          await ask(at.portal.url),
        ]
        expect(answers.map(({ status }) => status)).toEqual([401, 401, 429])
        expect(answers.map(headersOf)).toEqual([
          ['2', '1', '45'],
          ['2', '0', '45'],
          ['2', '0', '45'],
        ])
        expect(answers[2]?.headers.get('retry-after')).toBe('45')
        expect(answers[0]?.headers.get('retry-after')).toBeNull()
        at.pass(45_000)
        expect((await ask(at.portal.url)).status).toBe(401)
      },
      { callsPerMinute: 2 },
    ))

  test('is none where none is set', () =>
    rehearse(async (at) => {
      expect(headersOf(await ask(at.portal.url))).toEqual([null, null, null])
    }))
})
