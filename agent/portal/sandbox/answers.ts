// The forms in which answers are accepted. Loose: the portal adds members, but those we need must be right.
import { z } from 'zod'
import type { DocumentsAnswer } from '../portal.ts'
import type {
  FileAnswer,
  PreferenceAnswer,
  ReferenceAnswer,
  SessionGrant,
  StatusAnswer,
  Summary,
  TrackAnswer,
} from '../../../templates/wire/answers.ts'

export const anything: z.ZodType<unknown> = z.unknown()

export const platformGrant = z.looseObject({ access_token: z.string().min(1) })

export const sessionGrant: z.ZodType<SessionGrant> = z.looseObject({
  access_token: z.string().min(1),
  session_expiry: z.number(),
  token_expiry: z.number(),
})

export const reference: z.ZodType<ReferenceAnswer> = z.looseObject({
  reference_id: z.string().min(1),
})

/** An unknown status word is kept as it is: it means still pending. */
export const status = z.looseObject({
  action: z.string().default('SAVE'),
  form_typ: z.string().default('R1'),
  status_cd: z.string(),
  error_report: z.record(z.string(), z.unknown()).optional(),
}) as unknown as z.ZodType<StatusAnswer>

/** Amounts are kept as they came: the summary travels back untouched. */
export const summary = z.looseObject({
  gstin: z.string(),
  ret_period: z.string(),
  chksum: z.string().min(1),
  sec_sum: z.array(z.looseObject({ sec_nm: z.string(), ttl_rec: z.coerce.number() })),
}) as unknown as z.ZodType<Summary>

/** Other clients have met these names for the same thing. */
export const filed: z.ZodType<FileAnswer> = z
  .looseObject({
    ack_num: z.string().min(1).optional(),
    ackNum: z.string().min(1).optional(),
  })
  .transform((answer, context) => {
    const ack = answer.ack_num ?? answer.ackNum
    if (ack !== undefined) return { ack_num: ack }
    context.addIssue({ code: 'custom', message: 'no acknowledgement number' })
    return z.NEVER
  }) as unknown as z.ZodType<FileAnswer>

/** A large answer comes later: `est` minutes, in place of rows. */
export const documents: z.ZodType<DocumentsAnswer> = z
  .unknown()
  .transform((json): DocumentsAnswer => {
    const later = z.looseObject({ est: z.coerce.number(), token: z.string() }).safeParse(json)
    return later.success
      ? { kind: 'being-prepared', minutes: Math.max(1, Math.ceil(later.data.est)) }
      : { kind: 'rows', json }
  })

export const preference: z.ZodType<PreferenceAnswer> = z.looseObject({
  response: z.array(z.looseObject({ quarter: z.string(), preference: z.enum(['M', 'Q']) })),
})

export const tracked = z.looseObject({
  EFiledlist: z.array(
    z.looseObject({
      arn: z.string(),
      ret_prd: z.string(),
      rtntype: z.string(),
      status: z.string(),
      dof: z.string().default(''),
      mof: z.string().default(''),
      valid: z.string().default(''),
    }),
  ),
}) as unknown as z.ZodType<TrackAnswer>
