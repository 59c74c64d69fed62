// The text that is written piece by piece is the payload's, for every table and however long.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Paise } from '../../../templates/identifiers.ts'
import { payloadOf, type PayloadHead } from '../../../templates/payload/payload.ts'
import { writePayload } from '../../../templates/payload/payload-text.ts'
import { toWire } from '../../../templates/payload/wire-document.ts'
import type { Document } from '../../../templates/tables/table.ts'
import { TABLES } from '../../../templates/tables/tables.ts'
import { line, OCTOBER, OWN, readRows } from '../b2b-sheet.ts'
import { aRow, read, someRows } from '../tables/golden-rows.ts'

const HEAD = { gstin: OWN, period: OCTOBER.period }

function piecesOf(documents: readonly Document[], head: PayloadHead = HEAD): string[] {
  const pieces: string[] = []
  writePayload(head, documents, TABLES, (piece) => pieces.push(piece))
  return pieces
}

const asOne = (documents: readonly Document[], head: PayloadHead = HEAD): string =>
  JSON.stringify(payloadOf(head, documents.map(toWire), TABLES))

test.each(TABLES.map((table) => ({ id: table.id, table })))(
  '$id: the pieces are the payload’s text',
  ({ table }) => {
    fc.assert(
      fc.property(fc.array(aRow(table), { maxLength: 8 }), (rows) => {
        const { documents } = read(table, rows)
        expect(piecesOf(documents).join('')).toBe(asOne(documents))
      }),
      { numRuns: 20 },
    )
  },
)

test('all tables together, with the turnovers in the head', () => {
  const documents = TABLES.flatMap((table) => read(table, someRows(table)).documents)
  const head = { ...HEAD, turnover: 100 as Paise, turnoverToDate: 50 as Paise }
  expect(piecesOf(documents, head).join('')).toBe(asOne(documents, head))
})

test('a return without documents is its head', () => {
  expect(piecesOf([]).join('')).toBe(`{"gstin":"${OWN}","fp":"102026"}`)
})

test('no piece grows with the return: one party’s thousand invoices come in several', () => {
  const { documents } = readRows(Array.from({ length: 1000 }, (_, i) => line({ inum: `INV/${i}` })))
  const pieces = piecesOf(documents)
  expect(pieces.join('')).toBe(asOne(documents))
  const longest = Math.max(...pieces.map(({ length }) => length))
  expect(longest).toBeLessThan(pieces.join('').length / 3)
})
