// The portal's own totals of a return, and the checksums that bind a filing to them.
import type { SectionSummary, Summary } from '../../../templates/wire/answers.ts'
import { canonical, sha256 } from './checksum.ts'
import { heldIn } from './documents.ts'
import type { Portal, ReturnKey } from './portal.ts'
import { summaryLines, taxed, type Figures, type SummaryLine } from './summary-lines.ts'
import { sections } from './validation/sections.ts'
import type { Amounts } from './validation/section.ts'

export type Form = 'long' | 'short'

/** A document as the lines count it. */
interface Counted {
  readonly line: string
  /** `ctin` and the like. */
  readonly partyMember: string
  readonly party: string
  readonly sent: unknown
  readonly amounts: Amounts
}

interface Manner {
  readonly form: Form
  readonly amounts: 'string' | 'number'
}

type ByLine = ReadonlyMap<string, readonly Counted[]>

/** The whole summary as it stands now. Amounts are rupees, as strings or as numbers. */
export function summaryOf(portal: Portal, { gstin, period }: ReturnKey, form: Form): Summary {
  const manner: Manner = { form, amounts: portal.settings.amounts }
  const counted = sections.flatMap((section) =>
    heldIn(portal, { gstin, period }, section.key).map(({ party, sent }) => ({
      line: section.summaryLine(sent),
      partyMember: section.party,
      party,
      sent,
      amounts: section.amountsOf(sent),
    })),
  )
  const byLine = Map.groupBy(counted, ({ line }) => line)
  const lines = summaryLines.map((line) => writeLine(line, byLine, manner))
  const chksum = sha256(lines.map((line) => line.chksum).join(''))
  const liability = {
    sec_nm: 'TTL_LIAB',
    chksum,
    ttl_rec: counted.length,
    ...writeFigures(taxed, counted, manner.amounts),
  }
  return {
    gstin,
    ret_period: period,
    chksum,
    newSumFlag: true,
    smryTyp: form === 'long' ? 'L' : 'S',
    sec_sum: [...lines, liability],
  }
}

function writeLine(line: SummaryLine, byLine: ByLine, manner: Manner): SectionSummary {
  const { name, figures, counts = false, parts = [], inside = [] } = line
  const at = (below: string): readonly Counted[] => byLine.get(below) ?? []
  const below = [...parts, ...inside.map((sub) => `${name}/${sub}`)]
  const counted = [name, ...below].flatMap(at)
  const write = (of: readonly Counted[]) => ({
    ttl_rec: of.length,
    ...writeFigures(figures, of, counts ? 'number' : manner.amounts),
  })
  return {
    sec_nm: name,
    // Seen on a captured summary: an empty section of five parts carries the hash of five empty hashes.
    chksum:
      below.length > 0
        ? sha256(below.map((part) => checksumOf(at(part))).join(''))
        : checksumOf(counted),
    ...write(counted),
    ...(inside.length > 0 && {
      sub_sections: inside.map((sub) => ({
        sec_nm: sub,
        chksum: checksumOf(at(`${name}/${sub}`)),
        ...write(at(`${name}/${sub}`)),
      })),
    }),
    ...(manner.form === 'long' &&
      counted.length > 0 && {
        cpty_sum: [...Map.groupBy(counted, ({ party }) => party).values()].map((ofParty) => ({
          ...nameOf(ofParty),
          chksum: checksumOf(ofParty),
          ...write(ofParty),
        })),
      }),
  }
}

function writeFigures(
  figures: Figures,
  counted: readonly Counted[],
  amounts: Manner['amounts'],
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(figures).map(([member, head]) => {
      const paise =
        head === 'none' ? 0 : counted.reduce((total, { amounts }) => total + amounts[head], 0)
      return [member, amounts === 'string' ? String(paise / 100) : paise / 100]
    }),
  )
}

const nameOf = ([first]: readonly Counted[]): object =>
  first ? { [first.partyMember]: first.party } : {}

/** Nothing counted gives the hash of the empty text, as on the real portal. */
const checksumOf = (counted: readonly Counted[]): string =>
  sha256(counted.map(({ party, sent }) => canonical([party, sent])).join('\n'))
