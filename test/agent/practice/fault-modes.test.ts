// The faults that lie, cut off, slow down or act behind the client's back; the plain ones are in faults.test.ts.
import { describe, expect, test } from 'vitest'
import type { ErrorReport } from '../../../templates/wire/answers.ts'
import { kinds } from './every-section.ts'
import { BUYER, fileable, FIRM, rehearse, TAXPAYER, type Rehearsal } from './rehearsal.ts'
import { invoice, party } from './rows.ts'

const good = { b2b: [party(BUYER, invoice())] }
const order = (at: Rehearsal, call: string, mode: string, more: object = {}) =>
  at.admin('POST', '/faults', { call, mode, ...more })
const authenticate = (at: Rehearsal, init: RequestInit = {}) =>
  fetch(`${at.portal.url}/authenticate`, { method: 'POST', ...init })

/** A good save, worked off; the reference to ask for. */
async function saved(at: Rehearsal, sections: object = good): Promise<string> {
  await at.signIn()
  const { reference_id } = (await at.save(sections)).payload
  at.settle()
  return reference_id
}

describe('an order', () => {
  test('leaves so many calls alone first', () =>
    rehearse(async (at) => {
      await at.signIn()
      await order(at, 'track', 'error-before', { after: 2, times: 2 })
      const codes = []
      for (let asked = 0; asked < 5; asked += 1) codes.push((await at.track()).code)
      expect(codes).toEqual(['RET13510', 'RET13510', 503, 503, 'RET13510'])
    }))

  test('waits its turn while another is served, and counts the calls meanwhile', () =>
    rehearse(async (at) => {
      await at.signIn()
      await order(at, 'track', 'error-before', { status: 500, after: 1 })
      await order(at, 'track', 'error-before', { status: 502 })
      const codes = []
      for (let asked = 0; asked < 3; asked += 1) codes.push((await at.track()).code)
      expect(codes).toEqual([502, 500, 'RET13510'])
    }))

  test('that was served is in the ledger', () =>
    rehearse(async (at) => {
      await order(at, 'authenticate', 'empty-body')
      await authenticate(at)
      const events = await at.admin<{ facts: object }[]>('GET', '/events?kind=fault')
      expect(events.map(({ facts }) => facts)).toEqual([
        { call: 'authenticate', mode: 'empty-body' },
      ])
    }))

  test.each([[401], [403], [404], [413], [422], [429], [500], [502], [503], [504]])(
    'can be for any answer of Sandbox itself: %i',
    (status) =>
      rehearse(async (at) => {
        await order(at, 'authenticate', 'error-before', { status })
        const response = await authenticate(at)
        expect([response.status, await response.json()]).toEqual([
          status,
          {
            code: status,
            message: expect.any(String) as string,
            timestamp: Date.parse('2025-08-11T06:00:00Z'),
            transaction_id: expect.any(String) as string,
          },
        ])
      }),
  )
})

describe('an answer', () => {
  test('reset-mid-body begins and does not end, though the work is done', () =>
    rehearse(async (at) => {
      const summary = await at.prepare()
      await at.requestEvc()
      await order(at, 'file', 'reset-mid-body')
      await expect(at.file(summary)).rejects.toThrow('terminated')
      at.settle()
      expect((await at.track()).payload.EFiledlist).toHaveLength(1)
    }))

  test('wrong-type is good JSON that says it is a page', () =>
    rehearse(async (at) => {
      await order(at, 'authenticate', 'wrong-type')
      const response = await authenticate(at)
      expect(response.headers.get('content-type')).toBe('text/html')
      expect(await response.json()).toMatchObject({ code: 401 })
    }))

  test('redirect leads to another host', () =>
    rehearse(async (at) => {
      await order(at, 'authenticate', 'redirect')
      const response = await authenticate(at, { redirect: 'manual' })
      expect(response.status).toBe(302)
      expect(new URL(response.headers.get('location') ?? '').host).toBe('elsewhere.invalid')
    }))

  test('slow-drip comes whole, over the time that was ordered', () =>
    rehearse(async (at) => {
      await order(at, 'authenticate', 'slow-drip', { delay: 200 })
      const begun = performance.now()
      const response = await authenticate(at)
      const headersAfter = performance.now() - begun
      expect(await response.json()).toMatchObject({ code: 401 })
      expect(performance.now() - begun).toBeGreaterThan(150)
      expect(headersAfter).toBeLessThan(performance.now() - begun)
    }))

  test('oversize-body is JSON of the size that was ordered, 33 MiB unless told', () =>
    rehearse(async (at) => {
      await order(at, 'authenticate', 'oversize-body', { bytes: 1_000_000 })
      const told = await (await authenticate(at)).text()
      expect(told.length).toBeGreaterThan(1_000_000)
      expect(JSON.parse(told)).toMatchObject({ code: 401 })
      await order(at, 'authenticate', 'oversize-body')
      expect((await (await authenticate(at)).text()).length).toBeGreaterThan(33 * 1024 * 1024)
    }))

  test.each([[3], [-3]])(
    'clock-skew tells a time that is %i hours off, in body and header',
    (hours) =>
      rehearse(async (at) => {
        const now = Date.parse('2025-08-11T06:00:00Z')
        const times = async () => {
          const response = await authenticate(at)
          const { timestamp } = (await response.json()) as { timestamp: number }
          return [timestamp, Date.parse(response.headers.get('date') ?? '')]
        }
        await order(at, 'authenticate', 'clock-skew', { hours })
        expect(await times()).toEqual([now + hours * 3_600_000, now + hours * 3_600_000])
        expect(await times()).toEqual([now, now])
      }),
  )

  test.each([['RET192409'], ['RTN_24'], ['RT_FIL_09'], ['TEC4001']])(
    'refuse is any no of the portal, also one that it has no reason for itself: %s',
    (code) =>
      rehearse(async (at) => {
        await at.signIn()
        await order(at, 'proceed', 'refuse', { code })
        expect((await at.proceed()).code).toBe(code)
      }),
  )

  test('too-many-sessions is AUTH403', () =>
    rehearse(async (at) => {
      await at.authenticate()
      await order(at, 'requestOtp', 'too-many-sessions')
      const user = { username: 'kt_traders', gstin: FIRM }
      expect((await at.call('POST', `${TAXPAYER}/otp`, user)).code).toBe('AUTH403')
    }))
})

describe('a status', () => {
  test('repeated-status is what was said before, and then the truth', () =>
    rehearse(async (at) => {
      await at.signIn()
      const { reference_id } = (await at.save(good)).payload
      const words = [(await at.status(reference_id)).payload.status_cd]
      at.settle()
      await order(at, 'status', 'repeated-status')
      for (let asked = 0; asked < 2; asked += 1) {
        words.push((await at.status(reference_id)).payload.status_cd)
      }
      expect(words).toEqual(['REC', 'REC', 'P'])
    }))

  test('empty-report is PE and says nothing of what', () =>
    rehearse(async (at) => {
      const reference = await saved(at)
      await order(at, 'status', 'empty-report')
      expect((await at.status(reference)).payload).toMatchObject({
        status_cd: 'PE',
        error_report: {},
      })
    }))

  test('foreign-rows reports a row that nobody sent', () =>
    rehearse(async (at) => {
      const reference = await saved(at)
      await order(at, 'status', 'foreign-rows')
      const { status_cd, error_report } = (await at.status(reference)).payload
      expect(status_cd).toBe('PE')
      expect(JSON.stringify(error_report)).not.toContain('KT/0412')
      expect(error_report?.b2b).toHaveLength(1)
    }))

  test('other-reference is of work of another kind', () =>
    rehearse(async (at) => {
      const reference = await saved(at)
      await order(at, 'status', 'other-reference')
      const { payload } = await at.status(reference)
      expect(payload).toMatchObject({ action: 'RESET', status_cd: 'P' })
      expect(payload).not.toMatchObject({ reference_id: reference })
    }))

  test.each(kinds.map((kind) => [kind.key, kind] as const))(
    'false-errors reports a row of %s in its form, though it is stored',
    (key, kind) =>
      rehearse(async (at) => {
        const reference = await saved(at, kind.in())
        await order(at, 'status', 'false-errors')
        const { status_cd, error_report } = (await at.status(reference)).payload
        expect(status_cd).toBe('PE')
        expect(codeIn(error_report, key)).toBe('RET191114')
        expect((await at.status(reference)).payload.status_cd).toBe('P')
        expect((await at.totals()).get(kind.lines[0] ?? '')?.ttl_rec).toBe(1)
      }),
  )

  test('false-errors leaves alone what is no status of a save', () =>
    rehearse(async (at) => {
      await at.signIn()
      await order(at, 'status', 'false-errors')
      expect((await at.status('nothing')).code).toBe('RET13510')
    }))
})

describe('someone else', () => {
  test('files the return while a call is under way: filed-elsewhere', () =>
    rehearse(async (at) => {
      const summary = await at.prepare()
      await at.requestEvc()
      await order(at, 'file', 'filed-elsewhere')
      expect((await at.file(summary)).code).toBe('RT_FIL_02')
      expect(await at.admin('GET', '/filings')).toHaveLength(1)
    }))

  test('changes the return after its summary was read: changed-elsewhere', () =>
    rehearse(async (at) => {
      await at.prepare()
      await order(at, 'summary', 'changed-elsewhere')
      const read = (await at.summary()).payload
      at.settle()
      expect((await at.summary()).payload.chksum).not.toBe(read.chksum)
      expect((await at.documents()).payload.b2b[0]?.inv).toHaveLength(2)
      await at.requestEvc()
      expect((await at.file(fileable(read))).code).toBe('RET09001')
    }))

  test('is nobody where the call is of no return', () =>
    rehearse(async (at) => {
      await order(at, 'authenticate', 'filed-elsewhere')
      expect((await authenticate(at)).status).toBe(401)
      expect(await at.admin('GET', '/filings')).toEqual([])
    }))
})

describe('the list of filings', () => {
  const filed = async (at: Rehearsal) => {
    const summary = await at.prepare()
    await at.requestEvc()
    await at.file(summary)
    at.settle()
  }

  test('is behind by so many minutes after stale-track', () =>
    rehearse(async (at) => {
      await filed(at)
      await order(at, 'track', 'stale-track', { minutes: 30 })
      expect((await at.track()).code).toBe('RET13510')
      at.pass(28 * 60_000)
      expect((await at.track()).code).toBe('RET13510')
      at.pass(2 * 60_000)
      expect((await at.track()).payload.EFiledlist).toHaveLength(1)
    }))

  test('is behind for everybody too', () =>
    rehearse(async (at) => {
      await filed(at)
      await at.authenticate()
      await order(at, 'publicTrack', 'stale-track')
      const path = '/gst/compliance/public/gstrs/track?financial_year=FY%202025-26'
      const ask = async () => (await at.call('POST', path, { gstin: FIRM })).code
      expect(await ask()).toBe('RET13510')
      at.pass(60 * 60_000)
      expect(await ask()).toBeUndefined()
    }))

  test('for everybody is that of before with cached-track, though the truth is asked for', () =>
    rehearse(async (at) => {
      const ask = async () => {
        await at.authenticate()
        const path = '/gst/compliance/public/gstrs/track?financial_year=FY%202025-26'
        return (await at.call('POST', path, { gstin: FIRM })).code
      }
      expect(await ask()).toBe('RET13510')
      await filed(at)
      await order(at, 'publicTrack', 'cached-track')
      expect(await ask()).toBe('RET13510')
      expect(await ask()).toBeUndefined()
    }))
})

/** The code of the only group under this key. */
function codeIn(report: ErrorReport | undefined, key: string): unknown {
  const groups = [report?.[key]].flat() as { error_cd?: string }[]
  return groups.length === 1 ? groups[0]?.error_cd : undefined
}
