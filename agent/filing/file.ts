// Filing with an EVC OTP. The call is sent at most once per OTP, on the summary that was reviewed, and nothing retries it.
import type { Gstin } from '../../templates/identifiers.ts'
import { holderOf, maskedPan } from '../../templates/identifiers.ts'
import { portalCode } from '../../templates/problems/portal-codes.ts'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import type { Summary } from '../../templates/wire/answers.ts'
import type { Signed } from '../http/outputs/return.ts'
import type { ReturnAccess } from '../portal/portal.ts'
import type { OperationRow, ReturnKey } from '../store/tables.ts'
import { timeInIndia } from '../portal-time.ts'
import { ALREADY_FILED, filedElsewhere, refuseFiling, track } from './confirm.ts'
import { otpsLeft } from './evc-otps.ts'
import { isNothingThere } from './portal-section.ts'
import { refusalInSession, refusalOf } from './refusal.ts'
import { isPreparedNil } from './return-view.ts'
import { filingBody } from './review.ts'
import type { Tools } from './tools.ts'

const MINUTE = 60_000
const SESSION_NEEDED = 15 * MINUTE

/** Stands for the checksum of a nil return, which has no summary. */
const NIL_CHECKSUM = 'nil'

/** A company must normally sign with DSC; a firm or LLP sometimes. */
export const signingOf = (gstin: Gstin): 'evc' | 'dsc' | 'ask' => {
  const holder = holderOf(gstin)
  if (holder === 'C') return 'dsc'
  return holder === 'F' ? 'ask' : 'evc'
}

export interface Filer {
  requestEvc(key: ReturnKey, checksum: string): Promise<Result<undefined>>
  /** `differences`: those between sheets and portal that the user accepted. They and the masked PAN go into the journal. */
  file(
    key: ReturnKey,
    signing: { checksum: string; otp: string; confirmation: string } & Pick<Signed, 'differences'>,
  ): Promise<Result<undefined>>
}

export function createFiler(tools: Tools): Filer {
  const { journal, portal, sessions, settings, clock } = tools

  /** What both steps need: a session, the signatory, the reviewed summary. */
  async function ready(
    key: ReturnKey,
    checksum: string,
  ): Promise<Result<{ access: ReturnAccess; pan: string; body: string }>> {
    if (signingOf(key.gstin) === 'dsc') return refuse('company-needs-dsc', { gstin: key.gstin })
    const body = await bodyOf(key, checksum)
    if (!body.ok) return body
    const taxpayer = await settings.taxpayer(tools.environment, key.gstin)
    if (taxpayer?.signatoryPan === undefined) return refuse('signatory-missing')
    const token = await sessions.token(key.gstin)
    if (token === undefined) return refuse('sign-in-needed', { gstin: key.gstin })
    return done({
      access: { token, gstin: key.gstin, period: key.period },
      pan: taxpayer.signatoryPan,
      body: body.value,
    })
  }

  /** What is sent with the OTP: the reviewed summary, or the word that there is nothing to report. */
  async function bodyOf(key: ReturnKey, checksum: string): Promise<Result<string>> {
    if (isPreparedNil({ operations: await journal.operationsOf(key) })) {
      const { gstin, period } = key
      const nil = JSON.stringify({ gstin, ret_period: period, isnil: 'Y' })
      return checksum === NIL_CHECKSUM ? done(nil) : refuse('summary-changed')
    }
    const known = await journal.returnOf(key)
    if (known.summary === null) return refuse('not-reviewed')
    if (known.reviewed_checksum !== checksum) return refuse('summary-changed')
    const tried = key.environment !== 'live' || (await journal.wasTried('live', key.gstin))
    if (!tried) return refuse('live-not-tried', { gstin: key.gstin })
    return done(filingBody(JSON.parse(known.summary) as Summary))
  }

  return {
    async requestEvc(key, checksum) {
      const prepared = await ready(key, checksum)
      if (!prepared.ok) return prepared
      const { until } = await otpsLeft(tools, key.gstin)
      if (until !== undefined) {
        return refuse('otp-too-often', { until: timeInIndia(until) })
      }
      const outcome = await portal.requestEvc(prepared.value.access, prepared.value.pan)
      if (outcome.kind !== 'answer')
        return refusalInSession(tools, key.gstin, outcome, 'request-evc')
      await journal.changeReturn(key, {
        evc_checksum: checksum,
        evc_at: clock.now().toISOString(),
        refusal: null,
      })
      return done(undefined)
    },

    async file(key, { checksum, otp, confirmation, differences }) {
      if (confirmation.toUpperCase() !== key.gstin.slice(-4)) {
        return refuse('confirmation-wrong', { gstin: key.gstin })
      }
      const known = await journal.returnOf(key)
      if (known.evc_checksum === null) return refuse('otp-not-requested')
      if (known.evc_checksum !== checksum) return refuse('summary-changed')
      const prepared = await ready(key, checksum)
      if (!prepared.ok) return prepared
      const { access, pan, body } = prepared.value
      const expiry = await sessions.expiry(key.gstin)
      if ((expiry?.getTime() ?? 0) - tools.portalTime.now().getTime() < SESSION_NEEDED)
        return refuse('session-short')

      const unchanged = await stillReviewed(key, access, checksum)
      if (!unchanged.ok) return unchanged
      const before = await track(tools, key)
      if (before.tracked.kind === 'filed') {
        await journal.changeReturn(key, filedElsewhere(before.tracked.filed))
        return refuse('already-filed', { arn: before.tracked.filed.arn })
      }
      await tools.at('file:checked')

      const [intent] = await journal.intend(key, [{ kind: 'FILE', snapshot: undefined, body }])
      if (intent === undefined) throw new Error('the intent to file was not recorded')
      await tools.at('file:intended')
      const signed: Signed = { signatory: maskedPan(pan), differences }
      const sentAt = clock.now()
      const operation = await journal.move(intent, 'send', {
        note: JSON.stringify(signed),
        patch: {
          sent_at: sentAt.toISOString(),
          fence_until: new Date(sentAt.getTime() + tools.pace.fence).toISOString(),
        },
        // From here on this OTP is spent, whatever comes of it.
        ofReturn: { evc_checksum: null, evc_at: null, refusal: null, filed_elsewhere: 0 },
      })
      tools.moved(key)
      await tools.at('file:sent')
      const outcome = await portal.file(access, { body: operation.body, pan, otp })
      await tools.at('file:answered')
      return conclude(key, operation, outcome, { evc_checksum: checksum, evc_at: known.evc_at })
    },
  }

  async function stillReviewed(
    key: ReturnKey,
    access: ReturnAccess,
    checksum: string,
  ): Promise<Result<undefined>> {
    const outcome = await portal.summary(access)
    if (checksum === NIL_CHECKSUM && isNothingThere(outcome)) return done(undefined)
    if (outcome.kind !== 'answer') return refusalInSession(tools, key.gstin, outcome, 'summary')
    if (checksum === NIL_CHECKSUM) {
      const isNil = outcome.value.sec_sum.every(({ ttl_rec }) => Number(ttl_rec) === 0)
      return isNil ? done(undefined) : refuse('nil-has-data')
    }
    if (outcome.value.chksum === checksum) return done(undefined)
    await journal.changeReturn(key, {
      summary: null,
      reviewed_checksum: null,
      evc_checksum: null,
      evc_at: null,
    })
    return refuse('summary-changed')
  }

  /** The answer decides (reliability: classes of `file`); what is not a parsed, known answer is unknown. */
  async function conclude(
    key: ReturnKey,
    operation: OperationRow,
    outcome: Awaited<ReturnType<typeof portal.file>>,
    otp: { evc_checksum: string; evc_at: string | null },
  ): Promise<Result<undefined>> {
    if (outcome.kind === 'answer') {
      await journal.move(operation, 'done', {
        evidence: outcome.evidence,
        ofReturn: { ack: outcome.value.ack_num },
      })
      await tools.at('file:acknowledged')
      return done(undefined)
    }
    if (outcome.kind === 'not-sent') {
      // The portal never saw this OTP, so it is still good.
      await journal.move(operation, 'not-sent', { note: outcome.reason, ofReturn: otp })
      return refusalOf(outcome, 'file')
    }
    await sessions.ended(key.gstin, outcome)
    // A known no, or word that nothing is taken just now: it stands unless the list of filings contradicts it.
    const refused =
      outcome.kind === 'slow-down' ||
      (outcome.kind === 'refused' &&
        portalCode('file', outcome.code) !== undefined &&
        !ALREADY_FILED.has(outcome.code))
    const { problem } = refusalOf(outcome, 'file')
    if (refused) {
      const { tracked } = await track(tools, key)
      if (tracked.kind === 'not-listed' || tracked.kind === 'no-information') {
        await refuseFiling(tools, operation, problem, outcome.evidence)
        return { ok: false, problem }
      }
    }
    const byOthers = outcome.kind === 'refused' && ALREADY_FILED.has(outcome.code)
    await journal.move(operation, 'lost', {
      note: 'reason' in outcome ? outcome.reason : outcome.kind,
      evidence: outcome.evidence,
      ...(refused && { patch: { outcome: JSON.stringify({ problem }) } }),
      // What the list will show is then not this request's doing, nor surely what was reviewed.
      ...(byOthers && { ofReturn: { filed_elsewhere: 1 } }),
    })
    return refuse('outcome-unknown')
  }
}
