// A return without supplies, and forgetting what was saved: both against the practice portal, over real HTTP.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PERIOD, row, sheet, TAXPAYER } from '../sheets.ts'
import {
  OTP,
  signIn,
  startAgentProcess,
  startPracticeProcess,
  temporaryFolder,
  type AgentProcess,
  type PracticeProcess,
} from './processes.ts'

const { gstin } = TAXPAYER
const of = { gstin, period: PERIOD }
const signing = { ...of, checksum: 'nil', otp: OTP, confirmation: gstin.slice(-4) }
const folders = [temporaryFolder(), temporaryFolder()] as const
let practice: PracticeProcess
let agent: AgentProcess

beforeAll(async () => {
  practice = await startPracticeProcess(folders[0].path)
  agent = await startAgentProcess({ dataFolder: folders[1].path, practiceUrl: practice.url }, {})
  await signIn(agent, TAXPAYER)
})
afterAll(async () => {
  await agent.stop()
  await practice.stop()
  for (const folder of folders) folder.remove()
})

const code = (answer: { ok: boolean; problem?: { code: string } }) => answer.problem?.code
const save = async () => {
  const plan = await agent.call('plan', { ...of, blocks: sheet([row()]) })
  if (!plan.ok) throw new Error(plan.problem.code)
  await agent.call('save', { ...of, plan: plan.value.plan })
  return agent.watched(of)
}

describe('reset', () => {
  test('needs its word, and then the portal holds nothing and the return is a draft', async () => {
    expect(await save()).toMatchObject({ stage: 'saved', empty: false })
    expect(code(await agent.call('reset', { ...of, confirmation: 'reset' }))).toBe('word-not-typed')
    await agent.call('reset', { ...of, confirmation: 'RESET' })
    expect(await agent.watched(of)).toMatchObject({ stage: 'draft', empty: true, heldBack: [] })
    expect(await practice.ledger.documents(gstin, PERIOD)).toEqual([])
  })

  test('makes void a plan that was made before it', async () => {
    await save()
    const plan = await agent.call('plan', { ...of, blocks: sheet([row(), row({ inum: 'INV-2' })]) })
    await agent.call('reset', { ...of, confirmation: 'RESET' })
    await agent.watched(of)
    const late = await agent.call('save', { ...of, plan: plan.ok ? plan.value.plan : '' })
    expect(code(late)).toBe('plan-outdated')
  })

  test('after it, everything is new again', async () => {
    const plan = await agent.call('plan', { ...of, blocks: sheet([row()]) })
    expect(plan.ok && plan.value.sections[0]?.added.count).toBe(1)
  })
})

describe('a nil return', () => {
  test('is refused while the portal holds something', async () => {
    await save()
    expect(code(await agent.call('prepareNil', { ...of, confirmation: 'NIL' }))).toBe(
      'nil-has-data',
    )
    await agent.call('reset', { ...of, confirmation: 'RESET' })
    await agent.watched(of)
  })

  test('needs its word; then OTP, and it is filed without a summary', async () => {
    expect(code(await agent.call('prepareNil', { ...of, confirmation: 'yes' }))).toBe(
      'word-not-typed',
    )
    await agent.call('prepareNil', { ...of, confirmation: 'NIL' })
    expect(await agent.watched(of)).toMatchObject({ stage: 'ready', nil: true })
    expect(code(await agent.call('requestEvc', { ...of, checksum: 'another' }))).toBe(
      'summary-changed',
    )
    expect(await agent.call('requestEvc', { ...of, checksum: 'nil' })).toMatchObject({ ok: true })
    // A portal that does not answer holds nothing against the return, and there is nothing to reset.
    await practice.ledger.fault({ call: 'summary', mode: 'drop-before' })
    expect(code(await agent.call('file', signing))).toMatch(/^portal-/)
    expect(await practice.ledger.filings()).toEqual([])
    expect(await agent.call('file', signing)).toMatchObject({ ok: true })
    expect(await agent.watched(of)).toMatchObject({ stage: 'filed', nil: true })
    const [filing] = await practice.ledger.filings()
    expect(filing?.body).toEqual({ gstin, ret_period: PERIOD, isnil: 'Y' })
  })
})
