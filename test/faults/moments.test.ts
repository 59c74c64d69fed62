// Single moments that a run of bad luck rarely hits: what happens between two effects, told and held to.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CrashPoint } from '../../agent/filing/tools.ts'
import { practiceOtps } from '../../agent/portal/practice/credentials.ts'
import { fastPace, type Pace } from '../../agent/portal/practice/pace.ts'
import type { Result } from '../../templates/problems/problem.ts'
import type { ReturnView } from '../../agent/http/outputs/return.ts'
import { PERIOD, row, sheet } from '../sheets.ts'
import { filesForEachOtp, Life, openPortal, type HeldPortal, value } from './life.ts'

let portal: HeldPortal
let life: Life
/** What happens when the agent comes to a point on its way. */
let moments: Partial<Record<CrashPoint, () => unknown>>

async function begin(pace: Pace = fastPace): Promise<void> {
  portal = await openPortal(pace)
  life = new Life(portal, 1, async (point) => {
    const moment = moments[point]
    moments = { ...moments, [point]: undefined }
    await moment?.()
  })
  await life.start()
  await life.signIn()
}
beforeEach(() => {
  moments = {}
})
afterEach(async () => {
  await life.end()
  await portal.close()
})

async function save(): Promise<ReturnView> {
  const { filing } = life.engine
  const { plan } = await value(filing.plan({ ...life.key, blocks: sheet([row()]) }))
  await value(filing.save(life.key, { plan }))
  return life.settled()
}

/** Up to the OTP; what is left is to file. */
async function readyToFile(): Promise<() => Promise<Result<ReturnView>>> {
  const { filing } = life.engine
  await save()
  await value(filing.prepare(life.key))
  await life.settled()
  const { checksum } = await value(filing.review(life.key))
  await value(filing.requestEvc(life.key, checksum))
  const confirmation = life.key.gstin.slice(-4)
  return () => filing.file(life.key, { checksum, otp: practiceOtps.evc, confirmation })
}

describe('while a filing is on its way', () => {
  test('a sign-in, in another pane say, leaves it alone', async () => {
    await begin()
    const file = await readyToFile()
    moments = { 'file:sent': () => life.signIn() }
    expect(await file()).toMatchObject({ value: { stage: 'accepted' } })
    expect(await life.settled()).toMatchObject({ stage: 'filed' })
    expect(life.engine.log()).not.toContain('agent-fault')
  })

  test('a fault of our own leaves it unknown, and the portal is asked', async () => {
    await begin()
    const file = await readyToFile()
    moments = {
      'file:answered': () => {
        throw new Error('a fault of our own')
      },
    }
    await expect(file()).rejects.toThrow('a fault of our own')
    const later = async () => {
      portal.clock.pass(60_000)
      return (await life.settled()).stage
    }
    await expect.poll(later).toBe('filed')
    expect(filesForEachOtp(await portal.ledger.events())).toEqual([1])
  })
})

describe('a save whose answer was lost', () => {
  const slow: Pace = { ...fastPace, queue: 1000, work: 2000 }
  const events = async (kind: string) =>
    (await portal.ledger.events()).filter((event) => event.kind === kind)

  test('is not sent again while the portal may still be at work on it', async () => {
    await begin(slow)
    await portal.ledger.fault({ call: 'save', mode: 'drop-after' })
    expect(await save()).toMatchObject({ stage: 'saved' })
    expect(await events('queued')).toHaveLength(1)
    expect(await events('overlap')).toEqual([])
  })

  test('and never arrived, is sent again after that time', async () => {
    await begin(slow)
    await portal.ledger.fault({ call: 'save', mode: 'drop-before' })
    expect(await save()).toMatchObject({ stage: 'saved' })
    expect(await portal.ledger.requests('save')).toHaveLength(2)
    expect(await events('queued')).toHaveLength(1)
  })
})

test('a nil return whose status the portal will not tell is prepared only after the time it takes', async () => {
  await begin({ ...fastPace, queue: 1000, work: 2000 })
  const { filing } = life.engine
  await value(filing.prepareNil(life.key, 'NIL'))
  expect(await life.settled()).toMatchObject({ stage: 'ready', nil: true })
  await value(filing.requestEvc(life.key, 'nil'))
  const confirmation = life.key.gstin.slice(-4)
  const signing = { checksum: 'nil', otp: practiceOtps.evc, confirmation }
  expect(await filing.file(life.key, signing)).toMatchObject({ value: { stage: 'accepted' } })
})

describe('a return that was filed on the portal', () => {
  test('is found out at the next save, with its ARN', async () => {
    await begin()
    await portal.ledger.post('/filings', { gstin: life.key.gstin, period: PERIOD })
    portal.clock.pass(60_000)
    const [filing] = await life.filings()
    expect(await save()).toMatchObject({ stage: 'filedElsewhere', arn: filing?.arn })
  })

  test('is not taken for ours, even while the list is behind', async () => {
    await begin()
    const file = await readyToFile()
    await portal.ledger.post('/filings', { gstin: life.key.gstin, period: PERIOD })
    expect(await file()).toMatchObject({ value: { stage: 'filing' } })
    portal.clock.pass(60_000)
    await expect.poll(async () => (await life.settled()).stage).toBe('filedElsewhere')
  })

  test('is found out at prepare', async () => {
    await begin()
    await save()
    await portal.ledger.post('/filings', { gstin: life.key.gstin, period: PERIOD })
    portal.clock.pass(60_000)
    await value(life.engine.filing.prepare(life.key))
    expect(await life.settled()).toMatchObject({ stage: 'filedElsewhere' })
  })
})

describe('patience that the portal asks for', () => {
  test('is kept while a lost save is looked for', async () => {
    await begin()
    await portal.ledger.fault({ call: 'save', mode: 'drop-after' })
    await portal.ledger.fault({ call: 'documents', mode: 'too-many', retryAfter: 900 })
    const since = portal.clock.now().getTime()
    expect(await save()).toMatchObject({ stage: 'saved' })
    expect(portal.clock.now().getTime() - since).toBeGreaterThanOrEqual(900_000)
    expect(await portal.ledger.requests('save')).toHaveLength(1)
  })

  test('is kept while the ARN is looked for', async () => {
    await begin()
    const file = await readyToFile()
    await portal.ledger.fault({ call: 'track', mode: 'refuse' })
    await portal.ledger.fault({ call: 'track', mode: 'too-many', retryAfter: 900 })
    await file()
    await expect.poll(() => portal.clock.someoneSleeps).toBe(true)
    const { work } = await life.engine.filing.state(life.key)
    expect(work).toMatchObject({ step: 'confirming-arn' })
    const wait = Date.parse(work?.nextAt ?? '') - portal.clock.now().getTime()
    expect(wait).toBe(900_000)
    expect(await life.settled()).toMatchObject({ stage: 'filed' })
  })
})
