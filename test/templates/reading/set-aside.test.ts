// Rows that are no data are known as such in every table, whatever else a good row of it may look like.
import { expect, test } from 'vitest'
import type { Cell } from '../../../templates/block.ts'
import type { Column } from '../../../templates/tables/table.ts'
import { TABLES } from '../../../templates/tables/tables.ts'
import { read, someRows } from '../tables/golden-rows.ts'

const SUMMED = ['amount', 'signed-amount', 'quantity', 'count']

const isSummed = ({ kind, level }: Column) => level === 'line' && SUMMED.includes(kind.name)

test.each(TABLES.map((table) => ({ id: table.id, table })))(
  '$id: headers and totals are set aside, and nothing else is',
  ({ table }) => {
    const { columns } = table
    const good = someRows(table)
    const sums = columns.map((column, i): Cell =>
      isSummed(column) ? good.reduce((sum, cells) => sum + Number(cells[i]), 0) : '',
    )
    const firstOther = columns.findIndex((column) => !isSummed(column))
    const saysTotal = sums.map((cell, i) => (i === firstOther ? 'Grand Total' : cell))
    const header = columns.map((column) => column.header)

    const alone = read(table, good)
    const { problems, documents, counts } = read(table, [...good, sums, header, saysTotal])
    const isAside = (code: string) => /^row-(is|repeats)-/.test(code)
    expect(alone.counts.setAside).toBe(0)
    expect(counts.setAside).toBe(good.length < 2 ? 2 : 3)
    expect(documents).toEqual(alone.documents)
    expect(problems.filter(({ code }) => isAside(code)).map(({ code }) => code)).toEqual([
      ...(good.length < 2 ? [] : ['row-is-total']),
      'row-repeats-header',
      'row-is-total',
    ])
  },
)
