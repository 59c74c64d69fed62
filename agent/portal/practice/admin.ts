// The side door for tests: order faults, move the clock, change the registry, file behind the client's back, read the ledger.
import type { IncomingMessage, RequestListener } from 'node:http'
import { z } from 'zod'
import { eInvoices, foreignSave, register, saveElsewhere } from './admin-saves.ts'
import { json, type HttpAnswer } from './answers.ts'
import { heldIn } from './entries.ts'
import type { World } from './exchange.ts'
import type { Faults } from './fault-orders.ts'
import { faultModes, portalCodes } from './faults.ts'
import { record } from './filings.ts'
import { readBody, send } from './http.ts'
import type { Portal } from './portal.ts'
import { settle } from './processing.ts'
import { setActive, setQuarterly } from './registry.ts'
import { sections } from './validation/sections.ts'

const LARGEST_BODY = 64 * 1024

const order = z.strictObject({
  call: z.string(),
  mode: z.enum(faultModes),
  times: z.int().min(1).default(1),
  delay: z.int().min(0).exactOptional(),
  status: z.int().exactOptional(),
  retryAfter: z.int().exactOptional(),
  code: z.enum(portalCodes).exactOptional(),
  after: z.int().min(0).exactOptional(),
  minutes: z.number().min(0).exactOptional(),
  hours: z.number().exactOptional(),
  bytes: z.int().min(0).exactOptional(),
})
const mix = z.strictObject({
  random: z.strictObject({
    seed: z.int(),
    rate: z.number().min(0).max(1),
    modes: z.array(z.enum(faultModes)).min(1).exactOptional(),
    calls: z.array(z.string()).exactOptional(),
    delay: z.int().min(0).exactOptional(),
  }),
})
const fault = z.union([order, mix])
const registration = z.strictObject({ gstin: z.string(), active: z.boolean() })
const preference = z.strictObject({ gstin: z.string(), quarterly: z.boolean() })
const step = z.strictObject({ ahead: z.int() })
const ofReturn = z.strictObject({ gstin: z.string(), period: z.string() })
const since = z.object({ kind: z.string().optional(), after: z.coerce.number().default(0) })

interface EventRow {
  seq: number
  at: number
  kind: string
  gstin: string | null
  period: string | null
  facts: string
  body: string | null
}

type Route = (portal: Portal, faults: Faults, input: unknown) => unknown

/** Method and address to what is done. Inputs are the query of a GET and the JSON body of the rest. */
const routes: Readonly<Record<string, Route>> = {
  'POST /faults': (_, faults, input) => {
    const ordered = fault.parse(input)
    if ('random' in ordered) faults.mix(ordered.random)
    else faults.order(ordered)
  },
  'DELETE /faults': (_, faults) => {
    faults.clear()
  },
  'POST /registry': (portal, _, input) => {
    const { gstin, active } = registration.parse(input)
    setActive(portal, gstin, active)
  },
  'POST /preference': (portal, _, input) => {
    const { gstin, quarterly } = preference.parse(input)
    setQuarterly(portal, gstin, quarterly)
  },
  /** Moves the portal's clock by `ahead` milliseconds. */
  'POST /clock': (portal, _, input) => {
    portal.ledger.run('update clock set ahead = ahead + ?', step.parse(input).ahead)
    return { now: portal.now() }
  },
  /** Files a return as if someone had done so on the portal itself. */
  'POST /filings': (portal, _, input) => ({ ack: record(portal, ofReturn.parse(input), {}) }),
  /** Saves, changes or deletes as other software would: the verdict comes at once. */
  'POST /saves': (portal, _, input) => saveElsewhere(portal, foreignSave.parse(input)),
  /** Puts e-invoices into a return, as the system that registers them does. */
  'POST /e-invoices': (portal, _, input) => register(portal, eInvoices.parse(input)),
  'GET /filings': (portal) =>
    portal.ledger
      .all<Record<string, unknown>>('select * from filing order by filed_at')
      .map(({ body, ...filing }) => ({ ...filing, body: JSON.parse(String(body)) as unknown })),
  /** `kind` narrows, `after` is a sequence number. A body is there while the portal keeps it. */
  'GET /events': (portal, _, input) => {
    const { kind, after } = since.parse(input)
    return portal.ledger
      .all<EventRow>(
        `select event.*, body from event left join request_body on request_body.event = seq
         where seq > ? order by seq`,
        after,
      )
      .filter((event) => kind === undefined || event.kind === kind)
      .map((event) => ({ ...event, facts: JSON.parse(event.facts) as unknown }))
  },
  'GET /documents': (portal, _, input) => {
    const key = ofReturn.parse(input)
    return Object.fromEntries(sections.map(({ key: name }) => [name, heldIn(portal, key, name)]))
  },
  'GET /submissions': (portal) =>
    portal.ledger
      .all<Record<string, unknown>>('select * from submission order by seq')
      .map(({ report, ...submission }) => ({
        ...submission,
        report: typeof report === 'string' ? (JSON.parse(report) as unknown) : null,
      })),
}

/** Does what `METHOD /address` names; nothing where there is no such address. */
export function administer(
  { portal, faults }: Pick<World, 'portal' | 'faults'>,
  name: string,
  input: unknown,
): { readonly result: unknown } | undefined {
  const route = routes[name]
  if (!route) return undefined
  return portal.ledger.transaction(() => {
    settle(portal)
    const changes = !name.startsWith('GET ')
    if (changes) portal.ledger.append({ at: portal.now(), kind: 'admin', facts: { name, input } })
    return { result: route(portal, faults, input) ?? {} }
  })
}

export function serveAdmin(world: World): RequestListener {
  return (request, response) => {
    answerTo(world, request)
      .catch((error: unknown) => json(400, { problem: String(error) }))
      .then((answer) => {
        send(response, answer)
      })
      .catch(() => response.destroy())
  }
}

async function answerTo(world: World, request: IncomingMessage): Promise<HttpAnswer> {
  const url = new URL(request.url ?? '/', 'http://portal')
  const text = await readBody(request, LARGEST_BODY)
  const input: unknown = text ? JSON.parse(text) : Object.fromEntries(url.searchParams)
  const done = administer(world, `${request.method ?? 'GET'} ${url.pathname}`, input)
  return done
    ? json(200, done.result as object)
    : json(404, { problem: 'There is no such address.' })
}
