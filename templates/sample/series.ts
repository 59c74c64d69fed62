// The series of numbers the sample company issues documents under (table 13): what is issued takes its numbers from here.
import { at } from './random.ts'
import { docs } from '../tables/docs.ts'
import type { Document } from '../tables/table.ts'

export interface Series {
  /** Nature of document. */
  readonly nature: string
  readonly prefix: string
  readonly first: number
  /** Documents that stand. */
  readonly issued: number
  /** Numbers in between that do not. */
  readonly cancelled: readonly number[]
}

const series = (
  nature: string,
  prefix: string,
  first: number,
  issued: number,
  cancelled: readonly number[] = [],
): Series => ({ nature, prefix, first, issued, cancelled })

export const SERIES = {
  invoices: series('1', 'NF/26-27/', 1207, 200, [1288, 1352]),
  large: series('1', 'NFC/26-27/', 31, 9),
  exports: series('1', 'NFX/26-27/', 12, 8, [17]),
  counter: series('1', 'CB/26-27/', 5121, 1843, [5480, 5916, 6002, 6733]),
  debitNotes: series('4', 'DN/26-27/', 14, 4),
  creditNotes: series('5', 'CN/26-27/', 88, 14, [93]),
  receipts: series('6', 'RV/26-27/', 61, 5),
  challans: series('12', 'DC/26-27/', 203, 22, [211]),
} satisfies Record<string, Series>

/** Counted from 0, cancelled numbers left out. */
export const numberIn = ({ prefix, first, issued, cancelled }: Series, index: number): string => {
  const all = Array.from({ length: issued + cancelled.length }, (_, i) => first + i)
  const standing = all.filter((number) => !cancelled.includes(number))
  if (index >= standing.length) throw new Error(`${prefix} has ${standing.length} documents`)
  return prefix + String(at(standing, index))
}

export const documentsIssued = (): Document[] =>
  Object.values(SERIES).map(({ nature, prefix, first, issued, cancelled }) => {
    const total = issued + cancelled.length
    return {
      table: docs,
      key: '',
      fields: {
        doc_num: nature,
        from: `${prefix}${first}`,
        to: `${prefix}${first + total - 1}`,
      },
      lines: [{ totnum: total, cancel: cancelled.length }],
      rows: [],
    }
  })
