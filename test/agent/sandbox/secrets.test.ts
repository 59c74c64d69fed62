// Keys, tokens, OTP and PAN go out in the one request that needs them, and come back in nothing that is kept or shown.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { sentence } from '../../../templates/problems/english.ts'
import { refusalOf } from '../../../agent/filing/refusal.ts'
import { createSandbox } from '../../../agent/portal/sandbox/sandbox.ts'
import { askAll, CALLS, GRANTED, json, SECRETS, startOddServer, text } from './odd-server.ts'

/** Everything of a request, as a gateway's error page may repeat it. */
const echo = ({ method, url, headers }: IncomingMessage): string =>
  `Cannot ${method ?? ''} ${url ?? ''} with ${JSON.stringify(headers)} of ${GRANTED}`

const ECHOES: readonly (readonly [string, (to: ServerResponse, from: IncomingMessage) => void])[] =
  [
    ['a page', (to, from) => text(to, echo(from), 'text/html', 404)],
    ['a denial', (to, from) => json(to, { code: 400, message: echo(from) }, 400)],
    ['a failure', (to, from) => json(to, { code: 500, message: echo(from) }, 500)],
    ['patience', (to, from) => text(to, echo(from), 'text/plain', 429)],
    [
      'a refusal',
      (to, from) =>
        json(to, {
          data: { status_cd: '0', error: { error_cd: 'RET191106', message: echo(from) } },
          message: echo(from),
        }),
    ],
    [
      'a success of the wrong form',
      (to, from) => json(to, { data: { status_cd: '1', echo: echo(from) } }),
    ],
  ]

const found = (kept: unknown, secrets: readonly string[]): string[] =>
  secrets.filter((secret) => JSON.stringify(kept).includes(secret))

describe('an answer that repeats the request leaks nothing:', () => {
  test.each(ECHOES)('%s', async (_, answer) => {
    const { outcomes, seen, kept } = await askAll(answer)
    expect(kept.map(({ operation }) => operation)).toContain('file')
    expect(found(kept, Object.values(SECRETS))).toEqual([])
    expect(seen.some(({ line }) => line.includes(SECRETS.otp))).toBe(true)
    for (const [call, outcome] of outcomes) {
      if (outcome.kind === 'answer') continue
      expect({ call, leaked: found(outcome, Object.values(SECRETS)) }).toEqual({ call, leaked: [] })
      const shown = sentence(refusalOf(outcome, 'file').problem)
      expect(found(shown, Object.values(SECRETS))).toEqual([])
    }
  })

  test('a word that only contains the OTP stays whole', async () => {
    const ack = `AA${SECRETS.otp}5B`
    const { outcomes, kept } = await askAll((to) =>
      json(to, { data: { status_cd: '1', data: { ack_num: ack } } }),
    )
    const filed = outcomes.get('file')
    expect(filed).toMatchObject({ kind: 'answer', value: { ack_num: ack } })
    const call = kept.find(({ operation }) => operation === 'file')
    expect(call?.answer).toContain(ack)
  })
})

test('the PAN that an OTP is asked for with is kept nowhere, nor as a hash that could be tried out', async () => {
  const message = `User with PAN ${SECRETS.pan} is no signatory`
  const { outcomes, kept } = await askAll((to) =>
    json(to, { data: { status_cd: '0', error: { error_cd: 'OTP0010', message } } }),
  )
  const [asked] = kept.filter(({ operation }) => operation === 'request-evc')
  expect(asked?.answer).toContain('User with PAN … is no signatory')
  expect(asked).not.toHaveProperty('bodySha256')
  expect(found([asked, outcomes.get('requestEvc')], [SECRETS.pan])).toEqual([])
})

describe('a new session', () => {
  const isGrant = ({ operation }: { operation: string }) =>
    ['authenticate', 'sign-in', 'refresh'].includes(operation)
  const grant = { status_cd: '1', access_token: GRANTED, session_expiry: 1, token_expiry: 1 }

  test('is given to the caller and kept in no evidence', async () => {
    const { outcomes, kept } = await askAll((to) => json(to, { code: 200, data: grant }))
    expect(found(kept.filter(isGrant), [GRANTED])).toEqual([])
    for (const call of ['verifyOtp', 'refresh']) {
      const outcome = outcomes.get(call)
      expect(outcome).toMatchObject({ kind: 'answer', value: { access_token: GRANTED } })
    }
  })

  test('whose grant broke off is kept in no evidence either', async () => {
    const half = JSON.stringify({ data: grant }).slice(0, -4)
    const { outcomes, kept } = await askAll((to) => text(to, half, 'application/json'))
    expect(found(kept.filter(isGrant), [GRANTED])).toEqual([])
    for (const call of ['verifyOtp', 'refresh']) {
      expect(outcomes.get(call)).toMatchObject({ kind: 'unknown' })
      expect(found(outcomes.get(call), [GRANTED])).toEqual([])
    }
  })
})

test('each secret goes only where it is needed', async () => {
  const { seen } = await askAll((to) => json(to, { data: { status_cd: '1' } }))
  const carrying = (secret: string): string[] =>
    seen
      .filter((request) => JSON.stringify(request).includes(secret))
      .map(({ line }) => line.replace(/\?.*/, '').replace('/gst/compliance/tax-payer', ''))
  const file = 'POST /gstrs/gstr-1/2026/10/file'
  expect(carrying(SECRETS.secret)).toEqual([])
  expect(carrying(SECRETS.otp).sort()).toEqual([file, 'POST /otp/verify'])
  expect(carrying(SECRETS.pan).sort()).toEqual(['POST /evc/otp', file])
  expect(carrying(SECRETS.platform).sort()).toEqual([
    'POST /gst/compliance/public/gstrs/track',
    'POST /otp',
    'POST /otp/verify',
  ])
  expect(carrying(SECRETS.token)).toHaveLength(Object.keys(CALLS).length - 3)
  expect(carrying(SECRETS.key)).toHaveLength(Object.keys(CALLS).length)
})

test('a key that is missing is said to be missing, and nothing goes out', async () => {
  const server = await startOddServer((to) => json(to, {}))
  const portal = createSandbox({
    base: server.url,
    keys: () => Promise.resolve(undefined),
    now: () => new Date(),
    random: () => 0,
    heardTime: () => undefined,
    record: () => Promise.resolve('kept'),
  })
  for (const call of Object.values(CALLS)) {
    expect(await call(portal)).toEqual({ kind: 'not-sent', reason: 'the Sandbox key is missing' })
  }
  await server.close()
  expect(server.seen).toEqual([])
})
