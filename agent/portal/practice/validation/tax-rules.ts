// Rules on the lines of a document or row: rates, and the tax that must follow from value, rate and place of supply.
import { paise, rates } from './amounts.ts'
import type { Rule, Sent, Surroundings } from './section.ts'
import type { Figures } from '../totals.ts'

/** Amounts in rupees. */
export interface Line {
  readonly rt: number
  readonly txval: number
  readonly iamt?: number | undefined
  readonly camt?: number | undefined
  readonly samt?: number | undefined
  readonly csamt?: number | undefined
}

/** Documents list `{num, itm_det}`; exports and advances list flat lines. */
export interface Numbered {
  readonly itms: readonly { readonly num: number; readonly itm_det: Line }[]
}

export interface Taxing<D> {
  lines(document: D): readonly Line[]
  /** CGST and SGST belong here, and IGST everywhere else. */
  isIntraState(sent: Sent<D>, surroundings: Surroundings): boolean
  /** Made without payment of tax. */
  isUntaxed?(sent: Sent<D>): boolean
  /** 0.65 where the supply bears 65 % of the tax. */
  share?(document: D): number | undefined
}

/** Tax may be off by a rupee a line. */
const RUPEE = 100

export const numberedLines = (document: Numbered): Line[] =>
  document.itms.map(({ itm_det }) => itm_det)

export const repeats = (values: readonly unknown[]): boolean => new Set(values).size < values.length

export const hasIgst = ({ iamt = 0 }: Line): boolean => iamt !== 0
export const hasStateTax = ({ camt = 0, samt = 0 }: Line): boolean => camt !== 0 || samt !== 0
export const hasCess = ({ csamt = 0 }: Line): boolean => csamt !== 0

export const lineNumberRule: Rule<Numbered> = {
  code: 'RET191172',
  broken: ({ document }) => repeats(document.itms.map(({ num }) => num)),
}

export const listedRateRule = <D>(lines: (document: D) => readonly Line[]): Rule<D> => ({
  code: 'RET191175',
  broken: ({ document }) => lines(document).some(({ rt }) => !rates.includes(rt)),
})

/** There is a line, each of a rate that exists, one for each rate. */
export const rateRules = <D>(lines: (document: D) => readonly Line[]): readonly Rule<D>[] => [
  { code: 'RET191107', broken: ({ document }) => lines(document).length === 0 },
  listedRateRule(lines),
  { code: 'RET191117', broken: ({ document }) => repeats(lines(document).map(({ rt }) => rt)) },
]

export function taxRules<D>(taxing: Taxing<D>): readonly Rule<D>[] {
  const expected = (line: Line, sent: Sent<D>): number =>
    taxing.isUntaxed?.(sent) === true
      ? 0
      : paise((line.txval * line.rt * (taxing.share?.(sent.document) ?? 1)) / 100)
  return [
    {
      code: 'RET191150',
      unless: ['RET191112', 'RET191153', 'RET191154', 'RET191181', 'RET191189', 'RET191175'],
      broken(sent, surroundings) {
        const [right, wrong] = taxing.isIntraState(sent, surroundings)
          ? [hasStateTax, hasIgst]
          : [hasIgst, hasStateTax]
        const untaxed = taxing.isUntaxed?.(sent) === true
        return taxing
          .lines(sent.document)
          .some(
            (line) =>
              wrong(line) ||
              (untaxed && (right(line) || hasCess(line))) ||
              (!right(line) && Math.abs(expected(line, sent)) > RUPEE),
          )
      },
    },
    {
      code: 'RET191205',
      unless: ['RET191153', 'RET191154', 'RET191181', 'RET191189', 'RET191175', 'RET191150'],
      broken: (sent) =>
        taxing.lines(sent.document).some((line) => {
          const { iamt = 0, camt = 0, samt = 0 } = line
          const charged = paise(iamt) + paise(camt) + paise(samt)
          return camt !== samt || Math.abs(charged - expected(line, sent)) > RUPEE
        }),
    },
  ]
}

/** What a list of lines adds up to, in paise. */
export function sumOf(lines: readonly Line[]) {
  const sum = (head: 'txval' | 'iamt' | 'camt' | 'samt' | 'csamt'): number =>
    lines.reduce((total, line) => total + paise(line[head] ?? 0), 0)
  return {
    txval: sum('txval'),
    iamt: sum('iamt'),
    camt: sum('camt'),
    samt: sum('samt'),
    csamt: sum('csamt'),
  } satisfies Figures
}

/** Of rows without a value of their own: what they are worth with tax. Captured summaries have it so. */
export function sumWithValue(lines: readonly Line[]): Figures {
  const sum = sumOf(lines)
  return { val: Object.values(sum).reduce((total, head) => total + head, 0), ...sum }
}

/** Credit notes count as negative. */
export const negative = (figures: Figures): Figures =>
  Object.fromEntries(Object.entries(figures).map(([head, paise]) => [head, -paise || 0]))
