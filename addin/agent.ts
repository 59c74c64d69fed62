// The pane's one way to the agent: typed calls, streamed progress, and the token that pairing gave.
import type { Answer, Input, OperationName, Output } from '../agent/http/contract.ts'
import { refuse } from '../templates/problems/problem.ts'
import { forget, keep, kept } from './kept.ts'

type Refused = ReturnType<typeof refuse>

/**
 * Asks one operation. A network failure is the problem `agent-not-running`, an answer that is no JSON
 * `agent-answer-unreadable`; the agent itself says `not-paired` (401) to a missing or dead token.
 */
export async function call<N extends OperationName>(name: N, input: Input<N>): Promise<Answer<N>> {
  const response = await post(name, input)
  if (response === undefined) return refuse('agent-not-running')
  return readAnswer(response)
}

/**
 * Follows a `progress` operation, an answer a line, until the agent ends it or `signal` aborts it.
 * Whatever breaks it comes as the last item, as in `call`; the caller decides whether to watch again.
 */
export async function* watch<N extends OperationName>(
  name: N,
  input: Input<N>,
  signal: AbortSignal,
): AsyncGenerator<Answer<N>> {
  const response = await post(name, input, signal)
  if (response === undefined) {
    if (!signal.aborted) yield refuse('agent-not-running')
    return
  }
  if (!response.ok || response.body === null) {
    yield await readAnswer<N>(response)
    return
  }
  try {
    for await (const line of lines(response.body)) yield asAnswer(JSON.parse(line))
  } catch {
    if (!signal.aborted) yield refuse('agent-not-running')
  }
}

/** Undefined when nobody answered. */
async function post(
  name: OperationName,
  input: unknown,
  signal: AbortSignal | null = null,
): Promise<Response | undefined> {
  try {
    return await fetch(`/api/${name}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${kept('token') ?? ''}`,
        'x-agent-api': '1',
      },
      body: JSON.stringify(input),
      signal,
    })
  } catch {
    return undefined
  }
}

async function readAnswer<N extends OperationName>(response: Response): Promise<Answer<N>> {
  try {
    return await response.json()
  } catch {
    return refuse('agent-answer-unreadable', { status: response.status })
  }
}

/** A line is an output; a fault of the agent comes as a refusal in its place, and is the last. */
function asAnswer<N extends OperationName>(line: Output<N> | Refused): Answer<N> {
  return 'ok' in line ? line : { ok: true, value: line }
}

async function* lines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    rest += decoder.decode(value, { stream: true })
    const whole = rest.split('\n')
    rest = whole.pop() ?? ''
    for (const line of whole) if (line !== '') yield line
  }
}

// ── the token ───────────────────────────────────────────────────────────────────────────────────

export const isPaired = (): boolean => kept('token') !== null

export const keepToken = (value: string): void => keep('token', value)

export const forgetToken = (): void => forget('token')
