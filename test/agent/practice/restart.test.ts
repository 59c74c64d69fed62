import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { amendedNet } from './amended-samples.ts'
import { BUYER, FIRM, Rehearsal, rehearse } from './rehearsal.ts'
import { invoice, party } from './rows.ts'

const main = join(import.meta.dirname, '../../../agent/portal/practice/main.ts')
const amended = { b2csa: [amendedNet()] }
const good = { b2b: [party(BUYER, invoice())] }

let dataFolder = ''
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'practice-'))
})
afterEach(() => {
  rmSync(dataFolder, { recursive: true })
})

describe('after a restart', () => {
  test('work that was under way goes on, sessions hold, and the clock stays where it was put', async () => {
    const before = await rehearse(
      async (at) => {
        await at.signIn()
        await at.admin('POST', '/clock', { ahead: 60_000 })
        const { reference_id } = (await at.save(good)).payload
        return { token: at.token, reference_id }
      },
      { dataFolder },
    )
    await rehearse(
      async (at) => {
        at.token = before.token
        expect((await at.status(before.reference_id)).payload.status_cd).toBe('REC')
        at.settle()
        expect((await at.status(before.reference_id)).payload.status_cd).toBe('P')
        expect((await at.documents()).payload.b2b).toHaveLength(1)
        const { now } = await at.admin<{ now: number }>('POST', '/clock', { ahead: 0 })
        expect(now).toBe(Date.parse('2025-08-11T06:02:00Z'))
      },
      { dataFolder },
    )
  })

  test('a filing is still filed and can still not be repeated', async () => {
    const summary = await rehearse(
      async (at) => {
        const summary = await at.prepare()
        await at.requestEvc()
        await at.file(summary)
        return summary
      },
      { dataFolder },
    )
    await rehearse(
      async (at) => {
        await at.signIn()
        at.pass(10 * 60_000)
        expect((await at.track()).payload.EFiledlist).toHaveLength(1)
        await at.requestEvc()
        expect((await at.file(summary)).code).toBe('RT_FIL_02')
      },
      { dataFolder },
    )
  })

  test('a ledger of the version before goes on with what it held', async () => {
    await rehearse((at) => at.prepare(), { dataFolder })
    const database = new DatabaseSync(join(dataFolder, 'practice.sqlite'))
    database.exec(`
      alter table entry drop column beside;
      drop table prepared; drop table track_cache; drop table quarter_preference;
      pragma user_version = 2;
    `)
    database.close()
    await rehearse(
      async (at) => {
        await at.signIn()
        expect((await at.documents()).payload.b2b).toHaveLength(1)
        expect(
          (await at.verdict({ b2b: [party(BUYER, invoice({ inum: 'NEW' }))] })).status_cd,
        ).toBe('P')
      },
      { dataFolder },
    )
  })

  test('a ledger of another version is not touched but named', async () => {
    const database = new DatabaseSync(join(dataFolder, 'practice.sqlite'))
    database.exec('pragma user_version = 99')
    database.close()
    await expect(rehearse(() => Promise.resolve(), { dataFolder })).rejects.toThrow(
      /practice\.sqlite was made by another version/,
    )
  })
})

describe('the ledger', () => {
  test('refuses to change or lose an event', () =>
    rehearse(
      async (at) => {
        await at.signIn()
        const database = new DatabaseSync(join(dataFolder, 'practice.sqlite'))
        expect(() => {
          database.exec("update event set kind = 'x'")
        }).toThrow(/only appended/)
        expect(() => {
          database.exec('delete from event')
        }).toThrow(/only appended/)
        database.close()
      },
      { dataFolder },
    ))

  test('holds no OTP and no token, and only its owner can read the folder', () =>
    rehearse(
      async (at) => {
        const summary = await at.prepare()
        await at.requestEvc()
        await at.file(summary)
        const bytes = readdirSync(dataFolder)
          .map((name) => readFileSync(join(dataFolder, name), 'latin1'))
          .join()
        expect(bytes).toContain('KT/0412')
        expect(bytes).not.toContain('575757')
        expect(bytes).not.toContain(at.token)
        expect(statSync(dataFolder).mode & 0o077).toBe(0)
      },
      { dataFolder },
    ))
})

describe('as a process of its own', () => {
  const children: ChildProcess[] = []
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL')
  })

  async function begin(...options: string[]): Promise<{ at: Rehearsal; child: ChildProcess }> {
    const child = spawn(
      process.execPath,
      [main, '--data', dataFolder, '--pace', 'fast', '--admin-port', '0', ...options],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    children.push(child)
    const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer]
    const { url, admin } = JSON.parse(line.toString()) as { url: string; admin: string }
    const portal = {
      url,
      port: Number(new URL(url).port),
      admin: { url: admin, port: Number(new URL(admin).port) },
      close: () => Promise.resolve(),
    }
    return { at: new Rehearsal(portal, { now: 0 }, FIRM, '072025'), child }
  }

  test('tells its addresses in one line of JSON and stops when asked', async () => {
    const { at, child } = await begin()
    await at.signIn()
    expect((await at.track()).code).toBe('RET13510')
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  test('is set by its options', async () => {
    const { at } = await begin(
      ...['--originals', 'strict', '--calls-per-minute', '500', '--large-above', '0'],
    )
    await at.signIn()
    const { payload } = await at.save({ ...amended, ...good })
    await expect
      .poll(async () => (await at.status(payload.reference_id)).payload.error_report)
      .toMatchObject({ b2csa: [{ error_cd: 'RET191157' }] })
    expect((await at.read('b2b')).payload).toMatchObject({ est: '1' })
    const response = await fetch(at.portal.url)
    expect(response.headers.get('x-ratelimit-limit')).toBe('500')
  })

  test('killed at any moment, it has every save that it acknowledged, and ends them', async () => {
    const acknowledged: string[] = []
    for (let life = 0; life < 3; life += 1) {
      const { at, child } = await begin()
      await at.signIn()
      const save = (sent: number) =>
        at.save({ b2b: [party(BUYER, invoice({ inum: `K${String(life)}/${String(sent)}` }))] })
      for (let sent = 0; sent < 3 + life; sent += 1) {
        acknowledged.push((await save(sent)).payload.reference_id)
      }
      const inFlight = save(99).catch(() => undefined)
      await new Promise((resolve) => setTimeout(resolve, life * 3))
      child.kill('SIGKILL')
      const reply = await inFlight
      if (reply) acknowledged.push(reply.payload.reference_id)
    }
    const { at } = await begin()
    await at.signIn()
    await at.admin('POST', '/clock', { ahead: 3_600_000 })
    const words = await Promise.all(
      acknowledged.map(async (reference) => (await at.status(reference)).payload.status_cd),
    )
    expect(new Set(words)).toEqual(new Set(['P']))
  })
})
