// Whether two wire documents say the same: the fields that sheets carry are equal, and tax within ₹1 a line.
import type { Document, Fields, Table } from '../tables/table.ts'
import { asList, asObject, fromWire, type WireDocument } from './wire-document.ts'

/** The portal and older software round by other rules; a difference below this is no change (paise). */
const TAX_TOLERANCE = 100

export function sameDocument(table: Table, a: WireDocument, b: WireDocument): boolean {
  const one = fromWire(table, a)
  const two = fromWire(table, b)
  if (!sameFields(one.fields, two.fields) || one.lines.length !== two.lines.length) return false
  const [left, right] = [linesInOrder(table, one, a), linesInOrder(table, two, b)]
  return left.every((line, i) => {
    const other = right[i]
    return (
      other !== undefined && sameFields(line.fields, other.fields) && sameTax(line.tax, other.tax)
    )
  })
}

const sameFields = (a: Fields, b: Fields): boolean => {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every((name) => {
    const [x, y] = [a[name], b[name]]
    return x === y || String(x).toUpperCase() === String(y).toUpperCase()
  })
}

const sameTax = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((tax, i) => Math.abs(tax - (b[i] ?? 0)) < TAX_TOLERANCE)

const HEADS = ['iamt', 'camt', 'samt'] as const

/** The portal renumbers lines, so they are compared by their own values. */
function linesInOrder(table: Table, document: Document, wire: WireDocument) {
  const { lines: listName, detail } = table.shape
  const json = listName === undefined ? [wire.body] : asList(wire.body[listName])
  const teller = table.line?.column ?? ''
  return document.lines
    .map((fields, i) => {
      const item = detail === undefined ? (json[i] ?? {}) : asObject((json[i] ?? {})[detail])
      return { fields, tax: HEADS.map((head) => Math.round(Number(item[head] ?? 0) * 100)) }
    })
    .sort((a, b) => Number(a.fields[teller] ?? 0) - Number(b.fields[teller] ?? 0))
}
