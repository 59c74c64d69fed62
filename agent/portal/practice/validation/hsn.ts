// Section hsn: what was sold, by HSN, unit and rate (table 12), replaced whole. Two lists from 05/2025, one before.
import { z } from 'zod'
import type { PortalCode } from '../codes.ts'
import { monthOf } from '../dates.ts'
import { sha256 } from '../checksum.ts'
import { hsnAmount, quantity, rate, rates } from './amounts.ts'
import type { Section } from './section.ts'
import { firstCode, marks, reason, type Manner, type Refused } from './shape.ts'
import { sumWithValue } from './tax-rules.ts'
import { NO_UNIT, units } from './units.ts'

const row = z.strictObject({
  num: z.int().min(1),
  hsn_sc: z.string(),
  desc: z.string().optional(),
  user_desc: z.string().optional(),
  uqc: z.string(),
  qty: quantity,
  rt: rate,
  txval: hsnAmount,
  iamt: hsnAmount.optional(),
  camt: hsnAmount.optional(),
  samt: hsnAmount.optional(),
  csamt: hsnAmount.optional(),
})
type Row = z.infer<typeof row>

const lists = ['data', 'hsn_b2b', 'hsn_b2c'] as const
type List = (typeof lists)[number]
type Lists = Partial<Record<List, Row[]>>

const rows = z.array(row).min(1)
const undivided = z.strictObject({ data: rows })
const divided = z
  .strictObject({ hsn_b2b: rows.optional(), hsn_b2c: rows.optional() })
  .refine(({ hsn_b2b, hsn_b2c }) => hsn_b2b !== undefined || hsn_b2c !== undefined)
const emptied = z.strictObject({ flag: z.literal('D') })

const isDivided = (period: string): boolean => monthOf(period) >= '2025-05'

/** Above this turnover, in rupees, six digits are asked for. */
const LARGE_TURNOVER = 50_000_000

const isService = ({ hsn_sc }: Row): boolean => hsn_sc.startsWith('99')

export const hsn: Section<Row> = {
  key: 'hsn',
  slug: 'hsn',
  shape: {
    schema: z.union([undivided, divided, emptied]),
    fits: (json, period) =>
      emptied.safeParse(json).success || 'data' in (json as object) !== isDivided(period),
    entries: (json) =>
      lists.flatMap((list) =>
        ((json as Lists)[list] ?? []).map((document) => ({ party: list, document })),
      ),
    readBack(held, { period }) {
      const rowsOf = (list: List) =>
        held
          .filter(({ party }) => party === list.toUpperCase())
          .map(({ sent }) => sent as Row)
          .sort((a, b) => a.num - b.num)
      return {
        hsn: {
          ...(isDivided(period)
            ? { hsn_b2b: rowsOf('hsn_b2b'), hsn_b2c: rowsOf('hsn_b2c') }
            : { data: rowsOf('data') }),
          ...marks,
          chksum: sha256(held.map(({ hash }) => hash).join('')),
        },
      }
    },
    report: (refused, manner) => reports[formOf(manner)](refused),
  },
  rules: [
    { code: 'RET191349', broken: ({ document }) => !/^\d{2,8}$/.test(document.hsn_sc) },
    {
      code: 'RET191350',
      unless: ['RET191349'],
      broken: ({ document }, { turnover }) =>
        document.hsn_sc.length < (turnover > LARGE_TURNOVER ? 6 : 4),
    },
    // A service has no unit, and goods have one.
    {
      code: 'RET191353',
      unless: ['RET191349'],
      broken: ({ document }) =>
        !units.includes(document.uqc) || isService(document) !== (document.uqc === NO_UNIT),
    },
    { code: 'RET191355', broken: ({ document }) => isService(document) && document.qty !== 0 },
    { code: 'RET191175', broken: ({ document }) => !rates.includes(document.rt) },
  ],
  saves: 'whole',
  numberOf: ({ party, document: { hsn_sc, uqc, rt } }) => [party, hsn_sc, uqc, rt].join(' '),
  isDeletion: () => false,
  codes: { repeated: 'RET191117', missing: 'RET191124', empty: 'RET11416' },
  figuresOf: (document) => sumWithValue([document]),
  summaryLine: ({ party }) => (party === 'DATA' ? 'HSN' : party),
  liability: 0,
  early: false,
}

// ── the three forms of its error report, each documented somewhere ──────────────────────────────

type Form = Exclude<Manner['hsnReport'], 'by-period'>

const formOf = ({ hsnReport, period }: Manner): Form => {
  if (hsnReport !== 'by-period') return hsnReport
  return isDivided(period) ? 'lists' : 'array'
}

const documentsOf = (refused: readonly Refused<Row>[]): Row[] =>
  refused.map(({ document }) => document)

const byCode = (refused: readonly Refused<Row>[]): [PortalCode, Refused<Row>[]][] => [
  ...Map.groupBy(refused, ({ code }) => code).entries(),
]

const reports: Readonly<Record<Form, (refused: readonly Refused<Row>[]) => unknown>> = {
  object(refused) {
    const rows = firstCode(refused)
    return { data: documentsOf(rows), ...(rows[0] && reason(rows[0].code)) }
  },
  array: (refused) =>
    byCode(refused).map(([code, rows]) => ({
      chksum: sha256(JSON.stringify(documentsOf(rows))),
      data: documentsOf(rows),
      ...reason(code),
    })),
  lists: (refused) =>
    byCode(refused).flatMap(([code, rows]) =>
      [...Map.groupBy(rows, ({ party }) => party).entries()].map(([list, ofList]) => ({
        [list]: documentsOf(ofList),
        ...reason(code),
      })),
    ),
}
