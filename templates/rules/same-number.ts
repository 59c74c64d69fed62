// One number under two parties: the portal keeps the first and refuses the second (RET191133, RET191190).
import { holdDocument, type SheetReading } from '../reading/read-sheet.ts'
import { tellerOf } from '../reading/sheet.ts'

/** Holds back both documents: only the user knows which number is the wrong one. */
export function sameNumberTwice(readings: readonly SheetReading[]): void {
  for (const reading of readings) {
    const { table } = reading
    const party = table.columns.find(({ role }) => role === 'party')
    const number = table.columns.find(({ role }) => role === 'number')
    if (party === undefined || number === undefined) continue
    const byNumber = Map.groupBy(reading.documents, ({ fields }) =>
      String(fields[number.name]).toUpperCase(),
    )
    const tell = tellerOf(reading)
    for (const [text, documents] of byNumber) {
      if (documents.length < 2) continue
      const rows = documents.flatMap((document) => document.rows)
      const parties = documents.map(({ fields }) => String(fields[party.name])).join(' and ')
      tell('error', 'number-under-two-parties', rows, [number.name], { number: text, parties })
      for (const document of documents) holdDocument(reading, document)
    }
  }
}
