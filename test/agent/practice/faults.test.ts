import { describe, expect, test } from 'vitest'
import { BUYER, FIRM, HOME_BUYER, rehearse, TAXPAYER, type Rehearsal } from './rehearsal.ts'
import { invoice, party } from './rows.ts'

const good = { b2b: [party(BUYER, invoice())] }
const order = (at: Rehearsal, call: string, mode: string, more: object = {}) =>
  at.admin('POST', '/faults', { call, mode, ...more })
const queued = async (at: Rehearsal) =>
  (await at.admin<unknown[]>('GET', '/events?kind=queued')).length

describe('an ordered fault', () => {
  test('serves the named call for so many times, and leaves the rest alone', () =>
    rehearse(async (at) => {
      await at.signIn()
      await order(at, 'track', 'error-before', { times: 2 })
      expect((await at.documents()).code).toBe('RET11416')
      expect((await at.track()).code).toBe(503)
      expect((await at.track()).code).toBe(503)
      expect((await at.track()).code).toBe('RET13510')
    }))

  test('serves every call when ordered for all, and none once cleared', () =>
    rehearse(async (at) => {
      await at.signIn()
      await order(at, '*', 'error-before', { times: 9, status: 500 })
      expect((await at.documents()).code).toBe(500)
      expect((await at.track()).code).toBe(500)
      await at.admin('DELETE', '/faults')
      expect((await at.track()).code).toBe('RET13510')
    }))

  test('of a mode that is not in the table is refused', () =>
    rehearse(async (at) => {
      await expect(order(at, 'save', 'earthquake')).rejects.toThrow()
    }))
})

describe('before the work', () => {
  test.each([['drop-before'], ['error-before'], ['too-many']])('%s takes nothing in', (mode) =>
    rehearse(async (at) => {
      await at.signIn()
      await order(at, 'save', mode)
      await at.save(good).catch(() => undefined)
      expect(await queued(at)).toBe(0)
      await at.save(good)
      expect(await queued(at)).toBe(1)
    }),
  )

  test('drop-before and drop-after end the connection without an answer', () =>
    rehearse(async (at) => {
      await at.signIn()
      for (const mode of ['drop-before', 'drop-after']) {
        await order(at, 'save', mode)
        await expect(at.save(good)).rejects.toThrow('fetch failed')
      }
    }))

  test('too-many is 429, with Retry-After when told', () =>
    rehearse(async (at) => {
      await order(at, 'authenticate', 'too-many')
      await order(at, 'authenticate', 'too-many', { retryAfter: 3600 })
      const ask = () => fetch(`${at.portal.url}/authenticate`, { method: 'POST' })
      const plain = await ask()
      expect([plain.status, plain.headers.get('retry-after')]).toEqual([429, null])
      expect((await ask()).headers.get('retry-after')).toBe('3600')
    }))

  test('refuse answers with any code of the portal: an old track, a full house', () =>
    rehearse(async (at) => {
      const summary = await at.prepare()
      await at.requestEvc()
      await at.file(summary)
      at.settle()
      await order(at, 'track', 'refuse', { code: 'RET13510' })
      expect((await at.track()).code).toBe('RET13510')
      expect((await at.track()).payload.EFiledlist).toHaveLength(1)
      await order(at, 'requestOtp', 'refuse', { code: 'AUTH403' })
      await at.authenticate()
      const user = { username: 'kt_traders', gstin: FIRM }
      expect((await at.call('POST', `${TAXPAYER}/otp`, user)).code).toBe('AUTH403')
    }))

  test('session-expired ends the session for good', () =>
    rehearse(async (at) => {
      await at.signIn()
      await order(at, 'status', 'session-expired')
      expect((await at.status('any')).code).toBe('AUTH4033')
      expect((await at.track()).code).toBe('AUTH4033')
      await at.signIn()
      expect((await at.track()).code).toBe('RET13510')
    }))

  test('a delay holds the call back', () =>
    rehearse(async (at) => {
      await at.signIn()
      await order(at, 'track', 'delay-before', { delay: 120 })
      const begun = performance.now()
      await at.track()
      expect(performance.now() - begun).toBeGreaterThan(100)
    }))
})

describe('after the work', () => {
  test.each([['drop-after'], ['error-after'], ['cut-json'], ['html-page'], ['empty-body']])(
    '%s loses the answer and not the filing',
    (mode) =>
      rehearse(async (at) => {
        const summary = await at.prepare()
        await at.requestEvc()
        await order(at, 'file', mode)
        const reply = await at.file(summary).catch(() => undefined)
        expect(reply?.payload?.ack_num).toBeUndefined()
        at.settle()
        expect((await at.track()).payload.EFiledlist).toHaveLength(1)
        expect((await at.file(summary)).code).toBe('RT_FIL_02')
      }),
  )

  test('cut-json, html-page and empty-body still say 200', () =>
    rehearse(async (at) => {
      const bodies: string[] = []
      for (const mode of ['cut-json', 'html-page', 'empty-body']) {
        await order(at, 'authenticate', mode)
        const response = await fetch(`${at.portal.url}/authenticate`, { method: 'POST' })
        bodies.push(await response.text())
        if (mode === 'html-page') {
          expect(response.status).toBe(200)
          expect(response.headers.get('content-type')).toContain('text/html')
        }
      }
      expect(bodies[0]).toMatch(/^\{.*[^}]$/)
      expect(bodies[1]).toContain('<!doctype html>')
      expect(bodies[2]).toBe('')
    }))

  test('lost-reference takes the save in and tells no reference', () =>
    rehearse(async (at) => {
      await at.signIn()
      await order(at, 'save', 'lost-reference')
      const { envelope, status } = await at.save(good)
      expect([status, envelope.data]).toEqual([200, { status_cd: '1', data: {} }])
      at.settle()
      expect((await at.documents()).payload.b2b).toHaveLength(1)
    }))

  test('lost-acknowledgement files and tells no acknowledgement', () =>
    rehearse(async (at) => {
      const summary = await at.prepare()
      await at.requestEvc()
      await order(at, 'file', 'lost-acknowledgement')
      expect((await at.file(summary)).envelope.data).toEqual({ status_cd: 1, data: {} })
      at.settle()
      expect((await at.track()).payload.EFiledlist).toHaveLength(1)
    }))

  test('unknown-status and status-goes-back lie about a status once', () =>
    rehearse(async (at) => {
      await at.signIn()
      const { reference_id } = (await at.save(good)).payload
      at.settle()
      await order(at, 'status', 'unknown-status')
      await order(at, 'status', 'status-goes-back')
      const words: string[] = []
      for (let asked = 0; asked < 3; asked += 1) {
        words.push((await at.status(reference_id)).payload.status_cd)
      }
      expect(words).toEqual(['COMPLETED?', 'IP', 'P'])
    }))
})

describe('the side door', () => {
  test('shows every request with its time, call, body and hash, before and without its answer', () =>
    rehearse(async (at) => {
      await at.signIn()
      await order(at, 'save', 'drop-before')
      await at.save(good).catch(() => undefined)
      const events = await at.admin<
        { at: number; facts: { call: string; bodyHash: string }; body: string }[]
      >('GET', '/events?kind=request')
      expect(events.map(({ facts }) => facts.call)).toEqual([
        'authenticate',
        'requestOtp',
        'verifyOtp',
        'save',
      ])
      const save = events.at(-1)
      expect(save?.at).toBe(Date.parse('2025-08-11T06:00:00Z'))
      expect(save?.facts.bodyHash).toMatch(/^[0-9a-f]{64}$/)
      expect(JSON.parse(save?.body ?? '')).toMatchObject({ gstin: FIRM, fp: '072025', ...good })
    }))

  test('shows what is held, what was submitted and what was filed', () =>
    rehearse(async (at) => {
      const summary = await at.prepare()
      await at.requestEvc()
      await at.file(summary)
      const of = `gstin=${FIRM}&period=072025`
      expect(await at.admin('GET', `/documents?${of}`)).toMatchObject({
        b2b: [{ party: BUYER, number: 'KT/0412', sent: invoice() }],
      })
      expect(await at.admin('GET', '/submissions')).toMatchObject([
        { action: 'SAVE', word: 'P' },
        { action: 'PROCEED', word: 'P' },
      ])
      expect(await at.admin('GET', '/filings')).toMatchObject([
        { gstin: FIRM, period: '072025', arn: 'PRACTICE0000001', body: summary },
      ])
    }))

  test('files as someone else would have on the portal, a company too', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.admin('POST', '/filings', { gstin: FIRM, period: '072025' })
      expect((await at.save({ b2b: [party(HOME_BUYER, invoice())] })).code).toBe('AUTH117')
      at.settle()
      expect((await at.track()).payload.EFiledlist).toHaveLength(1)
    }))

  test('moves the clock', () =>
    rehearse(async (at) => {
      await at.signIn()
      const { reference_id } = (await at.save(good)).payload
      await at.admin('POST', '/clock', { ahead: 5_000 })
      expect((await at.status(reference_id)).payload.status_cd).toBe('P')
    }))
})
