// From an exchange to an outcome. Only a parsed, well-formed answer counts; HTTP 200 alone means nothing.
import { z } from 'zod'
import type { PortalOperation } from '../../../templates/problems/portal-codes.ts'
import type { Evidence, Outcome } from '../portal.ts'
import type { Exchange } from './exchange.ts'

const EVIDENCE_BYTES = 64 * 1024
/** Beyond an hour a pause is no pause; the work is parked by the caller. */
const LONGEST_WAIT = 3600

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

/**
 * `where`: `inner` for GSTN's payload (`data.data`), `outer` for sessions and OTPs (`data`).
 * A success whose payload does not have the expected form is unknown, never a success.
 */
export function classify<T>(
  operation: PortalOperation,
  done: Exchange,
  where: 'inner' | 'outer',
  form: z.ZodType<T>,
): Outcome<T> {
  if (done.kind === 'not-sent') return done
  if (done.kind === 'broken') return { kind: 'unknown', reason: done.reason }
  const parsed = parse(done.text)
  const evidence: Evidence = {
    operation,
    status: done.status,
    body: done.text.slice(0, EVIDENCE_BYTES),
    transaction: parsed?.transaction_id ?? '',
  }
  const status = done.status === 200 ? (parsed?.code ?? 200) : done.status
  if (status === 429) return { kind: 'slow-down', seconds: waitOf(done.headers), evidence }
  if (!done.contentType.toLowerCase().includes('json') || parsed === undefined) {
    return { kind: 'unknown', reason: `no JSON answer (HTTP ${done.status})`, evidence }
  }
  if (status >= 400 && status < 500) {
    return { kind: 'denied', status, message: parsed.message ?? `HTTP ${status}`, evidence }
  }
  if (status !== 200 || parsed.data === undefined) {
    return { kind: 'unknown', reason: parsed.message ?? `HTTP ${done.status}`, evidence }
  }
  const { status_cd: word, error, data } = parsed.data
  if (String(word) === '0' && error) {
    const code = error.error_cd ?? error.error_code
    if (code === undefined) return { kind: 'unknown', reason: 'a refusal without a code', evidence }
    return { kind: 'refused', code, message: error.message ?? error.error_msg ?? '', evidence }
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

function waitOf(headers: Readonly<Record<string, unknown>>): number {
  const asked = Number(headers['retry-after'] ?? headers['x-ratelimit-reset'])
  return Number.isFinite(asked) && asked > 0 ? Math.min(asked, LONGEST_WAIT) : 1
}
