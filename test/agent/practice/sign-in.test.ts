import { describe, expect, test } from 'vitest'
import { practiceKeys } from '../../../agent/portal/practice/credentials.ts'
import { withoutApiAccess } from '../../../agent/portal/practice/registry-data.ts'
import { BUYER, COMPANY, FIRM, rehearse, TAXPAYER, type Rehearsal } from './rehearsal.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const user = { username: 'kt_traders', gstin: FIRM }
const otp = (at: Rehearsal, body: object = user) => at.call('POST', `${TAXPAYER}/otp`, body)
const verify = (at: Rehearsal, typed = '575757', body: object = user) =>
  at.call('POST', `${TAXPAYER}/otp/verify?otp=${typed}`, body)

describe('the platform', () => {
  test('gives a token for the practice keys, one level deep and without status', () =>
    rehearse(async (at) => {
      const reply = await at.call('POST', '/authenticate', undefined, {
        'x-api-secret': practiceKeys.secret,
      })
      expect(reply.status).toBe(200)
      expect(reply.envelope).toEqual({
        code: 200,
        timestamp: expect.any(Number) as number,
        transaction_id: expect.any(String) as string,
        data: { access_token: expect.any(String) as string },
      })
    }))

  test.each([
    ['a live key', { 'x-api-key': 'key_live_1', 'x-api-secret': practiceKeys.secret }],
    ['a wrong secret', { 'x-api-secret': 'secret_live_1' }],
  ])('refuses %s with 401 and no data', (_, headers) =>
    rehearse(async (at) => {
      const reply = await at.call('POST', '/authenticate', undefined, headers)
      expect(reply.status).toBe(401)
      expect(reply.envelope).toMatchObject({ code: 401, message: expect.any(String) as string })
      expect(reply.envelope.data).toBeUndefined()
    }),
  )

  test('takes a platform token for 24 hours, bare, and never in place of a taxpayer token', () =>
    rehearse(async (at) => {
      await at.authenticate()
      expect((await otp(at)).envelope.data?.status_cd).toBe('1')
      expect((await at.track()).status).toBe(403)
      const { token } = at
      at.token = `Bearer ${token}`
      expect((await otp(at)).status).toBe(403)
      at.token = 'made-up'
      expect((await otp(at)).status).toBe(403)
      at.token = token
      at.pass(24 * HOUR)
      expect((await otp(at)).status).toBe(403)
    }))

  test('takes no taxpayer token where the platform token belongs', () =>
    rehearse(async (at) => {
      await at.signIn()
      expect((await otp(at)).status).toBe(403)
    }))

  test.each([
    ['an unknown address', '/gst/nowhere', {}, 404],
    ['a version it does not speak', `${TAXPAYER}/otp`, { 'x-api-version': '2.0' }, 400],
    ['a source it does not know', `${TAXPAYER}/otp`, { 'x-source': 'third' }, 400],
    ['a body that is not declared JSON', `${TAXPAYER}/otp`, { 'content-type': 'text/plain' }, 400],
    ['a month that is none', `${TAXPAYER}/gstrs/gstr-1/2025/13/reset`, {}, 422],
  ])('rejects %s', (_, path, headers, status) =>
    rehearse(async (at) => {
      await at.authenticate()
      expect((await at.call('POST', path, user, headers)).code).toBe(status)
    }),
  )

  test('rejects a body over 5 MB with 413', () =>
    rehearse(async (at) => {
      await at.signIn()
      expect((await at.save({ b2b: 'x'.repeat(5 * 1024 * 1024) })).code).toBe(413)
    }))

  test.each([
    ['a wrong check character', '29AAKFT4821M1ZX'],
    ['a wrong form', 'GSTIN'],
  ])('rejects a GSTIN with %s with 422', (_, gstin) =>
    rehearse(async (at) => {
      await at.authenticate()
      const reply = await otp(at, { username: 'kt_traders', gstin })
      expect([reply.status, reply.code]).toEqual([422, 422])
    }),
  )
})

describe('sign-in', () => {
  test('gives a session of six hours for the right OTP', () =>
    rehearse(async (at) => {
      await at.authenticate()
      await otp(at)
      const { envelope } = await verify(at)
      const sixHoursOn = Date.parse('2025-08-11T12:00:00Z')
      expect(envelope.data).toEqual({
        status_cd: '1',
        access_token: expect.any(String) as string,
        session_expiry: sixHoursOn,
        token_expiry: sixHoursOn,
      })
    }))

  test('a wrong OTP is AUTH4034, and three of them make even the right one useless', () =>
    rehearse(async (at) => {
      await at.authenticate()
      await otp(at)
      for (const typed of ['1', '2', '3']) expect((await verify(at, typed)).code).toBe('AUTH4034')
      expect((await verify(at)).code).toBe('AUTH4033')
    }))

  test('an OTP that was not asked for, is used, or is over ten minutes old is AUTH4033', () =>
    rehearse(async (at) => {
      await at.authenticate()
      expect((await verify(at)).code).toBe('AUTH4033')
      await otp(at)
      at.pass(10 * MINUTE + 1)
      expect((await verify(at)).code).toBe('AUTH4033')
      await otp(at)
      expect((await verify(at)).code).toBeUndefined()
      expect((await verify(at)).code).toBe('AUTH4033')
    }))

  test('a user name belongs to the first GSTIN it signed in for: AUTH4041 for another', () =>
    rehearse(async (at) => {
      await at.signIn(user.username)
      await at.authenticate()
      expect((await otp(at, { ...user, gstin: COMPANY })).code).toBe('AUTH4041')
      expect((await otp(at, { username: 'other', gstin: COMPANY })).code).toBeUndefined()
    }))

  test('a taxpayer without API access gets AUTH4037', () =>
    rehearse(async (at) => {
      await at.authenticate()
      const [gstin] = withoutApiAccess
      expect((await otp(at, { username: 'shut', gstin })).code).toBe('AUTH4037')
    }))

  test('the sixth open session is AUTH403 until one is logged out', () =>
    rehearse(async (at) => {
      for (let opened = 0; opened < 5; opened += 1) await at.signIn()
      const last = at.token
      await at.authenticate()
      const platform = at.token
      expect((await otp(at)).code).toBe('AUTH403')
      at.token = last
      expect((await at.call('POST', `${TAXPAYER}/logout`)).envelope.data?.status_cd).toBe('1')
      at.token = platform
      expect((await otp(at)).code).toBeUndefined()
    }))
})

describe('a session', () => {
  test('ends after six hours: AUTH4038, inside a 200', () =>
    rehearse(async (at) => {
      await at.signIn()
      at.pass(6 * HOUR - 1)
      expect((await at.track()).code).toBe('RET13510')
      at.pass(1)
      const reply = await at.track()
      expect([reply.status, reply.code, reply.envelope.data?.status_cd]).toEqual([
        200,
        'AUTH4038',
        '0',
      ])
    }))

  test('ends with logout: AUTH4033', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.call('POST', `${TAXPAYER}/logout`)
      expect((await at.track()).code).toBe('AUTH4033')
    }))

  test('is renewed by refresh, which gives a new token and ends the old one', () =>
    rehearse(async (at) => {
      await at.signIn()
      at.pass(5 * HOUR)
      const { envelope } = await at.call('POST', `${TAXPAYER}/session/refresh`)
      expect(envelope.data?.session_expiry).toBe(Date.parse('2025-08-11T17:00:00Z'))
      expect((await at.track()).code).toBe('AUTH4033')
      at.token = envelope.data?.access_token ?? ''
      expect((await at.track()).code).toBe('RET13510')
    }))

  test('says nothing about the returns of another GSTIN', () =>
    rehearse(async (at) => {
      await at.signIn()
      const reply = await at.call('POST', `${at.returnPath}/reset`, {
        gstin: BUYER,
        ret_period: at.period,
      })
      expect(reply.code).toBe('RET191136')
    }))
})
