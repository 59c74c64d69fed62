// Canaries: whatever is thrown or passed, no OTP, token, GSTIN or name reaches the log.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLog, type Log } from '../../agent/log.ts'

const CANARIES = {
  otp: '918273',
  token: 'eyJhbGciOiJIUzUxMiJ9.c2VjcmV0',
  bearer: 'q2Zr8mXw0v3bN5kT7yU1iO4pA6sD9fG2hJ4kL6zX8cV',
  gstin: '27AAPFU0939F1ZV',
  pan: 'AAPFU0939F',
  name: 'Kaveri Traders',
}

function written(write: (log: Log) => void): string {
  const lines: string[] = []
  write(
    createLog({
      stream: { write: (line) => void lines.push(line) },
      now: () => new Date('2026-11-05T06:07:08Z'),
    }),
  )
  return lines.join('')
}

test('an event is one line of JSON with its time and its fields', () => {
  const line = written((log) => log.event('request-refused', { status: 421, reason: 'host' }))
  expect(line.endsWith('\n')).toBe(true)
  expect(JSON.parse(line)).toMatchObject({
    time: '2026-11-05T06:07:08.000Z',
    event: 'request-refused',
    status: 421,
    reason: 'host',
  })
})

/** The ways in which secrets got past a logger that hides known paths. */
const shapes = (secret: string): Record<string, unknown> => ({
  'in the message': new Error(`OTP ${secret} is wrong`),
  'in the name': Object.assign(new Error('x'), { name: secret }),
  'in the code': Object.assign(new Error('x'), { code: secret }),
  'in the cause': new Error('x', { cause: new Error(secret) }),
  'in a request on the error': Object.assign(new Error('x'), {
    request: { headers: { authorization: secret }, url: `/evc?otp=${secret}` },
  }),
  'in a URL in the message': new Error(`GET https://api.example/evc?pan=x&evcotp=${secret} failed`),
  'as a frame in the message': new Error(`x\n    at ${secret} (${import.meta.filename}:1:1)`),
  'as a file in the message': new Error(
    `x\n    at f (${import.meta.dirname.replace('test/agent', '')}/${secret}.ts:1:1)`,
  ),
  'as text': `{"otp":"${secret}"}`,
  'as an object': { otp: secret, deeper: { OTP: secret } },
  'as itself': secret,
})

for (const [kind, secret] of Object.entries(CANARIES)) {
  test.each(Object.entries(shapes(secret)))(`${kind} %s`, (_shape, value) => {
    const line = written((log) => {
      log.event('agent-fault', { id: value as string, operation: value as string, error: value })
      log.event('operation', {
        operation: value as string,
        status: value as number,
        ms: value as number,
      })
      log.event('agent-started', {
        port: 3443,
        environment: 'live',
        ...(value as object), // a field that the event does not have
      })
    })
    expect(line).not.toContain(secret)
  })
}

test('a fault still tells its kind, its code and its place in our code', () => {
  const error = Object.assign(new TypeError('with 918273'), { code: 'ECONNRESET' })
  const line = written((log) =>
    log.event('agent-fault', { id: 'ab12cd34', operation: 'file', error }),
  )
  const { error: told } = JSON.parse(line) as {
    error: { name: string; code: string; at: string[] }
  }
  expect(told).toMatchObject({ name: 'TypeError', code: 'ECONNRESET' })
  expect(told.at[0]).toMatch(/^test\/agent\/log\.test\.ts:\d+$/)
})

test('no text can end the line early', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const line = written((log) => log.event('request-refused', { status: 400, reason: text }))
      expect(line.split('\n').length).toBe(2)
      expect(() => JSON.parse(line) as unknown).not.toThrow()
    }),
  )
})
