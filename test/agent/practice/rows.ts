// The invoice that most tests save, and the lines it is made of.

export interface Line {
  rt: number
  txval: number
  iamt?: number
  camt?: number
  samt?: number
  csamt?: number
}

/** An inter-state invoice of ₹50,000 at 18 %, with anything in it replaced. */
export function invoice(changes: object = {}, lines: Line[] = [interState(50_000)]) {
  return {
    inum: 'KT/0412',
    idt: '09-07-2025',
    val: 59_000,
    pos: '27',
    rchrg: 'N',
    inv_typ: 'R',
    itms: lines.map((itm_det, index) => ({ num: index + 1, itm_det })),
    ...changes,
  }
}

export const interState = (txval: number, rt = 18): Line => ({
  rt,
  txval,
  iamt: Math.round(txval * rt) / 100,
  csamt: 0,
})

export const intraState = (txval: number, rt = 18): Line => ({
  rt,
  txval,
  camt: Math.round((txval * rt) / 2) / 100,
  samt: Math.round((txval * rt) / 2) / 100,
  csamt: 0,
})

export const party = (ctin: string, ...inv: object[]) => ({ ctin, inv })
