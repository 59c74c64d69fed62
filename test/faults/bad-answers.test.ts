// Answers that a portal should not give, and users who try what should not be: each ends in the state it should, told in
// words that say what to do. (The list of bad input, groups F and G.)
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PRACTICE_PACE } from '../../agent/filing/pace.ts'
import type { CrashPoint } from '../../agent/filing/tools.ts'
import type { ReturnView } from '../../agent/http/outputs/return.ts'
import { practiceOtps } from '../../agent/portal/practice/credentials.ts'
import type { Problem, Result } from '../../templates/problems/problem.ts'
import { INACTIVE_BUYER, PERIOD, row, sheet } from '../sheets.ts'
import { expectWords } from './engine.ts'
import { filesForEachOtp, Life, openPortal, type HeldPortal, value } from './life.ts'

let portal: HeldPortal
let life: Life
let moments: Partial<Record<CrashPoint, () => unknown>>

beforeEach(async () => {
  moments = {}
  portal = await openPortal()
  life = new Life(portal, 1, async (point) => {
    const moment = moments[point]
    moments = { ...moments, [point]: undefined }
    await moment?.()
  })
  await life.start()
  await life.signIn()
})
afterEach(async () => {
  expect(life.engine.log()).not.toContain('agent-fault')
  await life.end()
  await portal.close()
})

/** The problem an act ends with, which has words. */
async function problem(act: Promise<Result<unknown>>): Promise<Problem> {
  const result = await act
  if (result.ok) throw new Error('the act was not refused')
  expectWords(result.problem)
  return result.problem
}

async function beginSave(rows = [row()]): Promise<void> {
  const { plan } = await value(life.engine.filing.plan({ ...life.key, blocks: sheet(rows) }))
  await value(life.engine.filing.save(life.key, { plan }))
}

async function save(rows = [row()]): Promise<ReturnView> {
  await beginSave(rows)
  return life.settled()
}

const fault = (call: string, mode: string, more: object = {}) =>
  portal.ledger.fault({ call, mode, ...more })

async function review(): Promise<string> {
  await value(life.engine.filing.prepare(life.key))
  await life.settled()
  return (await value(life.engine.filing.review(life.key))).checksum
}

/** Up to the OTP; what is left is to file. */
async function readyToFile() {
  await save()
  const checksum = await review()
  await value(life.engine.filing.requestEvc(life.key, checksum))
  const signing = { checksum, otp: practiceOtps.evc, confirmation: life.key.gstin.slice(-4) }
  return {
    signing,
    file: (more = {}) => life.engine.filing.file(life.key, { ...signing, ...more }),
  }
}

/** 20 months before the return's: lawful late, and more than the portal takes. */
const LONG_AGO = 45_700

const stage = async () => (await life.settled()).stage

test('a save after a reset counts, though the clock was set back in between', async () => {
  await save()
  await value(life.engine.filing.reset(life.key, 'RESET'))
  expect(await life.settled()).toMatchObject({ stage: 'draft' })
  portal.clock.pass(-60 * 60_000)
  expect(await save()).toMatchObject({ stage: 'saved', lastSave: { accepted: 1 } })
})

test.each<[string, string, (life: Life) => Promise<Result<unknown>>]>([
  ['a review', 'summary', ({ engine, key }) => engine.filing.review(key)],
  ['a pull', 'summary', ({ engine, key }) => engine.filing.pull(key)],
  ['a pull half way', 'documents', ({ engine, key }) => engine.filing.pull(key)],
])('the session that ends during %s must be opened again', async (_what, call, act) => {
  await save()
  await value(life.engine.filing.prepare(life.key))
  await life.settled()
  await fault(call, 'session-expired')
  expect(await problem(act(life))).toMatchObject({ code: 'sign-in-needed' })
  expect(await life.engine.ask('session', { gstin: life.key.gstin })).toMatchObject({
    value: { signedIn: false },
  })
})

describe('the status of a save', () => {
  test.each([
    ['F14 in a word that nobody knows', 'unknown-status'],
    ['F15 that goes back', 'status-goes-back'],
    ['word for word as before', 'repeated-status'],
    ['F13 of somebody else’s work', 'other-reference'],
    ['F3 as a page that holds JSON', 'wrong-type'],
    ['F2 cut off', 'cut-json'],
    ['F6 at another address', 'redirect'],
    ['F12 that is too large', 'oversize-body'],
  ])('%s means that it is still under way, until it is told', async (_, mode) => {
    await fault('status', mode, { times: 3 })
    expect(await save()).toMatchObject({ stage: 'saved', readBack: 'same' })
    expect(await portal.ledger.requests('save')).toHaveLength(1)
  })

  test('F15 once ended is not asked again', async () => {
    await save()
    const asked = (await portal.ledger.requests('status')).length
    await life.settled()
    expect(await portal.ledger.requests('status')).toHaveLength(asked)
  })

  test('that reports errors and names none is told so, and what the portal holds is read', async () => {
    await fault('status', 'empty-report', { times: 20 })
    const view = await save([row({ inum: 'A-1' }), row({ inum: 'A-2' })])
    expect(view).toMatchObject({ stage: 'savedWithErrors', verdict: [{ code: 'errors-unnamed' }] })
    view.verdict.forEach(expectWords)
    await portal.ledger.noFaults()
    const blocks = sheet([row({ inum: 'A-1' }), row({ inum: 'A-2' })])
    const plan = await value(life.engine.filing.plan({ ...life.key, blocks }))
    expect(plan).toMatchObject({ submissions: 0, differenceCount: 0 })
  })

  test('that names one document for two mistakes refuses one document', async () => {
    const twice = row({ inum: 'A-1', ctin: INACTIVE_BUYER, idt: LONG_AGO })
    const view = await save([twice, row({ inum: 'A-2' })])
    expect(view.verdict.map(({ facts }) => facts.code).sort()).toEqual(['RET191114', 'RET191360'])
    expect(view.lastSave).toMatchObject({ sent: 2, accepted: 1, refused: 1 })
  })

  test('that is refused for long is asked for ever less often, since each question is paid for', async () => {
    await fault('status', 'refuse', { code: 'RET13510', times: 10_000 })
    await beginSave()
    const pass = async (milliseconds: number) => {
      for (let passed = 0; passed < milliseconds; passed += 5_000) {
        await expect.poll(() => portal.clock.someoneSleeps).toBe(true)
        portal.clock.pass(5_000)
      }
      return (await portal.ledger.requests('status')).length
    }
    const before = await pass(PRACTICE_PACE.slowAfter)
    const minutes = 5
    const after = await pass(minutes * 60_000)
    expect(after - before).toBeLessThanOrEqual((minutes * 60_000) / PRACTICE_PACE.slowPoll + 2)
  })

  test('that refuses rows which nobody sent shows them as the portal said it', async () => {
    await fault('status', 'foreign-rows', { times: 20 })
    const view = await save()
    expect(view.stage).toBe('savedWithErrors')
    expect(view.verdict).toMatchObject([{ code: 'portal', facts: { code: 'RET191114' } }])
    view.verdict.forEach(expectWords)
  })

  test('that refuses a row which it stored: the next save finds it there and sends nothing twice', async () => {
    await fault('status', 'false-errors', { times: 20 })
    expect(await save()).toMatchObject({ stage: 'savedWithErrors' })
    await portal.ledger.noFaults()
    expect(await save()).toMatchObject({ stage: 'saved', verdict: [] })
    expect(await portal.ledger.requests('save')).toHaveLength(1)
  })

  test('F16 after the session ended waits for a sign-in, and goes on with the same reference', async () => {
    moments = { 'save:acknowledged': () => fault('status', 'session-expired') }
    expect(await save()).toMatchObject({ work: { waitingFor: 'sign-in' } })
    await life.signIn()
    expect(await life.settled()).toMatchObject({ stage: 'saved' })
    expect(await portal.ledger.requests('save')).toHaveLength(1)
  })
})

describe('a save', () => {
  test('F4 refused inside a success is refused', async () => {
    await fault('save', 'refuse', { code: 'RET191136' })
    const view = await save()
    expect(view).toMatchObject({
      stage: 'savedWithErrors',
      refusal: { facts: { code: 'RET191136' } },
    })
  })

  test.each(['redirect', 'wrong-type', 'reset-mid-body', 'oversize-body', 'lost-reference'])(
    'F1–F8 answered by %s is looked up, and never doubled',
    async (mode) => {
      await fault('save', mode)
      expect(await save()).toMatchObject({ stage: 'saved', readBack: 'same' })
      const queued = (await portal.ledger.events()).filter(({ kind }) => kind === 'queued')
      expect(queued).toHaveLength(1)
    },
  )

  test('F10 asked to wait an hour waits so long, and shows until when', async () => {
    await fault('save', 'too-many', { retryAfter: 3600 })
    const since = portal.clock.now().getTime()
    await beginSave()
    await expect.poll(() => portal.clock.someoneSleeps).toBe(true)
    const { work } = await life.engine.filing.state(life.key)
    expect(work?.step).toBe('waiting-to-retry')
    expect(Date.parse(work?.nextAt ?? '') - since).toBeGreaterThanOrEqual(3_600_000)
    expect(await life.settled()).toMatchObject({ stage: 'saved' })
  })

  test('F11 asked to slow down, without being told how long, is sent later and later', async () => {
    await fault('save', 'too-many', { times: 4 })
    const since = portal.clock.now().getTime()
    expect(await save()).toMatchObject({ stage: 'saved' })
    expect(portal.clock.now().getTime() - since).toBeGreaterThan(1000 + 2000 + 4000 + 8000)
  })
})

describe('signing in', () => {
  test('F17 with too many sessions open ends with one request and words', async () => {
    await fault('requestOtp', 'too-many-sessions', { times: 9 })
    const before = (await portal.ledger.requests('requestOtp')).length
    const { gstin } = life.key
    const asked = await life.engine.ask('requestOtp', { gstin })
    expect(asked).toMatchObject({ ok: false, problem: { facts: { code: 'AUTH403' } } })
    expect(await portal.ledger.requests('requestOtp')).toHaveLength(before + 1)
  })
})

describe('filing', () => {
  test('G1 a double click is one request', async () => {
    const { file } = await readyToFile()
    const results = await Promise.all([file(), file()])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(filesForEachOtp(await portal.ledger.events())).toEqual([1])
  })

  test('G2 from a second pane finds the first at work', async () => {
    const { signing, file } = await readyToFile()
    const first = file()
    const second = await life.engine.ask('file', { ...life.of, ...signing })
    expect(second).toMatchObject({ ok: false, problem: { code: 'busy' } })
    await value(first)
  })

  test('G3 without a review is refused, and nothing leaves', async () => {
    await save()
    const signing = { checksum: 'x', otp: practiceOtps.evc, confirmation: life.key.gstin.slice(-4) }
    expect(await problem(life.engine.filing.file(life.key, signing))).toMatchObject({
      code: 'not-prepared',
    })
    expect(await portal.ledger.requests('file')).toEqual([])
  })

  test('G4 of a summary that changed since it was reviewed stops, and must be reviewed again', async () => {
    const { file } = await readyToFile()
    const { gstin } = life.key
    const sections = { b2b: [LATECOMER] }
    await portal.ledger.post('/saves', { gstin, period: PERIOD, sections })
    portal.clock.pass(1000)
    expect(await problem(file())).toMatchObject({ code: 'summary-changed' })
    expect(await portal.ledger.requests('file')).toEqual([])
    expect(await life.filings()).toEqual([])
  })

  test('G6 of unknown outcome forbids a reset and every other write', async () => {
    const { file } = await readyToFile()
    await fault('file', 'drop-before')
    await value(file())
    const { filing } = life.engine
    for (const act of [
      filing.reset(life.key, 'RESET'),
      filing.prepare(life.key),
      filing.plan({ ...life.key, blocks: sheet([row()]) }),
    ]) {
      expect(await problem(act)).toMatchObject({ code: 'busy', facts: { kind: 'filing' } })
    }
  })

  test('G8 with a wrong OTP three times in a row must pause', async () => {
    const { signing, file } = await readyToFile()
    const { filing } = life.engine
    for (let tries = 1; ; tries += 1) {
      expect(await problem(file({ otp: '000000' }))).toMatchObject({ facts: { code: 'RET13506' } })
      if (tries === 3) break
      await value(filing.requestEvc(life.key, signing.checksum))
    }
    expect(await problem(file())).toMatchObject({ code: 'otp-not-requested' })
    const pause = await problem(filing.requestEvc(life.key, signing.checksum))
    expect(pause.code).toBe('otp-too-often')
    portal.clock.pass(15 * 60_000)
    await value(filing.requestEvc(life.key, signing.checksum))
    await value(file())
    expect(await stage()).toBe('filed')
  })

  test('G11 the pause between OTPs outlives a restart', async () => {
    const { signing } = await readyToFile()
    for (let more = 1; more < 3; more += 1) {
      await value(life.engine.filing.requestEvc(life.key, signing.checksum))
    }
    await life.start()
    expect(await problem(life.engine.filing.requestEvc(life.key, signing.checksum))).toMatchObject({
      code: 'otp-too-often',
    })
  })

  test('G9 with an OTP that was asked for another return is refused', async () => {
    const { signing } = await readyToFile()
    const other = { ...life.key, period: '092026' as typeof PERIOD }
    expect(await problem(life.engine.filing.file(other, signing))).toMatchObject({
      code: 'not-prepared',
    })
  })

  test('G12 with a clock three hours off goes by the portal’s time, and the clock is told', async () => {
    await portal.ledger.post('/clock', { ahead: 3 * 3_600_000 })
    await life.signIn()
    const { file } = await readyToFile()
    expect(await life.engine.filing.state(life.key)).toMatchObject({ clockAhead: -180 })
    await value(file())
    expect(await stage()).toBe('filed')
  })

  test('G13 cannot be claimed by a crafted request', async () => {
    const of = { ...life.of, stage: 'filed', arn: 'AA290226000001X' }
    const crafted = await life.engine.ask('state', of as typeof life.of)
    expect(crafted).toMatchObject({ ok: false })
    expect(await stage()).toBe('draft')
  })

  test('after another was given up that the portal had called filed already, is ours all the same', async () => {
    const { signing, file } = await readyToFile()
    await fault('file', 'refuse', { code: 'RT_FIL_02' })
    await file()
    const { filing } = life.engine
    portal.clock.pass(13 * 60_000)
    await value(filing.notFiled(life.key, 'NOT FILED'))
    const checksum = await review()
    await value(filing.requestEvc(life.key, checksum))
    await value(filing.file(life.key, { ...signing, checksum }))
    expect(await stage()).toBe('filed')
  })

  test('F5 acknowledged without a number is unknown until the list shows it', async () => {
    const { file } = await readyToFile()
    await fault('file', 'lost-acknowledgement')
    expect(await value(file())).toMatchObject({ stage: 'filing' })
    portal.clock.pass(60_000)
    await expect.poll(stage).toBe('filed')
  })

  test('F7 after a gateway timed out over a filing is unknown, then filed, with one request', async () => {
    const { file } = await readyToFile()
    await fault('file', 'error-after', { status: 504 })
    expect(await value(file())).toMatchObject({ stage: 'filing' })
    portal.clock.pass(60_000)
    await expect.poll(stage).toBe('filed')
    expect(filesForEachOtp(await portal.ledger.events())).toEqual([1])
  })

  test('that was told to slow down was not taken: a new OTP may follow at once', async () => {
    const { signing, file } = await readyToFile()
    await fault('file', 'too-many', { retryAfter: 30 })
    expect(await value(file())).toMatchObject({ stage: 'filing' })
    portal.clock.pass(60_000)
    await expect.poll(stage).toBe('ready')
    await value(life.engine.filing.requestEvc(life.key, signing.checksum))
    await value(file())
    expect(await stage()).toBe('filed')
    expect(filesForEachOtp(await portal.ledger.events())).toEqual([1, 1])
  })

  test('whose list is behind for an hour is accepted so long, and then filed', async () => {
    const { file } = await readyToFile()
    await fault('track', 'stale-track', { minutes: 60 })
    await fault('publicTrack', 'stale-track', { minutes: 60, times: 1 })
    await value(file())
    expect(await stage()).toBe('filed')
    expect(filesForEachOtp(await portal.ledger.events())).toEqual([1])
  })

  test('is found by the public list when the session has ended', async () => {
    const { file } = await readyToFile()
    await fault('file', 'drop-after')
    moments = { 'file:answered': () => life.engine.ask('signOut', { gstin: life.key.gstin }) }
    await file()
    portal.clock.pass(60_000)
    await expect.poll(stage).toBe('filed')
  })
})

describe('the word of a person about a lost filing', () => {
  async function lost(): Promise<void> {
    const { file } = await readyToFile()
    await fault('file', 'drop-after')
    for (const call of ['track', 'publicTrack']) {
      await fault(call, 'error-before', { times: 400, after: 1 })
    }
    expect(await value(file())).toMatchObject({ stage: 'filing' })
  }

  test('that it is filed, with its ARN, ends the doubt; filed it is called when the portal says so', async () => {
    await lost()
    const told = await value(life.engine.filing.filedOnPortal(life.key, 'AA290226000001X'))
    expect(told).toMatchObject({ stage: 'accepted', toldArn: 'AA290226000001X' })
    expect(told).not.toHaveProperty('arn')
    const again = await value(life.engine.filing.filedOnPortal(life.key, 'AA290226000002X'))
    expect(again).toMatchObject({ stage: 'accepted', toldArn: 'AA290226000002X' })
    expect(await problem(life.engine.filing.prepare(life.key))).toMatchObject({ code: 'busy' })
    await portal.ledger.noFaults()
    portal.clock.pass(60_000)
    await expect.poll(stage).toBe('filed')
    const [filing] = await life.filings()
    expect(await life.engine.filing.state(life.key)).toMatchObject({ arn: filing?.arn })
  })

  test('is not taken where nothing is unknown', async () => {
    await save()
    const { filing } = life.engine
    expect(await problem(filing.filedOnPortal(life.key, 'AA290226000001X'))).toMatchObject({
      code: 'nothing-unknown',
    })
    expect(await problem(filing.notFiled(life.key, 'NOT FILED'))).toMatchObject({
      code: 'nothing-unknown',
    })
  })
})

/** Saved by other software between review and OTP. */
const LATECOMER = {
  ctin: '27AAHCM7310P1Z1',
  inv: [
    {
      inum: 'LATE/1',
      idt: '10-10-2026',
      val: 1180,
      pos: '27',
      rchrg: 'N',
      inv_typ: 'R',
      itms: [{ num: 1801, itm_det: { rt: 18, txval: 1000, iamt: 180, csamt: 0 } }],
    },
  ],
}
