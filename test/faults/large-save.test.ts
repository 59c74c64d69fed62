// Several thousand documents: in chunks of at most 1 MB, one at the portal at a time; a chunk that fails stops no other,
// and a process that dies between two goes on with the next.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CHUNK_BYTES } from '../../agent/filing/submissions.ts'
import { BUYERS, PERIOD, row, sheet, TAXPAYER } from '../sheets.ts'
import {
  signIn,
  startAgentProcess,
  startPracticeProcess,
  temporaryFolder,
  type AgentProcess,
  type PracticeProcess,
} from './processes.ts'

const INVOICES = 12_000
const { gstin } = TAXPAYER
const of = { gstin, period: PERIOD }
const blocks = sheet(
  Array.from({ length: INVOICES }, (_, i) =>
    row({ inum: `INV/26-27/${i}`, ctin: BUYERS[i % BUYERS.length] ?? '' }),
  ),
)

const folders = [temporaryFolder(), temporaryFolder()] as const
const pane: { token?: string } = {}
let practice: PracticeProcess
let agent: AgentProcess

const start = (crash?: { point: 'save:over'; nth: number }) =>
  startAgentProcess(
    {
      dataFolder: folders[1].path,
      practiceUrl: practice.url,
      ...(crash !== undefined && { crash }),
    },
    pane,
  )

beforeAll(async () => {
  practice = await startPracticeProcess(folders[0].path)
  agent = await start({ point: 'save:over', nth: 2 })
  await signIn(agent, TAXPAYER)
})
afterAll(async () => {
  await agent.stop()
  await practice.stop()
  for (const folder of folders) folder.remove()
})

async function save(): Promise<number> {
  const plan = await agent.call('plan', { ...of, blocks })
  if (!plan.ok) throw new Error(plan.problem.code)
  await agent.call('save', { ...of, plan: plan.value.plan })
  return plan.value.submissions
}

test('one chunk is refused, the process dies after another, and the rest arrives all the same', async () => {
  await practice.ledger.fault({ call: 'save', mode: 'refuse', code: 'RET191136', times: 1 })
  const chunks = await save()
  expect(chunks).toBeGreaterThanOrEqual(3)
  await agent.ended
  agent = await start()
  const view = await agent.watched(of)
  expect(view).toMatchObject({
    stage: 'savedWithErrors',
    refusal: { facts: { code: 'RET191136' } },
  })

  const requests = await practice.ledger.requests('save')
  expect(requests).toHaveLength(chunks)
  for (const { body } of requests)
    expect(Buffer.byteLength(body ?? '')).toBeLessThanOrEqual(CHUNK_BYTES)
  const held = await practice.ledger.documents(gstin, PERIOD)
  expect(held.length).toBeGreaterThan(0)
  expect(held.length).toBeLessThan(INVOICES)
})

test('the next save sends only what is missing, and then the portal holds every document once', async () => {
  const before = (await practice.ledger.requests('save')).length
  expect(await save()).toBe(1)
  expect(await agent.watched(of)).toMatchObject({ stage: 'saved' })
  expect(await practice.ledger.requests('save')).toHaveLength(before + 1)
  const held = await practice.ledger.documents(gstin, PERIOD)
  expect(new Set(held.map(({ number }) => number)).size).toBe(INVOICES)
  expect(held).toHaveLength(INVOICES)
})
