// How the entries of a section lie in its JSON: in the save, in what is read back, and in the error report.
import { z } from 'zod'
import { codes, type PortalCode } from '../codes.ts'
import type { HeldEntry } from '../entries.ts'
import type { Settings } from '../portal.ts'
import type { Sent } from './section.ts'

/** An entry that comes back with a code. `party` as it was sent. */
export interface Refused<D> extends Sent<D> {
  readonly code: PortalCode
}

/** The sources disagree on some forms, so settings choose them. */
export interface Manner extends Pick<Settings, 'hsnReport' | 'txpAnswer'> {
  /** `MMYYYY` */
  readonly period: string
}

export interface Shape<D> {
  /** Closed, for the whole section. */
  readonly schema: z.ZodType
  /** Whether the section may lie like this in the period; always, where it is left out. */
  fits?(json: unknown, period: string): boolean
  /** Of JSON that the schema took. */
  entries(json: unknown): Sent<D>[]
  /** The answer's payload: what the portal holds. */
  readBack(held: readonly HeldEntry[], manner: Manner): object
  /** The section's part of the error report. */
  report(refused: readonly Refused<D>[], manner: Manner): unknown
}

/** What the portal adds to every row that it shows. */
export const marks = { flag: 'U' } as const
/** What it adds where a buyer sees the row too: who put it there, and that the buyer did nothing. */
const buyerMarks = { updby: 'S', cflag: 'N' } as const

export const reason = (code: PortalCode): object => ({ error_cd: code, error_msg: codes[code] })

export interface Rows<D> {
  readonly document: z.ZodType<D>
  /** The least that a deletion must carry; closed. */
  readonly deletion: z.ZodType
  /** The row as it is read back; as it was sent, where this is left out. */
  show?(document: D): object
  /** `U`, uploaded, where this is left out; `N` is no change. */
  readonly shownFlag?: 'U' | 'N'
  /** Notes say besides that they stand without an invoice. */
  readonly isNote?: boolean
  /** The row as the error report has it; as it was sent, where this is left out. */
  reported?(document: D): object
}

const shown = <D extends object>(
  { sent, hash, beside: { original, eInvoice } }: HeldEntry,
  { show, shownFlag = 'U', isNote = false }: Rows<D>,
): object => ({
  ...(show ? show(sent as D) : (sent as D)),
  flag: shownFlag,
  chksum: hash,
  ...(isNote && { d_flag: 'Y' }),
  ...(original && { opd: original.period }),
  ...eInvoice,
})

/** `[{ <party>, <list>: [row] }]`; a party of several members has them in one text, with blanks between. In the report: one group for every party and code. */
export function grouped<D extends object>(
  key: string,
  party: string | readonly string[],
  list: string,
  rows: Rows<D>,
  partySchema: z.ZodType = z.string(),
): Shape<D> {
  const { document, deletion, reported = (row) => row } = rows
  const members = [party].flat()
  const hasBuyer = members.includes('ctin')
  const partyIn = (group: Record<string, unknown>): string =>
    members.map((member) => String(group[member])).join(' ')
  const membersOf = (name: string): object =>
    Object.fromEntries(name.split(' ').map((part, index) => [members[index], part]))
  return {
    schema: z
      .array(
        z.strictObject({
          ...Object.fromEntries(members.map((member) => [member, partySchema])),
          [list]: z.array(z.union([document, deletion])).min(1),
        }),
      )
      .min(1),
    entries: (json) =>
      (json as Record<string, unknown>[]).flatMap((group) =>
        (group[list] as D[]).map((row) => ({ party: partyIn(group), document: row })),
      ),
    readBack: (held) => ({
      [key]: [...Map.groupBy(held, (entry) => entry.party).entries()].map(([name, entries]) => ({
        ...membersOf(name),
        ...(hasBuyer && { cfs: 'N' }),
        [list]: entries.map((entry) => ({
          ...shown(entry, rows),
          ...(hasBuyer && buyerMarks),
        })),
      })),
    }),
    report: (refused) =>
      [...Map.groupBy(refused, (row) => `${row.party} ${row.code}`).values()].map((same) => ({
        ...(same[0] && { ...membersOf(same[0].party), ...reason(same[0].code) }),
        [list]: same.map(({ document }) => reported(document)),
      })),
  }
}

/** `[row]`. In the report the code stands on the row. */
export function flat<D extends object>(
  key: string,
  rows: Rows<D>,
  partyOf: (document: D) => string = () => '',
): Shape<D> {
  return {
    schema: z.array(z.union([rows.document, rows.deletion])).min(1),
    entries: (json) => (json as D[]).map((row) => ({ party: partyOf(row), document: row })),
    readBack: (held) => ({
      [key]: held.map((entry) => shown(entry, rows)),
    }),
    report: (refused) => refused.map(({ document, code }) => ({ ...document, ...reason(code) })),
  }
}

/** For shapes that report one code with all its rows: the first code found, so that the rest comes after a correction. */
export function firstCode<D>(refused: readonly Refused<D>[]): readonly Refused<D>[] {
  return refused.filter(({ code }) => code === refused[0]?.code)
}
