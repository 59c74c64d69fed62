// A real server for tests: TLS sockets, a certificate made on the spot, handlers that count what reaches them.
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { contract, type Handlers } from '../../../agent/http/contract.ts'
import { createPairing, type Pairing } from '../../../agent/http/pairing.ts'
import { LIMITS, startServer } from '../../../agent/http/server.ts'
import { hashToken, newToken, type TokenStore } from '../../../agent/http/tokens.ts'
import { createLog } from '../../../agent/log.ts'
import { done } from '../../../templates/problems/problem.ts'

export interface RunningAgent {
  readonly port: number
  readonly origin: string
  readonly folder: string
  /** A token that is paired already. */
  readonly token: string
  readonly tokens: TokenStore
  readonly pairing: Pairing
  /** Names of the operations that a handler was run for. */
  readonly acted: string[]
  readonly log: () => string
  /** Seconds to add to the clock. */
  moveClock(seconds: number): void
  close(): Promise<void>
}

export function memoryTokens(): TokenStore {
  const hashes = new Map<string, Date>()
  return {
    add: async (hash, at) => void hashes.set(hash, at),
    has: async (hash) => hashes.has(hash),
    remove: async (hash) => void hashes.delete(hash),
  }
}

export async function runAgent(
  options: {
    handlers?: Partial<Handlers>
    limits?: Partial<Record<keyof typeof LIMITS, number>>
  } = {},
): Promise<RunningAgent> {
  const folder = mkdtempSync(join(tmpdir(), 'gstr1-http-'))
  const files: Record<string, string> = {
    'dist/taskpane.html': '<!doctype html><title>pane</title>',
    'dist/preview.html': '<!doctype html><title>preview</title>',
    'dist/pane.0123456789abcdef.js': 'export {}',
    'dist/assets/icon-16.png': 'png',
    'dist/assets/shortcuts.json': '{}',
    'dist/notes.txt': 'no such type',
    'dist/.hidden.js': 'hidden',
    'office/office.js': '// office.js',
    'secret.js': 'outside',
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text)
  }

  let lead = 0
  const now = (): Date => new Date(Date.now() + lead * 1000)
  const lines: string[] = []
  const log = createLog({ stream: { write: (line) => void lines.push(line) }, now })
  const tokens = memoryTokens()
  const pairing = createPairing({ tokens, now, randomBytes })
  const acted: string[] = []
  const plain = Object.fromEntries(
    Object.keys(contract).map((name) => [
      name,
      async () => {
        acted.push(name)
        return done({})
      },
    ]),
  ) as unknown as Handlers
  const token = newToken(randomBytes)
  await tokens.add(hashToken(token), now())

  const started = await startServer({
    port: 0,
    dataFolder: folder,
    distFolder: join(folder, 'dist'),
    officeFolder: join(folder, 'office'),
    handlers: { ...plain, pair: ({ code }) => pairing.redeem(code), ...options.handlers },
    tokens,
    log,
    now,
    randomBytes,
    limits: { ...LIMITS, ...options.limits },
  })
  if (!started.ok) throw new Error(started.problem.code)
  const { port, url, close } = started.value
  return {
    port,
    origin: url,
    folder,
    token,
    tokens,
    pairing,
    acted,
    log: () => lines.join(''),
    moveClock: (seconds) => {
      lead += seconds
    },
    close: async () => {
      await close()
      rmSync(folder, { recursive: true })
    },
  }
}

export interface RawAnswer {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

/** What comes back over TLS for exactly these bytes; status 0 when the connection closes without an answer. */
export function send(
  port: number,
  bytes: string | Uint8Array,
  options: { host?: string; end?: boolean } = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      port,
      host: options.host ?? '127.0.0.1',
      servername: 'localhost',
      rejectUnauthorized: false,
    })
    const chunks: Buffer[] = []
    socket.on('secureConnect', () => socket.write(bytes))
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      if (isWhole(Buffer.concat(chunks).toString('latin1'))) socket.end()
    })
    socket.on('close', () => resolve(readAnswer(Buffer.concat(chunks).toString())))
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error)
    })
  })
}

function readAnswer(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = new Map(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    }),
  )
  return { status: Number(first.split(' ')[1] ?? 0), headers, body: rest.join('\r\n\r\n') }
}

function isWhole(text: string): boolean {
  const { headers, body } = readAnswer(text)
  const length = headers.get('content-length')
  return length === undefined
    ? headers.get('transfer-encoding') === 'chunked' && body.endsWith('0\r\n\r\n')
    : body.length >= Number(length)
}

export type Headers = readonly (readonly [string, string])[]

/** The headers of a good call, changed: a value replaces, `undefined` takes away. */
export function headersOf(
  agent: RunningAgent,
  changes: Readonly<Record<string, string | undefined>> = {},
): Headers {
  const good: Record<string, string | undefined> = {
    Host: `localhost:${agent.port}`,
    Origin: agent.origin,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/json',
    'X-Agent-Api': '1',
    Authorization: `Bearer ${agent.token}`,
    ...changes,
  }
  return Object.entries(good).filter((entry): entry is [string, string] => entry[1] !== undefined)
}

/** A request as text. Content-Length is added for the body unless the headers speak of its length. */
export function requestText(line: string, headers: Headers, body = ''): string {
  const sized = headers.some(([name]) => /^(content-length|transfer-encoding)$/i.test(name))
  const all = sized ? headers : [...headers, ['Content-Length', String(Buffer.byteLength(body))]]
  return `${line}\r\n${all.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`
}

/** A well-formed call of one operation. */
export function call(
  agent: RunningAgent,
  operation: string,
  input: unknown = {},
  changes: Readonly<Record<string, string | undefined>> = {},
): Promise<RawAnswer> {
  const body = typeof input === 'string' ? input : JSON.stringify(input)
  return send(
    agent.port,
    requestText(`POST /api/${operation} HTTP/1.1`, headersOf(agent, changes), body),
  )
}

export function get(
  agent: RunningAgent,
  path: string,
  changes: Readonly<Record<string, string | undefined>> = {},
): Promise<RawAnswer> {
  const headers = headersOf(agent, {
    Origin: undefined,
    'Sec-Fetch-Site': 'none',
    'Content-Type': undefined,
    'X-Agent-Api': undefined,
    Authorization: undefined,
    ...changes,
  })
  return send(agent.port, requestText(`GET ${path} HTTP/1.1`, headers))
}
