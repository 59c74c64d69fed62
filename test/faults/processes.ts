// The rehearsal as it really is: a practice portal and an agent in processes of their own, and a client over TLS.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Answer, Input, OperationName, Output } from '../../agent/http/contract.ts'
import type { Taxpayer } from '../../templates/taxpayer.ts'
import type { AgentProcessOptions } from './agent-process.ts'
import type { SideDoor } from './history.ts'

const HERE = import.meta.dirname

/** What the practice portal's side door tells. */
export interface Ledger {
  documents(gstin: string, period: string): Promise<LedgerInvoice[]>
  filings(): Promise<{ arn?: string; gstin: string; period: string; body?: unknown }[]>
  /** Requests as they came in, by the name of the call. */
  requests(call: string): Promise<LedgerEvent[]>
  /** Everything that happened, in order, after a sequence number. */
  events(after?: number): Promise<LedgerEvent[]>
  noFaults(): Promise<void>
  fault(order: Record<string, unknown>): Promise<void>
  ahead(milliseconds: number): Promise<void>
  post(path: string, body: unknown): Promise<void>
  /** The side door itself. */
  readonly ask: SideDoor
}

export interface LedgerEvent {
  readonly seq: number
  readonly kind: string
  readonly gstin: string | null
  readonly facts: { readonly call?: string; readonly action?: string }
  readonly body: string | null
}

/** A b2b invoice as the portal holds it, and when it was last saved. */
export interface LedgerInvoice {
  readonly party: string
  readonly number: string
  readonly sent: { val: number; itms: { itm_det: Record<string, number> }[] }
  readonly savedAt: number
}

export interface PracticeProcess {
  readonly url: string
  readonly ledger: Ledger
  stop(): Promise<void>
}

export interface AgentProcess {
  readonly url: string
  call<N extends OperationName>(name: N, input: Input<N>): Promise<Answer<N>>
  /** The last state a watch tells. */
  watched(input: Input<'watch'>): Promise<Output<'watch'>>
  /** Resolves with the signal or code the process ended with. */
  readonly ended: Promise<string>
  kill(): Promise<void>
  stop(): Promise<void>
}

export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'gstr1-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }) }
}

export async function startPracticeProcess(
  dataFolder: string,
  pace: 'fast' | 'human' = 'fast',
): Promise<PracticeProcess> {
  const main = join(HERE, '../../agent/portal/practice/main.ts')
  const child = run(main, [
    '--data',
    dataFolder,
    '--port',
    '0',
    '--pace',
    pace,
    '--admin-port',
    '0',
  ])
  const { url, admin } = (await firstLine(child)) as { url: string; admin: string }
  return { url, ledger: ledgerAt(admin), stop: () => end(child, 'SIGTERM') }
}

export function ledgerAt(admin: string): Ledger {
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(new URL(path, admin), {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`)
    return answer.json()
  }
  const events: Ledger['events'] = (after = 0) =>
    ask('GET', `/events?after=${after}`) as ReturnType<Ledger['events']>
  return {
    documents: async (gstin, period) => {
      const held = (await ask('GET', `/documents?gstin=${gstin}&period=${period}`)) as {
        b2b: LedgerInvoice[]
      }
      return held.b2b
    },
    filings: () => ask('GET', '/filings') as ReturnType<Ledger['filings']>,
    events,
    requests: async (call) =>
      (await events()).filter(({ kind, facts }) => kind === 'request' && facts.call === call),
    fault: async (order) => void (await ask('POST', '/faults', order)),
    noFaults: async () => void (await ask('DELETE', '/faults')),
    ahead: async (milliseconds) => void (await ask('POST', '/clock', { ahead: milliseconds })),
    post: async (path, body) => void (await ask('POST', path, body)),
    ask: (name, input) => {
      const [method = '', path = ''] = name.split(' ')
      return ask(
        method,
        input === undefined ? path : `${path}?${String(new URLSearchParams(input))}`,
      )
    },
  }
}

/** The token outlives the process, as it does for a pane: pass it to the next one. */
export async function startAgentProcess(
  options: AgentProcessOptions,
  pane: { token?: string },
): Promise<AgentProcess> {
  const child = run(join(HERE, 'agent-process.ts'), [JSON.stringify(options)])
  const ended = once(child, 'exit').then(([code, signal]) => String(signal ?? code))
  const { url, code, problem } = (await firstLine(child)) as {
    url: string
    code: string
    problem?: unknown
  }
  if (problem !== undefined) throw new Error(JSON.stringify(problem))

  async function call<N extends OperationName>(name: N, input: Input<N>): Promise<Answer<N>> {
    return JSON.parse(await post(url, name, input, pane.token)) as Answer<N>
  }
  if (pane.token === undefined) {
    const paired = await call('pair', { code })
    if (!paired.ok) throw new Error('not paired')
    pane.token = paired.value.token
  }
  return {
    url,
    call,
    ended,
    async watched(input) {
      const lines = (await post(url, 'watch', input, pane.token)).trim().split('\n')
      return JSON.parse(lines.at(-1) ?? '') as Output<'watch'>
    },
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
  }
}

/** The practice portal's OTP, for login and signing. */
export const OTP = '575757'

export async function signIn(agent: AgentProcess, taxpayer: Taxpayer): Promise<void> {
  const { gstin } = taxpayer
  await agent.call('setTaxpayer', taxpayer)
  await agent.call('requestOtp', { gstin })
  await agent.call('signIn', { gstin, otp: OTP })
}

function run(file: string, args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Half of a start is compiling what the last one compiled.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'gstr1-test-modules') },
  })
  child.stderr?.resume()
  return child
}

function firstLine(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) throw new Error('no output')
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line)))
    child.once('exit', (code) =>
      reject(new Error(`ended with ${String(code)} before it was ready`)),
    )
  })
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

/** As the pane asks: same origin, JSON, bearer token. The certificate is the machine's own. */
export function post(
  url: string,
  name: string,
  input: unknown,
  token: string | undefined,
): Promise<string> {
  const body = JSON.stringify(input)
  return new Promise((resolve, reject) => {
    const asking = request(
      `${url}/api/${name}`,
      {
        method: 'POST',
        rejectUnauthorized: false,
        agent: false,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'x-agent-api': '1',
          origin: url,
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
      },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => resolve(Buffer.concat(parts).toString('utf8')))
        answer.on('error', reject)
      },
    )
    asking.on('error', reject)
    asking.end(body)
  })
}
