// The portal's answers as Sandbox wraps them. Everything is optional that the portal has been seen to leave out.

/** HTTP 200: `status_cd` `1` with the payload in `data`, or `0` with an error. Sandbox's own refusals are 4xx/5xx without `data`. */
export interface Envelope<T = unknown> {
  code?: number
  timestamp?: number | string
  transaction_id?: string
  message?: string
  data?: { status_cd?: string | number; data?: T; error?: PortalError } & Partial<SessionGrant>
}

export interface PortalError {
  error_cd?: string
  message?: string
}

/** Verify OTP and refresh put these beside `status_cd`. Times are epoch milliseconds. */
export interface SessionGrant {
  access_token: string
  session_expiry: number
  token_expiry: number
}

export interface ReferenceAnswer {
  reference_id: string
}

/** `REC` and `IP` are under way; `P` stored, `PE` stored but for the reported rows, `ER` nothing stored. */
export type StatusWord = 'REC' | 'IP' | 'P' | 'PE' | 'ER'

export interface StatusAnswer {
  action: 'SAVE' | 'RESET' | 'PROCEED'
  form_typ: 'R1'
  status_cd: StatusWord
  error_report?: ErrorReport
}

/** By section: groups that carry a code and the rejected rows; for `ER` the code alone. */
export type ErrorReport = Record<string, unknown>

export interface Summary {
  gstin: string
  ret_period: string
  chksum: string
  newSumFlag: true
  smryTyp?: 'L' | 'S'
  sec_sum: SectionSummary[]
}

/** Amounts arrive as numbers or as strings. `ttl_tax` is the taxable value. */
export interface SectionSummary {
  sec_nm: string
  chksum: string
  ttl_rec: number
  ttl_val?: number | string
  ttl_tax?: number | string
  ttl_igst?: number | string
  ttl_cgst?: number | string
  ttl_sgst?: number | string
  ttl_cess?: number | string
  /** Of `NIL`. */
  ttl_nilsup_amt?: number | string
  ttl_expt_amt?: number | string
  ttl_ngsup_amt?: number | string
  /** Of `DOC_ISSUE`. */
  ttl_doc_issued?: number | string
  ttl_doc_cancelled?: number | string
  net_doc_issued?: number | string
  sub_sections?: SectionSummary[]
  cpty_sum?: unknown[]
}

export interface FileAnswer {
  ack_num: string
}

export interface TrackAnswer {
  EFiledlist: {
    arn: string
    ret_prd: string
    mof: string
    /** `DD-MM-YYYY` */
    dof: string
    rtntype: string
    status: string
    valid: string
  }[]
}

/** How a taxpayer files: monthly or quarterly, by quarter. */
export interface PreferenceAnswer {
  response: { quarter: string; preference: 'M' | 'Q' }[]
}
