// Why a file is not read: each reason with its problem code and its words. Deep inside a stream a refusal is thrown;
// it leaves this folder as a Result.
import { done, refuse, type Result } from '../../templates/problems/problem.ts'

/**
 * The largest workbook we take on: one sheet of Excel's last row and a table's thirteen columns, and as much again of sizes in
 * bytes. What only seems so large is refused by how far it shrank (archive.ts).
 */
export const LIMITS = {
  packed: 60_000_000,
  unpacked: 600_000_000,
  parts: 2_000,
  cells: 15_000_000,
  /** What the preview can show. */
  shown: 2_000_000,
} as const

const REASONS = {
  'cannot-open': ['file-unreadable', 'there is no such file, or it may not be opened'],
  damaged: ['xlsx-unreadable', 'the file is damaged.'],
  incomplete: ['xlsx-unreadable', 'a part of the workbook is missing from the file.'],

  packed: ['xlsx-too-large', 'the file is larger than 60 MB.'],
  unpacked: ['xlsx-too-large', 'its contents are larger than 600 MB.'],
  parts: ['xlsx-too-large', 'it holds more than 2,000 parts.'],
  cells: ['xlsx-too-large', 'it has more than 15 million cells.'],
  shown: ['xlsx-too-large', 'it has more cells than the preview can show (2 million).'],

  name: ['xlsx-not-a-workbook', 'the name does not end in .xlsx.'],
  'old-excel': ['xlsx-not-a-workbook', 'it is in the format of Excel 97–2003 (.xls).'],
  macros: ['xlsx-not-a-workbook', 'it is a workbook with macros or in binary form.'],
  foreign: ['xlsx-not-a-workbook', 'its content is something else.'],

  encrypted: ['xlsx-encrypted', 'it is encrypted.'],

  ratio: ['xlsx-hostile', 'a part unpacks to more than a hundred times its size.'],
  size: ['xlsx-hostile', 'a part is larger than the file says.'],
  path: ['xlsx-hostile', 'a part’s name points outside the file.'],
  link: ['xlsx-hostile', 'a part is a link to another file.'],
  twice: ['xlsx-hostile', 'two parts have the same name.'],
  doctype: ['xlsx-hostile', 'it carries a document type, which no workbook has.'],
  depth: ['xlsx-hostile', 'it is nested deeper than any workbook.'],
} as const satisfies Record<string, readonly [code: string, words: string]>

export type Reason = keyof typeof REASONS

export class Refusal extends Error {
  readonly reason: Reason

  constructor(reason: Reason) {
    super(reason)
    this.reason = reason
  }
}

/** Runs `work`; a `Refusal` comes back as a problem with the facts `file` and `reason`. */
export async function refusable<T>(file: string, work: () => Promise<T>): Promise<Result<T>> {
  try {
    return done(await work())
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const [code, words] = REASONS[error.reason]
    return refuse(code, { file: file || 'The workbook', reason: words })
  }
}
