// The practice portal over HTTP: a request from the socket to the answer.
import type { IncomingHttpHeaders, IncomingMessage, RequestListener } from 'node:http'
import { rejected, type HttpAnswer, type Outgoing } from './answers.ts'
import { answerTo, LARGEST_BODY, stamped, type World } from './exchange.ts'
import { deliver, hangUp, readBody, send } from './http.ts'

/** `onUnexpected` is told of what should not happen; the caller then gets a 500. */
export function serve(world: World, onUnexpected: (error: unknown) => void): RequestListener {
  return (request, response) => {
    receive(world, request)
      .catch((error: unknown): HttpAnswer => {
        onUnexpected(error)
        return stamped(world.portal, rejected(500, 'The practice portal failed.'))
      })
      .then((answer) => {
        if (answer === 'hang-up') hangUp(response)
        else if (answer.delivery) return deliver(response, answer, (ms) => world.wait(ms))
        else send(response, answer)
        return undefined
      })
      .catch(onUnexpected)
  }
}

async function receive(world: World, request: IncomingMessage): Promise<Outgoing> {
  const body = await readBody(request, LARGEST_BODY)
  return answerTo(world, {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers: plain(request.headers),
    ...(body === undefined ? { oversize: true } : { body }),
  })
}

/** A header that came more than once is one, with commas. */
const plain = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(',') : value]],
    ),
  )
