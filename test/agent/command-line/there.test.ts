// Commands while an agent holds the data folder: they work through it, and are not misled by what a dead one left behind.
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDataFolder } from '../../../agent/data-folder.ts'
import { loadCertificate } from '../../../agent/http/certificate.ts'
import type { PlanView } from '../../../agent/http/outputs/plan.ts'
import type { ReturnView } from '../../../agent/http/outputs/return.ts'
import {
  startAgentProcess,
  startPracticeProcess,
  temporaryFolder,
  type AgentProcess,
  type PracticeProcess,
} from '../../faults/processes.ts'
import { gstin, PERIOD, row, TAXPAYER } from '../../sheets.ts'
import { writeBook } from './book.ts'
import { gstr1, start, type Ended } from './gstr1.ts'

const { version } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'),
) as { version: string }
const OTP = '575757\n'
/** 15-08-2026 and 15-09-2026, as a cell holds them. */
const IN_AUGUST = 46249
const IN_SEPTEMBER = 46280
const WHO = ['--gstin', TAXPAYER.gstin]
const OF = [...WHO, '--period', PERIOD]
const CONFIRM = ['--confirm', TAXPAYER.gstin.slice(-4)]

const portalFolder = temporaryFolder()
const files = temporaryFolder()
const book = join(files.path, 'book.xlsx')
const folders: { remove: () => void }[] = [portalFolder, files]
let practice: PracticeProcess

beforeAll(async () => {
  practice = await startPracticeProcess(portalFolder.path)
})
afterAll(async () => {
  await practice.stop()
  for (const { remove } of folders) remove()
})

interface Place {
  readonly data: string
  readonly agent: AgentProcess
  asked(command: string, args?: readonly string[], typed?: string): Promise<Ended>
}

async function withAgent(as = version): Promise<Place> {
  const folder = temporaryFolder()
  folders.push(folder)
  const data = folder.path
  const options = { dataFolder: data, practiceUrl: practice.url, version: as }
  const agent = await startAgentProcess(options, {})
  const asked = (command: string, args: readonly string[] = OF, typed = '') =>
    gstr1([command, ...args, '--data', data], { typed })
  return { data, agent, asked }
}

describe('a command while an agent runs', () => {
  let place: Place
  beforeAll(async () => {
    place = await withAgent()
    await writeBook(book, [row()])
  })
  afterAll(() => place.agent.stop())

  test('works through it: what login and save did, the agent knows, and its portal holds', async () => {
    expect((await place.asked('login', WHO, OTP)).code).toBe(0)
    const saved = await place.asked('save', [book, ...OF])
    expect([saved.code, saved.out]).toEqual([0, expect.stringContaining('1 accepted')])
    const state = await place.agent.call('state', { gstin: TAXPAYER.gstin, period: PERIOD })
    expect(state).toMatchObject({ value: { stage: 'saved' } })
    expect(await practice.ledger.documents(TAXPAYER.gstin, PERIOD)).toMatchObject([
      { number: 'INV-1' },
    ])
  })

  test('save --no-wait leaves the work to it', async () => {
    await writeBook(book, [row(), row({ inum: 'INV-2' })])
    const left = await place.asked('save', [book, ...OF, '--no-wait'])
    expect([left.code, left.out]).toEqual([0, expect.stringContaining('Left to the running agent')])
    expect((await place.asked('status', [...OF, '--wait'])).code).toBe(0)
    expect(await practice.ledger.documents(TAXPAYER.gstin, PERIOD)).toHaveLength(2)
  })

  test('is refused where it is meant for another environment', async () => {
    const { code, notes } = await place.asked('status', [...OF, '--environment', 'test'])
    expect([code, notes]).toEqual([1, expect.stringContaining('The agent runs for practice')])
  })

  test('the way in is a private file, and its token is kept nowhere else', async () => {
    const file = join(place.data, 'running.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const { token } = JSON.parse(readFileSync(file, 'utf8')) as { token: string }
    expect(token).toHaveLength(43)
    expect(readFileSync(join(place.data, 'journal.sqlite'), 'latin1')).not.toContain(token)
  })

  test('a filing whose answer is lost is unknown: 4, never 1, and told later', async () => {
    expect((await place.asked('proceed')).code).toBe(0)
    // The list of filings shows it only later, as a busy portal does.
    await practice.ledger.fault({ call: 'file', mode: 'drop-before', times: 1 })
    const lost = await place.asked('file', [...OF, ...CONFIRM, '--timeout', '2', '--json'], OTP)
    expect([lost.code, JSON.parse(lost.out)]).toMatchObject([4, { stage: 'filing' }])
    expect(lost.notes).toContain('The outcome is not known yet')
    expect((await place.asked('status')).code).toBe(4)
    expect((await place.asked('track')).code).not.toBe(0)

    await practice.ledger.post('/filings', { gstin: TAXPAYER.gstin, period: PERIOD })
    const told = await place.asked('status', [...OF, '--wait', '--json'])
    expect([told.code, JSON.parse(told.out)]).toMatchObject([0, { stage: 'filed' }])
    const { arn = 'none' } = JSON.parse(told.out) as ReturnView
    const again = await place.asked('file', [...OF, ...CONFIRM])
    expect([again.code, again.out]).toEqual([0, `${arn}\n`])
    expect(await practice.ledger.requests('file')).toHaveLength(1)
  })

  test('a nil return needs its word, and is filed without a review', async () => {
    const nil = [...WHO, '--period', '072026']
    expect((await place.asked('proceed', [...nil, '--nil'])).code).toBe(2)
    expect((await place.asked('proceed', [...nil, '--nil', '--confirm', 'NIL'])).code).toBe(0)
    const filed = await place.asked('file', [...nil, ...CONFIRM], OTP)
    expect([filed.code, filed.out]).toEqual([0, expect.stringMatching(/^PRACTICE\d+\n$/)])
    expect(filed.notes).toContain('A nil return.')
  })

  test('a stopped agent takes the way in with it, and the next command works by itself', async () => {
    await place.agent.stop()
    expect(existsSync(join(place.data, 'running.json'))).toBe(false)
    const { code, out } = await place.asked('status')
    expect([code, out]).toEqual([0, expect.stringContaining('filed')])
  })
})

describe('what a person saw on the portal', () => {
  const of = [...WHO, '--period', '062026']
  let place: Place
  const lose = async () => {
    await practice.ledger.fault({ call: 'file', mode: 'drop-before', times: 1 })
    const lost = await place.asked('file', [...of, ...CONFIRM, '--timeout', '1'], OTP)
    expect([lost.code, lost.out]).toEqual([4, expect.stringContaining('not known yet')])
  }
  beforeAll(async () => {
    place = await withAgent()
    await place.asked('login', WHO, OTP)
    await place.asked('proceed', [...of, '--nil', '--confirm', 'NIL'])
  })
  afterAll(() => place.agent.stop())

  test('not filed, typed: a new filing may begin', async () => {
    await lose()
    expect((await place.asked('not-filed', of, 'not filed\n')).code).toBe(2)
    const { code, out } = await place.asked('not-filed', of, 'NOT FILED\n')
    expect([code, out]).toEqual([0, expect.stringContaining('prepared')])
  })

  test('filed, with an ARN: it is unconfirmed, 4, until the portal says so itself', async () => {
    await lose()
    const told = await place.asked('filed-on-portal', [...of, '--arn', 'AA2906260000001', '--json'])
    expect([told.code, JSON.parse(told.out)]).toMatchObject([
      4,
      { stage: 'accepted', toldArn: 'AA2906260000001' },
    ])
    await practice.ledger.post('/filings', { gstin: TAXPAYER.gstin, period: '062026' })
    const { code, out } = await place.asked('status', [...of, '--wait', '--json'])
    expect([code, JSON.parse(out)]).toMatchObject([0, { stage: 'filed' }])
    expect((JSON.parse(out) as ReturnView).arn).toMatch(/^PRACTICE/)
  })

  test('signed there with DSC, as a company must: the ARN is fetched', async () => {
    const company = ['--gstin', gstin('29AAVCO9914A1Z')]
    const nil = [...company, '--period', '062026']
    const facts = ['--username', 'olive', '--gt', '1', '--cur-gt', '1', '--pan', 'ABZPN4827F']
    await place.asked('taxpayer', [...company, ...facts])
    await place.asked('login', company, OTP)
    await place.asked('proceed', [...nil, '--nil', '--confirm', 'NIL'])
    const early = await place.asked('signed-on-portal', nil)
    expect([early.code, early.notes]).toEqual([1, expect.stringContaining('No ARN yet')])
    await practice.ledger.post('/filings', { gstin: company[1], period: '062026' })
    const { code, out } = await place.asked('signed-on-portal', nil)
    expect([code, out]).toEqual([0, expect.stringMatching(/filed\nARN PRACTICE\d+/)])
  })
})

describe('what others put on the portal', () => {
  const august = [...WHO, '--period', '082026']

  test('is shown with a name, and overwritten only by that name or all', async () => {
    const [mine, others] = [await withAgent(), await withAgent()]
    await writeBook(book, [row({ idt: IN_AUGUST }), row({ idt: IN_AUGUST, inum: 'INV-2' })])
    await others.asked('login', WHO, OTP)
    expect((await others.asked('save', [book, ...august])).code).toBe(0)
    await others.agent.stop()

    await mine.asked('login', WHO, OTP)
    const dearer = [1, 2].map((n) =>
      row({ idt: IN_AUGUST, inum: `INV-${n}`, txval: 2000, val: 2360 }),
    )
    await writeBook(book, dearer)
    const shown = await mine.asked('save', [book, ...august, '--dry-run', '--json'])
    const { differences } = JSON.parse(shown.out) as PlanView
    expect(shown.code).toBe(1)
    expect(differences).toMatchObject([
      { kind: 'elsewhere', ours: { txval: 2000_00 }, theirs: { txval: 1000_00 } },
      { kind: 'elsewhere' },
    ])
    const values = async () =>
      (await practice.ledger.documents(TAXPAYER.gstin, '082026')).map(({ sent }) => sent.val).sort()

    const slip = await mine.asked('save', [book, ...august, '--overwrite', 'INV-1'])
    expect([slip.code, slip.notes]).toEqual([1, expect.stringContaining('“INV-1” after')])
    expect(await values()).toEqual([1180, 1180])

    const id = differences[0]?.id ?? 'none'
    const one = await mine.asked('save', [book, ...august, '--overwrite', id])
    expect([one.code, one.notes]).toEqual([1, expect.stringContaining(`--overwrite '${id}'`)])
    expect(await values()).toEqual([1180, 2360])
    expect((await mine.asked('save', [book, ...august, '--overwrite', 'all'])).code).toBe(0)
    expect(await values()).toEqual([2360, 2360])
    await mine.agent.stop()
  })
})

describe('an agent that cannot be used', () => {
  test('of another version is named, and nothing is asked of it', async () => {
    const { agent, asked } = await withAgent('9.9.9')
    const { code, notes } = await asked('status')
    await agent.stop()
    expect([code, notes]).toEqual([1, expect.stringContaining('It is 9.9.9')])
  })

  test('that dies while a command waits leaves the outcome open: 4', async () => {
    const { agent, data, asked } = await withAgent()
    expect((await asked('login', WHO, OTP)).code).toBe(0)
    await writeBook(book, [row({ idt: IN_SEPTEMBER })])
    await practice.ledger.fault({ call: 'status', mode: 'unknown-status', times: 100_000 })
    const saving = start(['save', book, ...WHO, '--period', '092026', '--data', data, '--json'])
    await saving.noted(/Waiting for the portal’s verdict/)
    await agent.kill()
    const { code, out } = await saving.ended
    await practice.ledger.noFaults()
    expect([code, JSON.parse(out)]).toMatchObject([4, { problem: { code: 'agent-went-away' } }])

    expect(existsSync(join(data, 'running.json'))).toBe(true)
    const looked = await asked('status', [...WHO, '--period', '092026', '--json'])
    expect([looked.code, JSON.parse(looked.out)]).toMatchObject([4, { stage: 'saving' }])
  })

  test('is not sought on a port where another program listens, which never gets to see the token', async () => {
    const [own, foreign] = [temporaryFolder(), temporaryFolder()]
    folders.push(own, foreign)
    await loadCertificate(own.path, new Date())
    const certificate = await loadCertificate(foreign.path, new Date())
    if (!certificate.ok) throw new Error(certificate.problem.code)
    const { key, certificate: cert } = certificate.value
    let requests = 0
    const server = createServer({ key, cert }, (_, response) => {
      requests += 1
      response.end('{}')
    }).listen(0, 'localhost')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const left = JSON.stringify({ port, token: 'A'.repeat(43) })
    writeFileSync(join(own.path, 'running.json'), left, { mode: 0o600 })

    const lock = openDataFolder(own.path)
    if (!lock.ok) throw new Error(lock.problem.code)
    const { code, notes } = await gstr1(['status', ...OF, '--data', own.path])
    lock.value.close()
    server.close()
    expect([code, notes]).toEqual([1, expect.stringContaining('Another agent works on')])
    expect(requests).toBe(0)
  })

  test('nor believed when its file is open to others, or nonsense', async () => {
    const folder = temporaryFolder()
    folders.push(folder)
    const lock = openDataFolder(folder.path)
    if (!lock.ok) throw new Error(lock.problem.code)
    const file = join(folder.path, 'running.json')
    writeFileSync(file, '{"port": "no', { mode: 0o600 })
    const nonsense = await gstr1(['status', ...OF, '--data', folder.path])
    expect([nonsense.code, nonsense.notes]).toEqual([1, expect.stringContaining('Another agent')])
    writeFileSync(join(folder.path, 'open.json'), '{}', { mode: 0o644 })
    renameSync(join(folder.path, 'open.json'), file)
    const open = await gstr1(['status', ...OF, '--data', folder.path])
    lock.value.close()
    expect([open.code, open.notes]).toEqual([1, expect.stringContaining('0644')])
  })
})
