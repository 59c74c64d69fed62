// Cells as the text that spreadsheets exchange: tabs between cells, line ends between rows, quotes where needed.
import { SHEET_COLUMNS, overlap, type Area } from '../host/area.ts'
import type { SheetModel } from '../host/sheet.ts'

/** What the cells show, hidden rows left out; empty for an area without any value. */
export function copied(sheet: SheetModel, area: Area): string {
  const used = sheet.used()
  // Of whole rows and columns only what is in use.
  const isWhole = area.columns === SHEET_COLUMNS || area.rows > 100_000
  const part = isWhole ? used && overlap(area, used) : area
  if (!part) return ''
  const lines: string[] = []
  for (let row = part.row; row < part.row + part.rows; row += 1) {
    if (sheet.isRowHidden(row)) continue
    const cells: string[] = []
    for (let column = part.column; column < part.column + part.columns; column += 1) {
      cells.push(quoted(sheet.getText(row, column)))
    }
    lines.push(cells.join('\t'))
  }
  return lines.join('\r\n')
}

const quoted = (text: string) => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The rows of a pasted text; every row is as wide as the widest. */
export function pasted(text: string): string[][] {
  if (text === '') return []
  const rows: string[][] = []
  let row: string[] = []
  // A quoted cell, or a bare one; then what ends it.
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    const [, inQuotes, bare = '', end] = match
    row.push(inQuotes === undefined ? bare : inQuotes.replaceAll('""', '"'))
    if (end === '\t') continue
    rows.push(row)
    row = []
    if (end === '' || cell.lastIndex === text.length) break
  }
  const width = Math.max(0, ...rows.map((line) => line.length))
  return rows.map((line) => [...line, ...new Array<string>(width - line.length).fill('')])
}
