// One number under two parties: the portal keeps the first and refuses the second (RET191133, RET191190).
import { holdDocument, type SheetReading } from '../reading/read-sheet.ts'
import { rowCells } from '../reading/sheet-rows.ts'
import type { Document } from '../tables/table.ts'

/** Holds back both documents: only the user knows which number is the wrong one. */
export function sameNumberTwice(readings: readonly SheetReading[]): void {
  for (const reading of readings) {
    const { table } = reading
    const party = table.columns.find(({ role }) => role === 'party')
    const number = table.columns.find(({ role }) => role === 'number')
    if (party === undefined || number === undefined) continue
    const byNumber = new Map<string, Document[]>()
    for (const document of reading.documents) {
      const text = String(document.fields[number.name]).toUpperCase()
      const others = byNumber.get(text)
      if (others) others.push(document)
      else byNumber.set(text, [document])
    }
    const columns = reading.header.columns
      .filter(({ column }) => column === number)
      .map(({ index }) => index)
    const keys = reading.header.columns
      .filter(({ column }) => table.key.includes(column.name) || column.name === table.line?.column)
      .map(({ index }) => index)
    for (const [text, documents] of byNumber) {
      if (documents.length < 2) continue
      reading.problems.push({
        code: 'number-under-two-parties',
        severity: 'error',
        source: 'check',
        cells: documents.flatMap(({ rows }) =>
          rows.map((row) => rowCells(reading.rows, row, columns, keys)),
        ),
        facts: {
          number: text,
          parties: documents.map(({ fields }) => String(fields[party.name])).join(' and '),
        },
      })
      for (const document of documents) holdDocument(reading, document)
    }
  }
}
