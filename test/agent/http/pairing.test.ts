// A pane gets a token only from someone who sees the code on this machine.
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createPairing } from '../../../agent/http/pairing.ts'
import { hashToken } from '../../../agent/http/tokens.ts'
import { call, memoryTokens, runAgent, type RunningAgent } from './running-agent.ts'

describe('over the wire', () => {
  let agent: RunningAgent
  beforeAll(async () => {
    agent = await runAgent()
  })
  afterAll(() => agent.close())
  beforeEach(() => agent.moveClock(600)) // no code of an earlier test is open any more

  const pair = async (code: string): Promise<{ status: number; body: unknown }> => {
    const { status, body } = await call(agent, 'pair', { code }, { Authorization: undefined })
    return { status, body: JSON.parse(body) as unknown }
  }
  const tokenOf = (body: unknown): string => (body as { value: { token: string } }).value.token

  test('the code buys a token, and the token opens the door', async () => {
    const { status, body } = await pair(agent.pairing.newCode().code)
    expect(status).toBe(200)
    const Authorization = `Bearer ${tokenOf(body)}`
    expect((await call(agent, 'about', {}, { Authorization })).status).toBe(200)
    expect(agent.log()).not.toContain(tokenOf(body))
  })

  test('B2: a forgotten token is worth nothing at once', async () => {
    const token = tokenOf((await pair(agent.pairing.newCode().code)).body)
    await agent.tokens.remove(hashToken(token))
    expect((await call(agent, 'about', {}, { Authorization: `Bearer ${token}` })).status).toBe(401)
  })

  test('B6: the fifth wrong code kills the right one', async () => {
    const { code } = agent.pairing.newCode()
    for (const triesLeft of [4, 3, 2, 1]) {
      expect(await pair('00000000')).toMatchObject({
        status: 401,
        body: { problem: { code: 'pairing-code-wrong', facts: { triesLeft } } },
      })
    }
    expect(await pair('00000000')).toMatchObject({
      status: 401,
      body: { problem: { code: 'pairing-code-spent' } },
    })
    expect(await pair(code)).toMatchObject({
      status: 401,
      body: { problem: { code: 'pairing-code-spent' } },
    })
  })

  test('B7: a code works once', async () => {
    const { code } = agent.pairing.newCode()
    expect((await pair(code)).status).toBe(200)
    expect((await pair(code)).status).toBe(401)
  })

  test('B8: a code is worth nothing after two minutes', async () => {
    const { code } = agent.pairing.newCode()
    agent.moveClock(121)
    expect((await pair(code)).status).toBe(401)
  })

  test('B9: of two panes with one code, one gets in', async () => {
    const { code } = agent.pairing.newCode()
    const statuses = (await Promise.all([pair(code), pair(code)])).map(({ status }) => status)
    expect(statuses.sort()).toEqual([200, 401])
  })

  test('no code was ever made', async () => {
    expect((await pair('ABCDEFGH')).status).toBe(401)
  })
})

describe('the code itself', () => {
  const tokens = memoryTokens()
  const make = () => createPairing({ tokens, now: () => new Date(0), randomBytes })

  test('has 8 characters and none that looks like another', () => {
    const pairing = make()
    for (let i = 0; i < 500; i += 1) {
      expect(pairing.newCode().code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
    }
  })

  test('is understood in small letters, with spaces, a dash and look-alikes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 8, maxLength: 8 }), async (bytes) => {
        const pairing = createPairing({
          tokens,
          now: () => new Date(0),
          randomBytes: (count) => (count === 8 ? bytes : randomBytes(count)),
        })
        const { code } = pairing.newCode()
        const typed = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
        const { ok } = await pairing.redeem(` ${typed.slice(0, 4)}-${typed.slice(4)}`)
        expect(ok).toBe(true)
      }),
    )
  })

  test('one for the preview and one for Excel can be open together', async () => {
    const pairing = make()
    const codes = [pairing.newCode().code, pairing.newCode().code]
    for (const code of codes) expect((await pairing.redeem(code)).ok).toBe(true)
  })

  test('only the hash of a token is kept', async () => {
    const kept: string[] = []
    const pairing = createPairing({
      tokens: { ...tokens, add: async (hash) => void kept.push(hash) },
      now: () => new Date(0),
      randomBytes,
    })
    const result = await pairing.redeem(pairing.newCode().code)
    if (!result.ok) throw new Error(result.problem.code)
    expect(kept).toEqual([hashToken(result.value.token)])
    expect(Buffer.from(result.value.token, 'base64url').length).toBe(32)
  })
})
