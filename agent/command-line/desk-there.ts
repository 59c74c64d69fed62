// The agent that runs on this data folder, asked as the pane asks it. Its certificate is the one in the folder, and no other
// is believed: the token never reaches another program that may listen on the port.
import type { IncomingMessage } from 'node:http'
import { Agent, request } from 'node:https'
import { text } from 'node:stream/consumers'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import { findCertificate } from '../http/certificate.ts'
import type { Answer, Output, OperationName } from '../http/contract.ts'
import { findRunning } from '../running.ts'
import type { Desk } from './desk.ts'
import type { Program } from './program.ts'

/** `undefined` where nobody answers who knows the token: what the folder says is of an agent that is gone. */
export async function openThere(program: Program): Promise<Result<Desk | undefined>> {
  const { dataFolder, environment, version } = program
  const running = findRunning(dataFolder)
  if (!running.ok) return running
  const certificate = findCertificate(dataFolder)
  if (!certificate.ok) return certificate
  if (running.value === undefined || certificate.value === undefined) return done(undefined)
  const post = poster(running.value, certificate.value.certificate)

  async function ask<N extends OperationName>(name: N, input: unknown): Promise<Answer<N>> {
    try {
      return JSON.parse(await text(await post(name, input))) as Answer<N>
    } catch {
      return refuse('agent-went-away') // from its door or in the middle of an answer
    }
  }

  const about = await ask('about', {})
  if (!about.ok) return done(undefined)
  const found = about.value
  if (found.version !== version) {
    return refuse('agent-of-other-version', { running: found.version, version })
  }
  if (found.environment !== environment) {
    return refuse('agent-of-other-environment', { running: found.environment, environment })
  }
  return done({
    where: 'there',
    ask,
    async *watch(of, signal) {
      try {
        for await (const line of linesIn(await post('watch', of, signal))) yield answerIn(line)
      } catch {
        if (!signal.aborted) yield refuse('agent-went-away')
      }
    },
    close: () => Promise.resolve(),
  })
}

/** Throws when the answer breaks off. */
async function* linesIn(answer: IncomingMessage): AsyncGenerator<string> {
  let rest = ''
  for await (const part of answer.setEncoding('utf8')) {
    const lines = (rest + String(part)).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

/** A line is a state, or what stood in the way. */
function answerIn(line: string): Answer<'watch'> {
  const told = JSON.parse(line) as Output<'watch'> | Extract<Answer<'watch'>, { ok: false }>
  return 'ok' in told ? told : done(told)
}

function poster(to: { port: number; token: string }, ca: string) {
  const origin = `https://localhost:${to.port}`
  const agent = new Agent({ ca, keepAlive: false })
  return (name: string, input: unknown, signal?: AbortSignal): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify(input)
      const asking = request(`${origin}/api/${name}`, {
        method: 'POST',
        agent,
        ...(signal && { signal }),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'x-agent-api': '1',
          origin,
          authorization: `Bearer ${to.token}`,
        },
      })
      asking.on('response', resolve)
      asking.on('error', reject)
      asking.end(body)
    })
}
