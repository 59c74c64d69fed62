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
const buyerMarks = { ...marks, updby: 'S', cflag: 'N' } as const

export const reason = (code: PortalCode): object => ({ error_cd: code, error_msg: codes[code] })

interface Rows<D> {
  readonly document: z.ZodType<D>
  /** The least that a deletion must carry; closed. */
  readonly deletion: z.ZodType
  /** The row as it is read back; as it was sent, where this is left out. */
  show?(document: D): object
  /** The row as the error report has it; as it was sent, where this is left out. */
  reported?(document: D): object
}

/** `[{ <party>, <list>: [row] }]`. In the report: one group for every party and code. */
export function grouped<D extends object>(
  key: string,
  party: string,
  list: string,
  { document, deletion, show, reported = (row) => row }: Rows<D>,
  partySchema: z.ZodType = z.string(),
): Shape<D> {
  const hasBuyer = party === 'ctin'
  return {
    schema: z
      .array(
        z.strictObject({
          [party]: partySchema,
          [list]: z.array(z.union([document, deletion])).min(1),
        }),
      )
      .min(1),
    entries: (json) =>
      (json as Record<string, unknown>[]).flatMap((group) =>
        (group[list] as D[]).map((row) => ({ party: String(group[party]), document: row })),
      ),
    readBack: (held) => ({
      [key]: [...Map.groupBy(held, (entry) => entry.party).entries()].map(([name, entries]) => ({
        [party]: name,
        ...(hasBuyer && { cfs: 'N' }),
        [list]: entries.map(({ sent, hash }) => ({
          ...(show ? show(sent as D) : (sent as D)),
          ...(hasBuyer ? buyerMarks : marks),
          chksum: hash,
        })),
      })),
    }),
    report: (refused) =>
      [...Map.groupBy(refused, (row) => `${row.party} ${row.code}`).values()].map((rows) => ({
        [party]: rows[0]?.party,
        ...(rows[0] && reason(rows[0].code)),
        [list]: rows.map(({ document }) => reported(document)),
      })),
  }
}

/** `[row]`. In the report the code stands on the row. */
export function flat<D extends object>(
  key: string,
  { document, deletion, show }: Rows<D>,
  partyOf: (document: D) => string = () => '',
): Shape<D> {
  return {
    schema: z.array(z.union([document, deletion])).min(1),
    entries: (json) => (json as D[]).map((row) => ({ party: partyOf(row), document: row })),
    readBack: (held) => ({
      [key]: held.map(({ sent, hash }) => ({
        ...(show ? show(sent as D) : (sent as D)),
        ...marks,
        chksum: hash,
      })),
    }),
    report: (refused) => refused.map(({ document, code }) => ({ ...document, ...reason(code) })),
  }
}

/** For shapes that report one code with all its rows: the first code found, so that the rest comes after a correction. */
export function firstCode<D>(refused: readonly Refused<D>[]): readonly Refused<D>[] {
  return refused.filter(({ code }) => code === refused[0]?.code)
}
