// Judges the documents of one section: which are stored, which deleted, and which come back with a code.
import { codes, type PortalCode } from '../codes.ts'
import type { Group } from './save-body.ts'
import type { Section, Surroundings } from './section.ts'

export interface Judged {
  /** Upper case, as are numbers: the portal compares without regard to case. */
  readonly party: string
  readonly number: string
  readonly deletion: boolean
  readonly sent: unknown
}

export interface SectionVerdict {
  readonly good: readonly Judged[]
  /** The section's part of the error report: one group for every party and code. */
  readonly report: readonly Group[]
}

export interface Holdings {
  /** Parties under which the portal holds this number in this section. */
  partiesOf(number: string): readonly string[]
  readonly saves: 'upsert' | 'strict'
}

export function judgeSection(
  section: Section<unknown>,
  groups: readonly Group[],
  surroundings: Surroundings,
  holdings: Holdings,
): SectionVerdict {
  const everySent = groups.flatMap((group) =>
    (group[section.list] as readonly unknown[]).map((sent) => ({
      partyAsSent: String(group[section.party]),
      party: String(group[section.party]).toUpperCase(),
      number: section.numberOf(sent).toUpperCase(),
      deletion: section.isDeletion(sent),
      sent,
    })),
  )
  const timesSent = new Map<string, number>()
  for (const { number } of everySent) timesSent.set(number, (timesSent.get(number) ?? 0) + 1)

  const good: Judged[] = []
  const report = new Map<string, { group: Group; rows: unknown[] }>()
  for (const { partyAsSent, ...judged } of everySent) {
    const found: PortalCode[] = []
    if ((timesSent.get(judged.number) ?? 0) > 1) found.push('RET191190')
    found.push(...keyProblems(judged, holdings))
    if (!judged.deletion) {
      for (const { code, unless = [], broken } of section.rules) {
        if (unless.some((earlier) => found.includes(earlier))) continue
        if (broken({ party: partyAsSent, document: judged.sent }, surroundings)) found.push(code)
      }
    }
    if (found.length === 0) good.push(judged)
    for (const code of found) {
      const rows = report.get(`${partyAsSent} ${code}`)?.rows ?? []
      rows.push(judged.sent)
      const group = {
        [section.party]: partyAsSent,
        error_cd: code,
        error_msg: codes[code],
        [section.list]: rows,
      }
      report.set(`${partyAsSent} ${code}`, { group, rows })
    }
  }
  return { good, report: [...report.values()].map(({ group }) => group) }
}

/** What the number's own history says against it. */
function keyProblems({ party, number, deletion }: Judged, holdings: Holdings): PortalCode[] {
  const holders = holdings.partiesOf(number)
  const isHeld = holders.includes(party)
  if (deletion) return isHeld ? [] : ['RET191124']
  if (holders.some((holder) => holder !== party)) return ['RET191133']
  return isHeld && holdings.saves === 'strict' ? ['RET191190'] : []
}
