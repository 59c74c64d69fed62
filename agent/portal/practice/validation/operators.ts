// Sections supeco and supecoa: what was supplied through operators of e-commerce (table 14), as portal-side rules.
import { z } from 'zod'
import { isOperator, isTaxpayer } from '../gstin.ts'
import { amendsRows, month } from './amendments.ts'
import { checksum, netAmount, paise } from './amounts.ts'
import type { Rule, Section } from './section.ts'
import { flat } from './shape.ts'

/** New, edited or deleted. */
export const rowFlag = z.enum(['N', 'E', 'D'])

const row = z.strictObject({
  etin: z.string().length(15),
  suppval: netAmount,
  igst: netAmount.optional(),
  cgst: netAmount.optional(),
  sgst: netAmount.optional(),
  cess: netAmount.optional(),
  flag: rowFlag.optional(),
  chksum: checksum,
})
type Row = z.infer<typeof row>

const amended = row
  .extend({ oetin: z.string().length(15), omon: month })
  .required({ igst: true, cgst: true, sgst: true })
type Amended = z.infer<typeof amended>

const oneSignRule: Rule<Row> = {
  code: 'PRACTICE_SIGNS',
  broken({ document: { suppval, igst = 0, cgst = 0, sgst = 0, cess = 0 } }) {
    const amounts = [suppval, igst, cgst, sgst, cess]
    return amounts.some((amount) => amount > 0) && amounts.some((amount) => amount < 0)
  },
}

const common = {
  saves: 'upsert',
  isDeletion: ({ flag }) => flag === 'D',
  isEdit: ({ flag }) => flag === 'E',
  codes: { repeated: 'RET191190', missing: 'RET191124', empty: 'RET11416' },
  figuresOf: ({ suppval, igst = 0, cgst = 0, sgst = 0, cess = 0 }) => ({
    val: paise(suppval),
    txval: paise(suppval),
    iamt: paise(igst),
    camt: paise(cgst),
    samt: paise(sgst),
    csamt: paise(cess),
  }),
  // The seller has these supplies in the other tables too, or the operator pays on them.
  liability: 0,
  early: false,
} satisfies Partial<Section<Row>>

/** Who collects tax at source has a number of its own kind; who pays in the seller's stead need not. */
const kinds = [
  { member: 'clttx', line: '14A', isKnown: isOperator },
  { member: 'paytx', line: '14B', isKnown: isTaxpayer },
]

export const supplies: readonly Section<Row>[] = kinds.map(({ member, line, isKnown }) => ({
  ...common,
  key: member,
  inside: { parent: 'supeco', member },
  slug: 'supeco',
  shape: flat<Row>(member, {
    document: row,
    deletion: row.partial().required({ etin: true, flag: true }),
    shownFlag: 'N',
  }),
  rules: [{ code: 'RET191152', broken: ({ document }) => !isKnown(document.etin) }, oneSignRule],
  numberOf: ({ document }) => document.etin,
  summaryLine: () => `SUPECOM/SUPECOM_${line}`,
}))

export const amendedSupplies: readonly Section<Amended>[] = kinds.map(
  ({ member, line, isKnown }) => {
    const amending = amendsRows<Amended>({
      section: member,
      month: ({ omon }) => omon,
      fits: ({ sent }, { document }) =>
        (sent as Row).etin.toUpperCase() === document.oetin.toUpperCase(),
      missing: 'RET191124',
    })
    return {
      ...common,
      ...amending,
      key: `${member}a`,
      inside: { parent: 'supecoa', member: `${member}a` },
      slug: 'supecoa',
      shape: flat<Amended>(`${member}a`, {
        document: amended,
        deletion: amended.partial().required({ etin: true, omon: true, flag: true }),
        shownFlag: 'N',
      }),
      rules: [
        ...amending.rules,
        {
          code: 'RET191152',
          broken: ({ document: { etin, oetin } }) => ![etin, oetin].every(isKnown),
        },
        oneSignRule,
      ],
      numberOf: ({ document: { omon, etin } }) => `${omon} ${etin}`,
      summaryLine: () => `SUPECOMA/SUPECOMA_${line}`,
    }
  },
)
