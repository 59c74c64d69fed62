// Every operation of the Sandbox client against the practice portal over real HTTP: a whole filing, then each refusal and failure.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Outcome, Portal, ReturnAccess } from '../../../agent/portal/portal.ts'
import { practiceKeys, practiceOtps } from '../../../agent/portal/practice/credentials.ts'
import { fastPace } from '../../../agent/portal/practice/pace.ts'
import { startPractice, type PracticePortal } from '../../../agent/portal/practice/start.ts'
import { createSandbox } from '../../../agent/portal/sandbox/sandbox.ts'
import { BUYERS, PERIOD, TAXPAYER } from '../../sheets.ts'

const folder = mkdtempSync(join(tmpdir(), 'gstr1-sandbox-'))
const clock = { now: Date.parse('2026-11-05T06:00:00Z') }
let practice: PracticePortal
let portal: Portal

beforeAll(async () => {
  practice = await startPractice({
    dataFolder: folder,
    adminPort: 0,
    pace: fastPace,
    sessions: 100,
    now: () => new Date(clock.now),
    random: () => 0.5,
    newId: randomUUID,
  })
})
beforeEach(async () => {
  portal = clientWith(practiceKeys)
  await fetch(`${practice.admin?.url ?? ''}/faults`, { method: 'DELETE' })
})
afterAll(async () => {
  await practice.close()
  rmSync(folder, { recursive: true })
})

const clientWith = (keys: { key: string; secret: string }): Portal =>
  createSandbox({
    base: practice.url,
    keys: () => Promise.resolve(keys),
    now: () => new Date(clock.now),
    random: () => 0,
    heardTime: () => undefined,
    record: () => Promise.resolve('kept'),
  })

const admin = async (path: string, body: unknown): Promise<void> => {
  const url = (practice.admin?.url ?? '') + path
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
  expect(answer.status).toBe(200)
}

function value<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'answer') throw new Error(JSON.stringify(outcome))
  return outcome.value
}

async function signIn(): Promise<ReturnAccess> {
  value(await portal.requestOtp(TAXPAYER))
  const { access_token: token } = value(await portal.verifyOtp(TAXPAYER, practiceOtps.login))
  return { token, gstin: TAXPAYER.gstin, period: PERIOD }
}

const BODY = JSON.stringify({
  gstin: TAXPAYER.gstin,
  fp: PERIOD,
  gt: 41250000,
  cur_gt: 11830450.5,
  b2b: [
    {
      ctin: BUYERS[0],
      inv: [
        {
          inum: 'KT/26-27/0412',
          idt: '15-10-2026',
          val: 1180,
          pos: '27',
          rchrg: 'N',
          inv_typ: 'R',
          itms: [{ num: 1, itm_det: { rt: 18, txval: 1000, iamt: 180, csamt: 0 } }],
        },
      ],
    },
  ],
})
const PROCEED = JSON.stringify({ gstin: TAXPAYER.gstin, ret_period: PERIOD })
const PAN = 'ABCPT1234K'

test('a whole filing: every operation answers with what the next one needs', async () => {
  const first = await signIn()
  const { access_token: token } = value(await portal.refresh(first))
  expect(await portal.track(first)).toMatchObject({ kind: 'refused', code: 'AUTH4033' })
  const access = { ...first, token }

  for (const start of [() => portal.save(access, BODY), () => portal.proceed(access, PROCEED)]) {
    const { reference_id } = value(await start())
    expect(value(await portal.status(access, reference_id)).status_cd).toMatch(/REC|IP/)
    clock.now += 1000
    expect(value(await portal.status(access, reference_id))).toMatchObject({ status_cd: 'P' })
  }
  expect(value(await portal.documents(access, 'b2b'))).toMatchObject({
    kind: 'rows',
    json: { b2b: [{ ctin: BUYERS[0], inv: [{ inum: 'KT/26-27/0412' }] }] },
  })

  const { gstin, ret_period, chksum, newSumFlag, sec_sum } = value(await portal.summary(access))
  const body = JSON.stringify({ gstin, ret_period, chksum, newSumFlag, sec_sum })
  value(await portal.requestEvc(access, PAN))
  const wrong = await portal.file(access, { body, pan: PAN, otp: '000000' })
  expect(wrong).toMatchObject({ kind: 'refused', code: 'RET13506' })
  const { ack_num } = value(await portal.file(access, { body, pan: PAN, otp: practiceOtps.evc }))
  expect(ack_num).toMatch(/^ACKPRACTICE/)
  clock.now += 1000
  expect(value(await portal.track(access)).EFiledlist).toMatchObject([
    { ret_prd: PERIOD, rtntype: 'GSTR1', status: 'Filed' },
  ])

  expect(await portal.save(access, BODY)).toMatchObject({ kind: 'refused', code: 'AUTH117' })
  value(await portal.logout(access))
  expect(await portal.track(access)).toMatchObject({ kind: 'refused', code: 'AUTH4033' })
})

test('a reset answers with a reference too', async () => {
  const access = { ...(await signIn()), period: '092026' as typeof PERIOD }
  const { reference_id } = value(await portal.reset(access))
  expect(await portal.reset(access)).toMatchObject({ kind: 'refused', code: 'RET191251' })
  clock.now += 1000
  expect(value(await portal.status(access, reference_id))).toMatchObject({ action: 'RESET' })
})

test('a body goes out byte for byte', async () => {
  const access = { ...(await signIn()), period: '082026' as typeof PERIOD }
  const body = BODY.replace(PERIOD, '082026').replace('1180,', '1180.00,').replace('{', '{ ')
  await portal.save(access, body)
  const events = await fetch(`${practice.admin?.url ?? ''}/events?kind=request`)
  const requests = (await events.json()) as { body: string | null }[]
  expect(requests.some((request) => request.body === body)).toBe(true)
})

const CALLS: Readonly<Record<keyof Portal, (access: ReturnAccess) => Promise<Outcome<unknown>>>> = {
  requestOtp: () => portal.requestOtp(TAXPAYER),
  verifyOtp: () => portal.verifyOtp(TAXPAYER, practiceOtps.login),
  refresh: (access) => portal.refresh(access),
  logout: (access) => portal.logout(access),
  save: (access) => portal.save(access, BODY),
  reset: (access) => portal.reset(access),
  proceed: (access) => portal.proceed(access, PROCEED),
  status: (access) => portal.status(access, 'no-such-reference'),
  documents: (access) => portal.documents(access, 'b2b'),
  summary: (access) => portal.summary(access),
  requestEvc: (access) => portal.requestEvc(access, PAN),
  file: (access) => portal.file(access, { body: '{}', pan: PAN, otp: '1' }),
  track: (access) => portal.track(access),
  trackPublic: (access) => portal.trackPublic(access),
  preference: (access) => portal.preference(access, '2026-27'),
}

describe.each(Object.entries(CALLS))('%s', (name, call) => {
  const answeredWith = async (order: object): Promise<Outcome<unknown>> => {
    const access = await signIn()
    await admin('/faults', { call: name === 'trackPublic' ? 'publicTrack' : name, ...order })
    return call(access)
  }

  test('tells each end from the others', async () => {
    const refused = await answeredWith({ mode: 'refuse', code: 'RET191106' })
    expect(refused).toMatchObject({ kind: 'refused', code: 'RET191106' })
    const denied = await answeredWith({ mode: 'error-before', status: 422 })
    expect(denied).toMatchObject({ kind: 'denied', status: 422 })
    const failed = await answeredWith({ mode: 'error-before', status: 503 })
    expect(failed).toMatchObject({ kind: 'unknown' })
    const lost = await answeredWith({ mode: 'drop-after' })
    expect(lost).toMatchObject({ kind: 'unknown', reason: 'ECONNRESET' })
    const busy = await answeredWith({ mode: 'too-many', retryAfter: 9 })
    expect(busy).toMatchObject({ kind: 'slow-down', seconds: 9 })
  })
})

describe('the key of the account', () => {
  test('that is wrong is a denial of every call', async () => {
    const access = await signIn()
    portal = clientWith({ key: 'key_test_wrong', secret: practiceKeys.secret })
    for (const call of Object.values(CALLS)) {
      expect(await call(access)).toMatchObject({ kind: 'denied', status: 401 })
    }
  })

  test('is exchanged again once its token is refused, and after its hours', async () => {
    const exchanges = async (): Promise<number> => {
      const events = await fetch(`${practice.admin?.url ?? ''}/events?kind=request`)
      const requests = (await events.json()) as { facts: { call: string } }[]
      return requests.filter(({ facts }) => facts.call === 'authenticate').length
    }
    const before = await exchanges()
    await portal.requestOtp(TAXPAYER)
    await portal.requestOtp(TAXPAYER)
    expect((await exchanges()) - before).toBe(1)
    clock.now += 21 * 60 * 60 * 1000
    await portal.requestOtp(TAXPAYER)
    expect((await exchanges()) - before).toBe(2)
    await admin('/clock', { ahead: 25 * 60 * 60 * 1000 })
    expect(await portal.requestOtp(TAXPAYER)).toMatchObject({ kind: 'denied', status: 403 })
    expect(await portal.requestOtp(TAXPAYER)).toMatchObject({ kind: 'answer' })
  })
})
