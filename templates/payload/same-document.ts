// Whether two wire documents say the same: the fields that sheets carry are equal, and tax within ₹1 a line.
import type { Document, Fields, Table } from '../tables/table.ts'
import { asList, asObject, fromWire, type WireDocument } from './wire-document.ts'

/** The portal and older software round by other rules; a difference below this is no change (paise). */
const TAX_TOLERANCE = 100

export function sameDocument(table: Table, a: WireDocument, b: WireDocument): boolean {
  const one = fromWire(table, a)
  const two = fromWire(table, b)
  if (namesDiffering(one.fields, two.fields).length > 0) return false
  if (one.lines.length !== two.lines.length) return false
  return pairsOfLines(table, [one, a], [two, b]).every(
    ([line, other]) =>
      namesDiffering(line.fields, other.fields).length === 0 && sameTax(line.tax, other.tax),
  )
}

/** Headers of the columns in which two documents of one key differ; where only their taxes do, those of the rate. */
export function columnsDiffering(table: Table, a: WireDocument, b: WireDocument): string[] {
  const one = fromWire(table, a)
  const two = fromWire(table, b)
  const pairs = pairsOfLines(table, [one, a], [two, b])
  const names = new Set([
    ...namesDiffering(one.fields, two.fields),
    ...pairs.flatMap(([line, other]) => namesDiffering(line.fields, other.fields)),
  ])
  if (one.lines.length !== two.lines.length || names.size === 0) names.add(table.line?.column ?? '')
  return table.columns.filter(({ name }) => names.has(name)).map(({ header }) => header)
}

function namesDiffering(a: Fields, b: Fields): string[] {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].filter((name) => {
    const [x, y] = [a[name], b[name]]
    return x !== y && String(x).toUpperCase() !== String(y).toUpperCase()
  })
}

type Side = readonly [Document, WireDocument]

function pairsOfLines(table: Table, [one, a]: Side, [two, b]: Side) {
  const others = linesInOrder(table, two, b)
  return linesInOrder(table, one, a).flatMap((line, i) => {
    const other = others[i]
    return other === undefined ? [] : [[line, other] as const]
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
