// The practice portal without a socket, as a simulator on one clock uses it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { HttpAnswer } from '../../../agent/portal/practice/answers.ts'
import { practiceKeys, practiceOtps } from '../../../agent/portal/practice/credentials.ts'
import { openPractice, type OpenPractice } from '../../../agent/portal/practice/open.ts'
import type { Envelope } from '../../../templates/wire/answers.ts'
import { BUYER, FIRM, rehearse, TAXPAYER } from './rehearsal.ts'
import { invoice, party } from './rows.ts'

const GSTR1 = `${TAXPAYER}/gstrs/gstr-1/2025/07`

/** A portal whose time passes only by waiting, and a client that keeps everything it was told. */
class Simulation {
  now = Date.parse('2025-08-11T06:00:00Z')
  token = ''
  readonly heard: (HttpAnswer | 'hang-up')[] = []
  readonly portal: OpenPractice
  #ids = 0

  constructor(file = ':memory:') {
    this.portal = openPractice({
      file,
      now: () => new Date(this.now),
      random: () => 0.5,
      newId: () => `id-${String((this.#ids += 1))}`,
      wait: (milliseconds) => {
        this.now += milliseconds
        return Promise.resolve()
      },
    })
  }

  async call<T>(method: 'GET' | 'POST', path: string, body?: unknown, headers = {}) {
    const answer = await this.portal.answer({
      method,
      path,
      headers: {
        'x-api-key': practiceKeys.key,
        authorization: this.token,
        'content-type': 'application/json',
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    this.heard.push(answer)
    return answer === 'hang-up' ? undefined : (JSON.parse(answer.body) as Envelope<T>)
  }

  async signIn(): Promise<void> {
    const keys = { 'x-api-secret': practiceKeys.secret }
    const platform = await this.call('POST', '/authenticate', undefined, keys)
    this.token = platform?.data?.access_token ?? ''
    const user = { username: 'kt_traders', gstin: FIRM }
    await this.call('POST', `${TAXPAYER}/otp`, user)
    const verify = `${TAXPAYER}/otp/verify?otp=${practiceOtps.login}`
    this.token = (await this.call('POST', verify, user))?.data?.access_token ?? ''
  }

  save() {
    return this.call<{ reference_id: string }>('POST', GSTR1, {
      gstin: FIRM,
      fp: '072025',
      gt: 1,
      cur_gt: 1,
      b2b: [party(BUYER, invoice())],
    })
  }
}

describe('a portal that does not listen', () => {
  test('answers as the one that does', () =>
    rehearse(async (at) => {
      const here = new Simulation()
      await at.signIn()
      await here.signIn()
      await at.verdict({ b2b: [party(BUYER, invoice())] })
      await here.save()
      here.now += 60_000
      const answer = await here.call('GET', `${GSTR1}?summary_type=long`)
      expect(answer?.data).toEqual((await at.summary()).envelope.data)
      expect((await here.call('GET', '/nowhere'))?.code).toBe(404)
    }))

  test('takes no larger body than the one that does', async () => {
    const here = new Simulation()
    const answer = await here.call('POST', GSTR1, 'x'.repeat(5 * 1024 * 1024))
    expect(answer?.code).toBe(413)
  })

  test('does and says the same again, to the last character', async () => {
    const [first = '', second = ''] = await Promise.all(
      [1, 2].map(async () => {
        const here = new Simulation()
        await here.signIn()
        await here.save()
        here.portal.admin('POST /faults', { call: 'track', mode: 'error-before', delay: 30_000 })
        await here.call('GET', `${TAXPAYER}/gstrs/2025/07/track?return_type=gstr-1`)
        await here.call('GET', `${GSTR1}?summary_type=long`)
        return JSON.stringify([here.heard, here.portal.admin('GET /events')])
      }),
    )
    expect(first).toBe(second)
    expect(first).toContain('sec_sum')
  })

  test('lets faults wait on the clock it was given', async () => {
    const here = new Simulation()
    here.portal.admin('POST /faults', { call: '*', mode: 'drop-before', delay: 120_000 })
    const before = here.now
    await here.signIn()
    expect(here.heard[0]).toBe('hang-up')
    expect(here.now - before).toBe(120_000)
  })

  test('gives a slow answer whole when its time has passed, and says which one was cut', async () => {
    const here = new Simulation()
    here.portal.admin('POST /faults', { call: '*', mode: 'slow-drip', delay: 50_000 })
    here.portal.admin('POST /faults', { call: '*', mode: 'reset-mid-body' })
    const before = here.now
    await here.signIn()
    expect(here.now - before).toBe(50_000)
    expect(here.heard.slice(0, 2)).toEqual([
      expect.not.objectContaining({ delivery: expect.anything() as unknown }),
      expect.objectContaining({ delivery: { kind: 'cut' } }),
    ])
  })

  test('repeats a random mix of faults from its seed', async () => {
    const run = async (seed: number) => {
      const here = new Simulation()
      here.portal.admin('POST /faults', { random: { seed, rate: 0.5, delay: 60_000 } })
      for (let times = 0; times < 10; times += 1) await here.signIn().catch(() => undefined)
      const told = here.heard.map((answer) =>
        answer === 'hang-up' ? answer : { ...answer, body: answer.body.slice(0, 500) },
      )
      return JSON.stringify([told, here.now, here.portal.admin('GET /events', { kind: 'fault' })])
    }
    expect(await run(11)).toBe(await run(11))
    expect(await run(11)).not.toBe(await run(12))
  })

  test('has a side door that names what it does not know, and refuses what it does not take', () => {
    const { portal } = new Simulation()
    expect(() => portal.admin('POST /earthquake')).toThrow('POST /earthquake')
    expect(() => portal.admin('POST /clock', { ahead: 'a lot' })).toThrow()
    expect(portal.admin('GET /filings')).toEqual([])
  })

  test('remembers in a file of its own, and goes on from it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'practice-'))
    try {
      const file = join(folder, 'simulated.sqlite')
      const before = new Simulation(file)
      await before.signIn()
      await before.save()
      before.portal.close()
      const after = new Simulation(file)
      after.token = before.token
      after.now = before.now + 60_000
      expect(
        (await after.call<{ b2b: unknown }>('GET', `${TAXPAYER}/gstrs/gstr-1/b2b/2025/07`))?.data
          ?.data?.b2b,
      ).toHaveLength(1)
      after.portal.close()
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
