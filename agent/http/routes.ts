// Every operation of the contract as `POST /api/<name>`: parse, act, answer. Behind the guard only.
import { Hono } from 'hono'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import type { Log } from '../log.ts'
import { contract, type Handlers, type OperationName } from './contract.ts'
import { tooLarge, type Refusal } from './guard.ts'
import { streamLines } from './progress.ts'
import { parseStrictJson } from './strict-json.ts'

/** Refusals of a handler that have an HTTP status of their own; every other answer is a 200. */
const STATUS: Readonly<Record<string, number>> = {
  'pairing-code-wrong': 401,
  'pairing-code-spent': 401,
}

/** The contract ties each handler to its own input; over all names at once TypeScript sees only the union. */
export type Handler = (
  input: unknown,
  signal: AbortSignal,
) => Promise<Result<unknown>> | AsyncIterable<unknown>

export function createRoutes(options: {
  handlers: Handlers
  log: Log
  now: () => Date
  newId: () => string
}): Hono {
  const { handlers, log, now, newId } = options
  const app = new Hono()

  const fault = (operation: string, error: unknown): Result<never> => {
    const id = newId()
    log.event('agent-fault', { id, operation, error })
    return refuse('agent-fault', { id })
  }
  app.onError((error, context) => answer(500, fault(context.req.path.slice('/api/'.length), error)))

  for (const name of Object.keys(contract) as OperationName[]) {
    const { progress, limit } = contract[name]
    const handler = handlers[name] as Handler

    app.post(`/api/${name}`, async (context) => {
      const { body, signal } = context.req.raw
      const began = now().getTime()
      const bytes = await readBody(body, limit)
      if (bytes === 'too-large') return refusal(tooLarge(name, limit))
      if (bytes === 'left') return new Response(undefined, { status: 499 }) // nobody reads it
      const input = parse(name, bytes)
      if (!input.ok) return answer(400, input)

      const outcome = handler(input.value, signal)
      if (progress) {
        return streamLines(outcome as AsyncIterable<unknown>, signal, (error) => fault(name, error))
      }
      const result = await (outcome as Promise<Result<unknown>>)
      const status = result.ok ? 200 : (STATUS[result.problem.code] ?? 200)
      log.event('operation', { operation: name, status, ms: now().getTime() - began })
      return answer(status, result)
    })
  }
  return app
}

const answer = (status: number, result: Result<unknown>): Response =>
  Response.json(result, { status })

/** The rest of the body is not read, so the connection cannot be used again. */
const refusal = ({ status, problem }: Refusal): Response =>
  Response.json({ ok: false, problem }, { status, headers: { Connection: 'close' } })

/** Bytes are counted as they arrive, whatever Content-Length said. */
async function readBody(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array | 'too-large' | 'left'> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of body ?? []) {
      size += chunk.byteLength
      if (size > limit) return 'too-large'
      chunks.push(chunk)
    }
  } catch {
    return 'left' // a request stream fails only when its sender goes away
  }
  return Buffer.concat(chunks)
}

/** Refuses `bad-request` with the path of the first thing wrong, and never with its value. */
function parse(operation: OperationName, body: Uint8Array): Result<unknown> {
  const json = parseStrictJson(body)
  if (!json.ok) return refuse('bad-request', { operation, path: '', reason: json.reason })
  return parseInput(operation, json.value)
}

/** The input as the contract has it. Refuses `bad-request`, as above. */
export function parseInput(operation: OperationName, value: unknown): Result<unknown> {
  const parsed = contract[operation].input.safeParse(value)
  if (parsed.success) return done(parsed.data)
  const [issue] = parsed.error.issues
  return refuse('bad-request', {
    operation,
    path: issue?.path.map(String).join('.') ?? '',
    reason: issue?.code ?? 'invalid',
  })
}
