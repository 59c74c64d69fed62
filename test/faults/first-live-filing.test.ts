// The first live filing of a GSTIN is preceded by a trial: saved, looked at, reset. Here the practice portal stands for the
// live one, which nothing of this project ever talks to in tests.
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ReturnView } from '../../agent/http/outputs/return.ts'
import { practiceOtps } from '../../agent/portal/practice/credentials.ts'
import type { Result } from '../../templates/problems/problem.ts'
import { PERIOD, row, sheet, TAXPAYER } from '../sheets.ts'
import { startLife, type AgentLife } from './simulator/agent-life.ts'
import { openWorld, type World } from './simulator/world.ts'

const KEY = { environment: 'live', gstin: TAXPAYER.gstin, period: PERIOD } as const

let world: World
let life: AgentLife

beforeEach(async () => {
  world = openWorld()
  world.begin(() => 0.5)
  life = await startLife(world, 'live')
  await life.settings.setTaxpayer('live', { ...TAXPAYER, signatoryPan: 'QWXPZ7391K' })
  await value(life.sessions.requestOtp(KEY.gstin))
  await value(life.sessions.signIn(KEY.gstin, practiceOtps.login))
})
afterEach(async () => {
  await life.stop()
  world.close()
})

async function value<T>(act: Promise<Result<T>>): Promise<T> {
  const result = await act
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

async function settled(): Promise<ReturnView> {
  for (;;) {
    const view = await life.filing.state(KEY)
    if (view.work === undefined) return view
    if (world.clock.someoneSleeps) world.clock.passToNext()
    await setImmediate()
  }
}

async function save(): Promise<void> {
  const { plan } = await value(life.filing.plan({ ...KEY, blocks: sheet([row()]) }))
  await value(life.filing.save(KEY, { plan }))
  expect(await settled()).toMatchObject({ stage: 'saved' })
}

async function review(): Promise<string> {
  await value(life.filing.prepare(KEY))
  await settled()
  return (await value(life.filing.review(KEY))).checksum
}

test('no OTP is asked for before the trial, and after it the return is filed', async () => {
  await save()
  const early = await life.filing.requestEvc(KEY, await review())
  expect(early).toMatchObject({ ok: false, problem: { code: 'live-not-tried' } })
  expect(await life.filing.file(KEY, signing('any'))).toMatchObject({ ok: false })

  await value(life.filing.reset(KEY, 'RESET'))
  await settled()
  await save()
  const checksum = await review()
  await value(life.filing.requestEvc(KEY, checksum))
  await value(life.filing.file(KEY, signing(checksum)))
  expect(await settled()).toMatchObject({ stage: 'filed' })
})

const signing = (checksum: string) => ({
  checksum,
  otp: practiceOtps.evc,
  confirmation: KEY.gstin.slice(-4),
})
