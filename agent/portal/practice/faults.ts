// The faults that tests can order, by name.
import { asHttp, refused, rejected, type HttpAnswer } from './answers.ts'
import { codes, type PortalCode } from './codes.ts'
import type { Detail, Fault, Hands } from './fault.ts'
import { statusFaults } from './status-faults.ts'

const HOUR_MS = 60 * 60 * 1000
const LARGEST_READ = 33 * 1024 * 1024

const messages: Readonly<Record<number, string>> = {
  401: 'The API key or secret is wrong.',
  403: 'The token is not valid, or the plan or its quota does not allow the call.',
  404: 'There is no such address.',
  413: 'The body is too large.',
  422: 'A value is not of its pattern.',
  429: 'Too many requests.',
  500: 'Something went wrong inside.',
  502: 'The gateway had no good answer.',
  504: 'The source timed out.',
}

const gateway = ({ status = 503 }: Detail, { timestamp, newId }: Hands): HttpAnswer =>
  asHttp(rejected(status, messages[status] ?? 'The source is not available.'), timestamp, newId())

const refuse = (code: PortalCode, { timestamp, newId }: Hands): HttpAnswer =>
  asHttp(refused(code), timestamp, newId())

const answerFaults = {
  'delay-before': { before: () => undefined },
  'delay-after': { after: (answer) => answer },
  'drop-before': { before: () => 'hang-up' },
  'drop-after': { after: () => 'hang-up' },
  'reset-mid-body': { after: (answer) => ({ ...answer, delivery: { kind: 'cut' } }) },
  'error-before': { before: gateway },
  'error-after': { after: (_, order, hands) => gateway({ status: 504, ...order }, hands) },
  'too-many': {
    before({ retryAfter }, hands) {
      const answer = gateway({ status: 429 }, hands)
      if (retryAfter === undefined) return answer
      return { ...answer, headers: { ...answer.headers, 'retry-after': String(retryAfter) } }
    },
  },
  'cut-json': {
    after: (answer) => ({ ...answer, body: answer.body.slice(0, answer.body.length / 2) }),
  },
  'wrong-type': {
    after: (answer) => ({ ...answer, headers: { ...answer.headers, 'content-type': 'text/html' } }),
  },
  'html-page': {
    after: () => ({
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><title>Maintenance</title><p>We will be back soon.</p>',
    }),
  },
  'empty-body': { after: (answer) => ({ ...answer, body: '' }) },
  /** To a host that does not exist: whoever follows takes the token there. */
  redirect: {
    before: () => ({
      status: 302,
      headers: { location: 'https://elsewhere.invalid/gst/compliance' },
      body: '',
    }),
  },
  'slow-drip': {
    after: (answer, { delay = 1000 }) => ({
      ...answer,
      delivery: { kind: 'drip', pieces: 10, every: delay / 10 },
    }),
  },
  'oversize-body': {
    after: (answer, { bytes = LARGEST_READ }) => ({
      ...answer,
      body: `${answer.body.slice(0, -1)},"padding":"${'x'.repeat(bytes)}"}`,
    }),
  },
  'clock-skew': {
    after(answer, { hours = 3 }, { timestamp }) {
      const told = timestamp + hours * HOUR_MS
      const body = JSON.parse(answer.body) as object
      return {
        ...answer,
        headers: { ...answer.headers, date: new Date(told).toUTCString() },
        body: JSON.stringify({ ...body, timestamp: told }),
      }
    },
  },
} satisfies Record<string, Fault>

const worldFaults = {
  'session-expired': {
    before(_, { endSession }) {
      endSession()
      return undefined
    },
  },
  'too-many-sessions': { before: (_, hands) => refuse('AUTH403', hands) },
  refuse: { before: ({ code = 'RET13510' }, hands) => refuse(code, hands) },
  'stale-track': {
    before({ minutes = 60 }, { holdBackFilings }) {
      holdBackFilings(minutes)
      return undefined
    },
  },
  /** The public list as it was told before, though the truth is asked for. */
  'cached-track': {
    request: (request) => ({
      ...request,
      headers: { ...request.headers, 'x-accept-cache': 'true' },
    }),
  },
  'filed-elsewhere': {
    before(_, { fileElsewhere }) {
      fileElsewhere()
      return undefined
    },
  },
  'changed-elsewhere': {
    after(answer, _, { changeElsewhere }) {
      changeElsewhere()
      return answer
    },
  },
} satisfies Record<string, Fault>

const table = { ...answerFaults, ...statusFaults, ...worldFaults }

export type FaultMode = keyof typeof table

export const faults: Readonly<Record<FaultMode, Fault>> = table
export const faultModes = Object.keys(table) as FaultMode[]
export const portalCodes = Object.keys(codes) as PortalCode[]
