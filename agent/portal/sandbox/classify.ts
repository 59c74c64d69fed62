// From an exchange to an outcome. Only a parsed, well-formed answer counts; HTTP 200 alone means nothing.
import { z } from 'zod'
import type { PortalOperation } from '../../../templates/problems/portal-codes.ts'
import type { Outcome } from '../portal.ts'
import type { Exchange } from './exchange.ts'

const ANSWER_KEPT = 64 * 1024

/** Sandbox wraps GSTN's payload in `data.data`; sessions put theirs in `data`. Codes come as `error_cd` or `error_code`. */
const envelope = z.looseObject({
  code: z.number().optional(),
  message: z.string().optional(),
  transaction_id: z.string().optional(),
  data: z
    .looseObject({
      status_cd: z.union([z.string(), z.number()]).optional(),
      data: z.unknown().optional(),
      error: z
        .looseObject({
          error_cd: z.string().optional(),
          error_code: z.string().optional(),
          message: z.string().optional(),
          error_msg: z.string().optional(),
        })
        .optional(),
    })
    .optional(),
})

/** Their answers are tokens, which no evidence keeps. */
const GRANTING: ReadonlySet<PortalOperation> = new Set(['authenticate', 'sign-in', 'refresh'])

export interface Expected<T> {
  readonly operation: PortalOperation
  /** `inner` for GSTN's payload (`data.data`), `outer` for sessions and OTPs (`data`). */
  readonly where: 'inner' | 'outer'
  readonly form: z.ZodType<T>
}

/** What the journal keeps of an answer. */
export interface Kept {
  readonly status: number
  readonly answer: string
  readonly transaction: string
}

/** `secrets` are what the request carried: an answer may repeat them, and is kept without. */
export function keptOf(
  operation: PortalOperation,
  done: Exchange,
  secrets: readonly string[],
): Kept {
  if (done.kind !== 'answered') return { status: 0, answer: done.reason, transaction: '' }
  const answer = GRANTING.has(operation) ? '' : without(done.text.slice(0, ANSWER_KEPT), secrets)
  return { status: done.status, answer, transaction: parse(done.text)?.transaction_id ?? '' }
}

/**
 * A success whose payload does not have the expected form is unknown, never a success. `id` is where the exchange is
 * kept, `slowDown` tells how long a 429 asks to wait (seconds).
 */
export function classify<T>(
  { where, form }: Expected<T>,
  done: Exchange,
  secrets: readonly string[],
  { id, slowDown }: { id: string; slowDown: () => number },
): Outcome<T> {
  if (done.kind === 'not-sent') return done
  const parsed = done.kind === 'broken' ? undefined : parse(done.text)
  const evidence = { id, transaction: parsed?.transaction_id ?? '' }
  if (done.kind === 'broken') return { kind: 'unknown', reason: done.reason, evidence }
  const said = parsed?.message === undefined ? undefined : without(parsed.message, secrets)
  const status = statusOf(done.status, parsed?.code)
  if (status === 429) return { kind: 'slow-down', seconds: slowDown(), evidence }
  if (!done.contentType.toLowerCase().includes('json') || parsed === undefined) {
    return { kind: 'unknown', reason: `no JSON answer (HTTP ${done.status})`, evidence }
  }
  if (status >= 400 && status < 500) {
    return { kind: 'denied', status, message: said ?? `HTTP ${status}`, evidence }
  }
  if (status !== 200 || parsed.data === undefined) {
    return { kind: 'unknown', reason: said ?? `HTTP ${done.status}`, evidence }
  }
  const { status_cd: word, error, data } = parsed.data
  if (String(word) === '0' && error) {
    const code = error.error_cd ?? error.error_code
    if (code === undefined) return { kind: 'unknown', reason: 'a refusal without a code', evidence }
    const message = without(error.message ?? error.error_msg ?? '', secrets)
    return { kind: 'refused', code, message, evidence }
  }
  const payload = form.safeParse(where === 'inner' ? data : parsed.data)
  if (String(word) !== '1' || !payload.success) {
    return { kind: 'unknown', reason: 'the answer has not the expected form', evidence }
  }
  return { kind: 'answer', value: payload.data, evidence }
}

function parse(text: string): z.infer<typeof envelope> | undefined {
  try {
    const result = envelope.safeParse(JSON.parse(text))
    return result.success ? result.data : undefined
  } catch {
    return undefined
  }
}

/** The body's code counts where HTTP says 200, and where it names a refusal under a 5xx (Sandbox's 422 inside 500). */
function statusOf(http: number, code: number | undefined): number {
  if (http === 200) return code ?? http
  return http >= 500 && code !== undefined && code >= 400 && code < 500 ? code : http
}

/** As whole words only: a GSTIN contains its holder's PAN, and an acknowledgement may contain any six digits. */
function without(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => {
    const literal = secret.replaceAll(/[^0-9A-Za-z]/g, '\\$&')
    return rest.replaceAll(new RegExp(`(?<![0-9A-Za-z])${literal}(?![0-9A-Za-z])`, 'g'), '…')
  }, text)
}
