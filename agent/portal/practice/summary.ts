// The portal's own totals of a return, and the checksums that bind a filing to them.
import type { SectionSummary, Summary } from '../../../templates/wire/answers.ts'
import { sha256 } from './checksum.ts'
import { actual } from './differences.ts'
import type { Portal, ReturnKey } from './portal.ts'
import { summaryLines, taxed, type Figures, type SummaryLine } from './summary-lines.ts'
import { totalsOf, type Head, type Total } from './totals.ts'
import { sections } from './validation/sections.ts'

export type Form = 'long' | 'short'

interface Manner {
  readonly form: Form
  readonly amounts: 'string' | 'number'
}

type ByLine = ReadonlyMap<string, readonly Total[]>

const sectionOf = new Map(sections.map((section) => [section.key, section]))

/** The whole summary as it stands now. Amounts are rupees, as strings or as numbers. */
export function summaryOf(portal: Portal, { gstin, period }: ReturnKey, form: Form): Summary {
  const manner: Manner = { form, amounts: portal.settings.amounts }
  const counted = totalsOf(portal, { gstin, period })
  const byLine = Map.groupBy(counted, ({ line }) => line)
  const lines = summaryLines.map((line) => writeLine(line, byLine, manner))
  const chksum = sha256(lines.map((line) => line.chksum).join(''))
  const liability = {
    sec_nm: 'TTL_LIAB',
    chksum,
    // Every record counts, as in a captured summary, also where it owes nothing.
    ttl_rec: recordsOf(counted),
    ...writeFigures(taxed, counted, {
      amounts: manner.amounts,
      owed: ({ section, figures }, head) => {
        const { liability = 0, originals } = sectionOf.get(section) ?? {}
        return liability * (figures[originals ? actual(head) : head] ?? 0)
      },
    }),
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
  const at = (below: string): readonly Total[] => byLine.get(below) ?? []
  const below = [...parts, ...inside.map((sub) => `${name}/${sub}`)]
  const counted = [name, ...below].flatMap(at)
  const own = at(name)
  const write = (of: readonly Total[]) => ({
    ttl_rec: recordsOf(of),
    ...writeFigures(figures, of, { amounts: counts ? 'count' : manner.amounts }),
  })
  return {
    sec_nm: name,
    // Seen on a captured summary: an empty section of five parts carries the hash of five empty hashes.
    chksum:
      below.length > 0 && own.length === 0
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
    ...(manner.form === 'long' && counterparties(counted, write)),
  }
}

/** In the long form, each party's own line. */
function counterparties(
  counted: readonly Total[],
  write: (of: readonly Total[]) => object,
): object {
  const member = sectionOf.get(counted[0]?.section ?? '')?.counterparty
  if (!member) return {}
  return {
    cpty_sum: [...Map.groupBy(counted, ({ party }) => party)].map(([party, ofParty]) => ({
      [member]: party,
      chksum: checksumOf(ofParty),
      ...write(ofParty),
    })),
  }
}

function writeFigures(
  figures: Figures,
  counted: readonly Total[],
  {
    amounts,
    owed = ({ figures: of }, head) => of[head] ?? 0,
  }: { amounts: 'string' | 'number' | 'count'; owed?: (of: Total, head: Head) => number },
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(figures).map(([member, head]) => {
      const sum = counted.reduce((total, entry) => total + owed(entry, head), 0)
      if (amounts === 'count') return [member, sum]
      return [member, amounts === 'string' ? String(sum / 100) : sum / 100]
    }),
  )
}

const recordsOf = (counted: readonly Total[]): number =>
  counted.reduce((total, { records }) => total + records, 0)

/** Nothing counted gives the hash of the empty text, as on the real portal. */
const checksumOf = (counted: readonly Total[]): string =>
  sha256(counted.map(({ party, mix }) => `${party} ${mix}`).join('\n'))
