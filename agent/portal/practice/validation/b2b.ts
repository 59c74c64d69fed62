// Section b2b: supplies to registered buyers (tables 4A, 4B, 6B, 6C), as portal-side rules.
import { z } from 'zod'
import { dayOf, endOf, gstStart, monthsBeforeEndOf } from '../dates.ts'
import { isBuyer, isOperator } from '../gstin.ts'
import { documentValue, paise, rates, tax, taxable } from './amounts.ts'
import type { Rule, Section, Sent, Surroundings } from './section.ts'

const line = z.strictObject({
  rt: z.number().min(0).max(999.99),
  txval: taxable,
  iamt: tax.optional(),
  camt: tax.optional(),
  samt: tax.optional(),
  csamt: tax.optional(),
})

const invoice = z.strictObject({
  inum: z.string(),
  idt: z.string(),
  val: documentValue,
  pos: z.string(),
  rchrg: z.enum(['Y', 'N']),
  inv_typ: z.string(),
  etin: z.string().optional(),
  diff_percent: z.literal(0.65).optional(),
  flag: z.literal('D').optional(),
  chksum: z.string().max(64).optional(),
  itms: z.array(z.strictObject({ num: z.int().min(1), itm_det: line })),
})

type Invoice = z.infer<typeof invoice>
type Line = z.infer<typeof line>

const lines = (document: Invoice): Line[] => document.itms.map((item) => item.itm_det)
const repeats = (values: readonly number[]): boolean => new Set(values).size < values.length
const isSez = (document: Invoice): boolean => ['SEWP', 'SEWOP'].includes(document.inv_typ)

/** IGST or the other two, by place of supply, type of invoice and where the supplier is. */
const isIntraState = ({ document }: Sent<Invoice>, at: Surroundings): boolean =>
  document.pos === at.homeState && ['R', 'DE'].includes(document.inv_typ) && !at.isSezUnit

const hasIgst = ({ iamt = 0 }: Line): boolean => iamt > 0
const hasStateTax = ({ camt = 0, samt = 0 }: Line): boolean => camt > 0 || samt > 0

function expectedTax({ rt, txval }: Line, document: Invoice): number {
  if (document.inv_typ === 'SEWOP') return 0
  return paise((txval * rt * (document.diff_percent ?? 1)) / 100)
}

const headsAreWrong = (sent: Sent<Invoice>, at: Surroundings): boolean =>
  lines(sent.document).some((line) => {
    const [right, wrong] = isIntraState(sent, at) ? [hasStateTax, hasIgst] : [hasIgst, hasStateTax]
    const rupee = 100
    return wrong(line) || (!right(line) && expectedTax(line, sent.document) > rupee)
  })

/** Off by more than one rupee a line, or CGST and SGST that differ. */
const taxIsWrong = ({ document }: Sent<Invoice>): boolean =>
  lines(document).some((line) => {
    const { iamt = 0, camt = 0, samt = 0 } = line
    const charged = paise(iamt) + paise(camt) + paise(samt)
    return camt !== samt || Math.abs(charged - expectedTax(line, document)) > 100
  })

function dateIsWrong({ document }: Sent<Invoice>, { period }: Surroundings): boolean {
  const day = dayOf(document.idt)
  return (
    day === undefined ||
    day > endOf(period) ||
    day < gstStart ||
    day < monthsBeforeEndOf(period, 18)
  )
}

const rules: readonly Rule<Invoice>[] = [
  {
    code: 'RET191113',
    broken: ({ party }, { gstin }) => !isBuyer(party) || party.toUpperCase() === gstin,
  },
  {
    code: 'RET191360',
    unless: ['RET191113'],
    broken: ({ party }, { isActive }) => !isActive(party),
  },
  {
    code: 'RET191203',
    broken: ({ document }) =>
      !/^(?=.{1,16}$)[a-zA-Z0-9/-]*[a-zA-Z1-9][a-zA-Z0-9/-]*$/.test(document.inum),
  },
  { code: 'RET191114', broken: dateIsWrong },
  {
    code: 'RET191112',
    broken: ({ document }) => !/^(0[1-9]|[12]\d|3[0-8]|9[67])$/.test(document.pos),
  },
  {
    code: 'RET191181',
    broken: ({ document }) => !['R', 'DE', 'SEWP', 'SEWOP', 'CBW'].includes(document.inv_typ),
  },
  {
    code: 'RET191152',
    broken: ({ document }) => document.etin !== undefined && !isOperator(document.etin),
  },
  { code: 'RET191107', broken: ({ document }) => document.itms.length === 0 },
  { code: 'RET191172', broken: ({ document }) => repeats(document.itms.map(({ num }) => num)) },
  {
    code: 'RET191175',
    broken: ({ document }) => lines(document).some(({ rt }) => !rates.includes(rt)),
  },
  { code: 'RET191117', broken: ({ document }) => repeats(lines(document).map(({ rt }) => rt)) },
  {
    code: 'RET191189',
    unless: ['RET191181'],
    broken: ({ document }) =>
      isSez(document) &&
      lines(document).some(
        (line) =>
          hasStateTax(line) ||
          (document.inv_typ === 'SEWOP' && (hasIgst(line) || (line.csamt ?? 0) > 0)),
      ),
  },
  {
    code: 'RET191150',
    unless: ['RET191112', 'RET191181', 'RET191189', 'RET191175'],
    broken: headsAreWrong,
  },
  {
    code: 'RET191205',
    unless: ['RET191181', 'RET191189', 'RET191175', 'RET191150'],
    broken: taxIsWrong,
  },
]

const LINE_OF_TYPE: Readonly<Record<string, string>> = {
  DE: 'B2B_6C',
  SEWP: 'B2B_SEZWP',
  SEWOP: 'B2B_SEZWOP',
}

const sum = (document: Invoice, head: 'txval' | 'iamt' | 'camt' | 'samt' | 'csamt'): number =>
  lines(document).reduce((total, line) => total + paise(line[head] ?? 0), 0)

export const b2b: Section<Invoice> = {
  key: 'b2b',
  slug: 'b2b',
  party: 'ctin',
  list: 'inv',
  document: invoice,
  deletion: invoice.partial().required({ inum: true, flag: true }),
  rules,
  numberOf: ({ inum }) => inum,
  isDeletion: ({ flag }) => flag === 'D',
  amountsOf: (document) => ({
    val: paise(document.val),
    txval: sum(document, 'txval'),
    iamt: sum(document, 'iamt'),
    camt: sum(document, 'camt'),
    samt: sum(document, 'samt'),
    csamt: sum(document, 'csamt'),
  }),
  summaryLine: ({ inv_typ, rchrg }) =>
    LINE_OF_TYPE[inv_typ] ?? (rchrg === 'Y' ? 'B2B_4B' : 'B2B_4A'),
  // GSTN fills every tax head on the way back, and tells who put the row there.
  readBack: (document) => ({
    ...document,
    flag: 'U',
    updby: 'S',
    cflag: 'N',
    itms: document.itms.map(({ num, itm_det }) => ({
      num,
      itm_det: { iamt: 0, camt: 0, samt: 0, csamt: 0, ...itm_det },
    })),
  }),
}
