// The plumbing under both servers: read a body, send an answer, listen on loopback.
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { HttpAnswer } from './answers.ts'

/** Nothing where the body is longer than `limit` bytes; the rest of it is let go by unread. */
export async function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= limit) chunks.push(chunk)
  }
  return length <= limit ? Buffer.concat(chunks).toString('utf8') : undefined
}

export function send(response: ServerResponse, answer: HttpAnswer): void {
  response.writeHead(answer.status, {
    ...answer.headers,
    'content-length': Buffer.byteLength(answer.body),
  })
  response.end(answer.body)
}

/** As the answer's delivery says: not to its end, or not at once. The length that it claims is the whole. */
export async function deliver(
  response: ServerResponse,
  answer: HttpAnswer,
  wait: (milliseconds: number) => Promise<void>,
): Promise<void> {
  const body = Buffer.from(answer.body)
  response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length })
  if (answer.delivery?.kind === 'cut') {
    response.write(body.subarray(0, body.length / 2), () => {
      hangUp(response)
    })
  } else {
    const { pieces, every } = answer.delivery ?? { pieces: 1, every: 0 }
    const size = Math.ceil(body.length / pieces)
    for (let piece = 0; piece < pieces && !response.destroyed; piece += 1) {
      await wait(every)
      response.write(body.subarray(piece * size, (piece + 1) * size))
    }
    response.end()
  }
}

/** Ends the connection with nothing said. */
export function hangUp(response: ServerResponse): void {
  response.socket?.destroy()
}

export interface Listening {
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

/** Loopback only. Port 0 takes a free one. */
export async function listen(handler: RequestListener, port: number): Promise<Listening> {
  const server = createServer(handler)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const taken = (server.address() as AddressInfo).port
  return {
    url: `http://127.0.0.1:${taken}`,
    port: taken,
    close: () => shut(server),
  }
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })
}
