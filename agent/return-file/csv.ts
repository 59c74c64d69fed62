// A CSV file (RFC 4180) as one sheet of a workbook: every cell is text, whatever it begins with.
import { isUtf8 } from 'node:buffer'
import type { Block } from '../../templates/block.ts'
import { fold } from '../../templates/columns/kind.ts'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import { findHeader } from '../../templates/reading/header.ts'
import { sheetsOf } from '../../templates/reading/sheet-rows.ts'
import type { Table } from '../../templates/tables/table.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import { ownText } from '../xlsx/strings.ts'
import { readBytes } from './json-file.ts'
import { asUtf8 } from './utf8.ts'

const LARGEST = 200_000_000
/** The usual one first: it stands where none shows a header. */
const DELIMITERS = [',', ';', '\t'] as const
/** The header is looked for among these; the delimiter is the one that shows most of its columns. */
const RECORDS_TO_SEARCH = 30

export const isCsvName = (file: string): boolean => /\.(csv|tsv)$/i.test(file)

/** Refuses `file-unreadable`, `file-too-large`, `csv-not-utf8`, `csv-quote-open` and `table-unknown`. */
export async function readCsv(file: string, tableName: string): Promise<Result<Block[]>> {
  const table = tableNamed(tableName)
  if (table === undefined) {
    return refuse('table-unknown', {
      found: tableName,
      allowed: TABLES.map(({ id }) => id).join(', '),
    })
  }
  const bytes = await readBytes(file, LARGEST)
  return bytes.ok ? blocksOfCsv(bytes.value, table, file) : bytes
}

const tableNamed = (name: string): Table | undefined =>
  TABLES.find(({ id, sheets }) => [id, ...sheets].some((known) => fold(known) === fold(name)))

export function blocksOfCsv(found: Uint8Array, table: Table, file: string): Result<Block[]> {
  const bytes = asUtf8(found)
  if (!isUtf8(bytes)) return refuse('csv-not-utf8', { file })
  const tried = DELIMITERS.map((delimiter) => ({
    delimiter,
    columns: headerColumns(bytes, delimiter, table),
  }))
  const most = Math.max(...tried.map(({ columns }) => columns))
  const delimiter = tried.find(({ columns }) => columns === most)?.delimiter ?? ','

  const values: string[][] = []
  const own = ownFields()
  for (const record of records(textOf(bytes), delimiter)) {
    if (!record.closed) return refuse('csv-quote-open', { file, line: record.line })
    values.push(record.fields.map((field) => own(shownBy(field))))
  }
  return done([blockOf(values, table)])
}

/** `="0007"` is how software writes a text that Excel shall not take for a number. */
const shownBy = (field: string): string =>
  field.startsWith('="') ? field.replace(/^="([^"]*)"$/, '$1') : field

/** Bytes at once, so that a large file never stands in memory as one text. */
const PIECE = 4_000_000

function* textOf(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder()
  for (let at = 0; at < bytes.length; at += PIECE)
    yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true })
}

/** Parties, places and types stand in many rows; what stands in one only, such as numbers, need not be kept beyond this. */
const FIELDS_KNOWN = 50_000

/** Gives fields that keep nothing of their piece alive, and the same text once however often it stands there. */
function ownFields() {
  const known = new Map<string, string>()
  return (field: string): string => {
    const seen = known.get(field)
    if (seen !== undefined) return seen
    const own = ownText(field)
    if (known.size < FIELDS_KNOWN) known.set(own, own)
    return own
  }
}

function headerColumns(bytes: Uint8Array, delimiter: string, table: Table): number {
  const first: string[][] = []
  for (const { fields } of records(textOf(bytes), delimiter)) {
    first.push(fields)
    if (first.length === RECORDS_TO_SEARCH) break
  }
  const [rows] = sheetsOf([blockOf(first, table)])
  return (rows && findHeader(rows, table)?.columns.length) ?? 0
}

const blockOf = (values: string[][], table: Table): Block => ({
  sheet: table.sheets[0] ?? table.id,
  firstRow: 0,
  firstColumn: 0,
  values,
  numberFormat: [],
  hiddenRows: 0,
  hiddenSheet: false,
})

interface CsvRecord {
  readonly fields: string[]
  /** The line it begins on, from 1. */
  readonly line: number
  /** False where a quote is still open at the end of the file. */
  readonly closed: boolean
}

/** Records one after another, of a text that comes in pieces. */
export function* records(pieces: Iterable<string>, delimiter: string): Generator<CsvRecord> {
  let rest = ''
  let line = 1
  for (const piece of pieces) {
    const text = rest + piece
    let begun = 0
    for (const record of recordsIn(text, delimiter, line)) {
      // What touches the end may go on in the next piece.
      if (record.end === text.length) break
      yield record
      begun = record.end
      line = record.next
    }
    rest = text.slice(begun)
  }
  yield* recordsIn(rest, delimiter, line)
}

interface RecordInText extends CsvRecord {
  /** Where the text goes on behind it, and on which line. */
  readonly end: number
  readonly next: number
}

/** A quote within a field that does not begin with one stands for itself. */
function* recordsIn(text: string, delimiter: string, first: number): Generator<RecordInText> {
  // One field: quoted or not, and what ends it.
  const field = new RegExp(
    `(?:"([^"]*(?:""[^"]*)*)("?)([^${delimiter}\\r\\n]*)|([^${delimiter}\\r\\n]*))(${delimiter}|\\r\\n|\\n|\\r|$)`,
    'y',
  )
  let fields: string[] = []
  let line = first
  let begun = first
  let closed = true
  while (field.lastIndex < text.length || fields.length > 0) {
    const [whole, quoted, end, rest = '', plain = '', after] = field.exec(text) ?? ['']
    fields.push(quoted === undefined ? plain : quoted.replaceAll('""', '"') + rest)
    closed = quoted === undefined || end === '"'
    line += whole.match(/\r\n|\n|\r/g)?.length ?? 0
    if (after === delimiter) continue
    yield { fields, line: begun, closed, end: field.lastIndex, next: line }
    fields = []
    begun = line
  }
}
