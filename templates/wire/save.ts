// The portal's JSON for saving a return: field names and units are the portal's (rupees, DD-MM-YYYY, MMYYYY).

export interface SavePayload {
  gstin: string
  fp: string
  gt: number
  cur_gt: number
  b2b?: B2bParty[]
}

export interface B2bParty {
  ctin: string
  inv: B2bInvoice[]
}

export interface B2bInvoice {
  inum: string
  idt: string
  val: number
  pos: string
  rchrg: 'Y' | 'N'
  inv_typ: 'R' | 'DE' | 'SEWP' | 'SEWOP' | 'CBW'
  diff_percent?: 0.65
  /** Set on a removal only; the whole document travels with it. */
  flag?: 'D'
  itms: { num: number; itm_det: TaxedLine }[]
}

/** A line: `iamt`, or `camt` and `samt`. */
export interface TaxedLine {
  rt: number
  txval: number
  iamt?: number
  camt?: number
  samt?: number
  csamt?: number
}
