// Table 13: the series of documents issued in the month, by nature.
import { choice } from '../columns/choice.ts'
import { count } from '../columns/count.ts'
import { documentNumber } from '../columns/document-number.ts'
import type { Kind } from '../columns/kind.ts'
import { DOCUMENT_NATURES } from '../lists/document-natures.ts'
import type { Column, Table } from './table.ts'

const byName = choice('document-nature', DOCUMENT_NATURES, 'document-nature-unknown')
/** A number on the wire. */
const nature: Kind = {
  ...byName,
  toWire: Number,
  fromWire: (json) => byName.fromWire(String(json)),
}

const serial = (
  name: string,
  header: string,
  aliases: readonly string[],
  width: number,
): Column => ({
  name,
  header,
  aliases,
  kind: documentNumber,
  level: 'document',
  need: 'required',
  width,
})

export const docs: Table = {
  id: 'docs',
  section: 'doc_issue',
  sheets: ['docs', 'doc issue'],
  title: 'Summary of documents issued during the tax period (13)',
  shape: { path: ['doc_issue', 'doc_det'], documents: 'docs', counter: 'num' },
  key: ['doc_num', 'from', 'to'],
  rows: 'stop',
  columns: [
    {
      name: 'doc_num',
      header: 'Nature of Document',
      aliases: ['Nature of Documents'],
      kind: nature,
      level: 'party',
      need: 'required',
      role: 'type',
      width: 58.8,
    },
    serial('from', 'Sr. No. From', ['From'], 14.2),
    serial('to', 'Sr. No. To', ['To'], 11.8),
    {
      name: 'totnum',
      header: 'Total Number',
      kind: count,
      level: 'line',
      need: 'required',
      width: 14.2,
    },
    {
      name: 'cancel',
      header: 'Cancelled',
      kind: count,
      level: 'line',
      need: 'header',
      fallback: 0,
      width: 15.8,
    },
  ],
  derived: [
    {
      level: 'line',
      names: ['net_issue'],
      of(into) {
        into.net_issue = Number(into.totnum) - Number(into.cancel)
      },
    },
  ],
  rules: [
    {
      code: 'cancelled-above-total',
      severity: 'error',
      columns: ['totnum', 'cancel'],
      source: 'Table 13: net issued is never below zero',
      line: ({ totnum, cancel }) =>
        Number(cancel) > Number(totnum)
          ? { total: Number(totnum), cancelled: Number(cancel) }
          : undefined,
    },
    {
      code: 'series-count-differs',
      severity: 'warning',
      columns: ['from', 'to', 'totnum'],
      source: 'the portal does not compare them; numbers may have been skipped',
      line({ totnum }, { fields: { from, to } }) {
        const numbers = seriesLength(String(from), String(to)) ?? 0
        return numbers < 1 || numbers === totnum ? undefined : { numbers, total: Number(totnum) }
      },
    },
    {
      code: 'series-reversed',
      severity: 'warning',
      columns: ['from', 'to'],
      source: 'the portal does not compare them',
      document: ({ fields: { from, to } }) =>
        (seriesLength(String(from), String(to)) ?? 1) < 1
          ? { from: String(from), to: String(to) }
          : undefined,
    },
  ],
  amounts: { count: ['net_issue'] },
  totals: [
    { column: 'totnum', label: 'Total Number', how: 'sum' },
    { column: 'cancel', label: 'Total Cancelled', how: 'sum' },
  ],
}

/** How many numbers a series has whose digits count up at one place only (`A/007/26` to `A/012/26`), else undefined. */
function seriesLength(from: string, to: string): number | undefined {
  const [first, last] = [from.split(/(\d+)/), to.split(/(\d+)/)]
  if (first.length !== last.length) return undefined
  const moved = first.flatMap((part, i) => (part === last[i] ? [] : [i]))
  const [at = -1] = moved
  if (moved.length > 1 || (at >= 0 && at % 2 === 0)) return undefined
  return at < 0 ? 1 : Number(last[at]) - Number(first[at]) + 1
}
