// Judges a save: which entries are good, and which come back with a code.
import type { PortalCode } from '../codes.ts'
import type { SentSections } from './save-body.ts'
import type { Section, Sent, Surroundings } from './section.ts'
import type { Refused } from './shape.ts'

export interface Judged extends Sent<unknown> {
  /** Upper case: the portal compares without regard to case. */
  readonly number: string
  readonly deletion: boolean
}

export interface SectionVerdict {
  readonly section: Section<unknown>
  readonly good: readonly Judged[]
  readonly refused: readonly Refused<unknown>[]
}

export interface Holdings {
  /** Where the portal holds this number, over all sections. Parties are upper case. */
  holdersOf(number: string): readonly { section: Section<unknown>; party: string }[]
  readonly saves: 'upsert' | 'strict'
}

/** Against what was held before the request: a number that it deletes is not free within it. */
export function judge(
  sent: SentSections,
  surroundings: Surroundings,
  holdings: Holdings,
): SectionVerdict[] {
  const everySection = [...sent].map(([section, entries]) => ({
    section,
    entries: entries.map((entry) => ({
      ...entry,
      number: section.numberOf(entry).toUpperCase(),
      deletion: section.isDeletion(entry.document),
    })),
  }))
  const timesSent = new Map<string, number>()
  for (const { section, entries } of everySection) {
    for (const { number } of entries) {
      for (const space of [section.key, section.series]) {
        const key = `${space ?? ''} ${number}`
        timesSent.set(key, (timesSent.get(key) ?? 0) + 1)
      }
    }
  }
  return everySection.map(({ section, entries }) => {
    const good: Judged[] = []
    const refused: Refused<unknown>[] = []
    for (const entry of entries) {
      const sentHere = timesSent.get(`${section.key} ${entry.number}`) ?? 0
      const sentInSeries = section.series
        ? (timesSent.get(`${section.series} ${entry.number}`) ?? 0)
        : sentHere
      const found: PortalCode[] = []
      if (sentHere > 1) found.push(section.codes.repeated)
      if (sentInSeries > sentHere) found.push('RET191134')
      found.push(...historyProblems(section, entry, holdings))
      for (const { code, unless = [], broken } of entry.deletion ? [] : section.rules) {
        if ([code, ...unless].some((earlier) => found.includes(earlier))) continue
        if (broken(entry, surroundings)) found.push(code)
      }
      if (found.length === 0) good.push(entry)
      for (const code of found) {
        refused.push({ party: entry.party, document: entry.document, code })
      }
    }
    return { section, good, refused }
  })
}

/** What the number's own history says against it. */
function historyProblems(
  section: Section<unknown>,
  { party, number, deletion, document }: Judged,
  { holdersOf, saves }: Holdings,
): PortalCode[] {
  if (section.saves === 'whole') return []
  const holders = holdersOf(number)
  const here = holders.filter((holder) => holder.section === section)
  const there = here.filter(
    (holder) => section.saves === 'by-number' || holder.party === party.toUpperCase(),
  )
  const edits = section.isEdit?.(document) === true
  if (there.length === 0 && (deletion || edits)) return [section.codes.missing]
  if (deletion) return []
  if (there.length < here.length) return ['RET191133']
  const inSeries = holders.filter(({ section: { series } }) => series === section.series)
  if (section.series && inSeries.length > here.length) return ['RET191134']
  return there.length > 0 && saves === 'strict' && !edits ? [section.codes.repeated] : []
}
