// One cell that was understood but is written otherwise → how its column writes it. Nothing is guessed: what was not
// understood is left alone.
import type { Cell } from '../block.ts'
import { documentNumber } from '../columns/document-number.ts'
import type { Kind, Report, Value } from '../columns/kind.ts'
import { shippingBill } from '../columns/shipping-bill.ts'
import type { Facts } from '../problems/problem.ts'
import type { Column, Context } from '../tables/table.ts'
import { isCertain } from './certain.ts'

export interface CellFix {
  readonly becomes: string | number
  /** What the cell must be formatted as to hold that; absent where its own format does. */
  readonly numberFormat?: string
  /** Codes of what the cell was told before. */
  readonly told: readonly string[]
}

/** Numbers by law: what stands on the paper stands here, and only blanks around it may go. */
const LEGAL: ReadonlySet<Kind> = new Set([documentNumber, shippingBill])

/**
 * `takesOff` says that the cell's document counts negative by its type, so that a minus says the same a second time.
 * Undefined where the cell stands as it should, or where what it should be is not certain.
 */
export function fixCell(
  { kind, need, sheetOnly }: Column,
  cell: Cell,
  format: string,
  context: Context,
  takesOff: boolean,
): CellFix | undefined {
  if (cell === null || cell === '' || need === 'blank' || sheetOnly) return undefined
  const reading = readSilently(kind, cell, format, context)
  const told = reading.told.map(({ code }) => code)
  if (!told.every(isCertain)) return undefined
  const value = reading.value ?? (takesOff ? positiveOf(reading) : undefined)
  const becomes = value === undefined ? null : kind.write(value)
  if (typeof becomes !== 'string' && typeof becomes !== 'number') return undefined
  if (!needsWriting(kind, cell, becomes, told.length > 0)) return undefined
  const isRead = (as: string): boolean => {
    const again = readSilently(kind, becomes, as, context)
    return again.value === value && again.told.length === 0
  }
  // A text's own format is not known here: numbers under it are looked at, texts mean the same under any.
  if (typeof cell === 'number' && typeof becomes === 'number' && isRead(format)) {
    return { becomes, told }
  }
  const { numberFormat } = kind
  if (!isRead(numberFormat)) return undefined
  const isTextAnyhow = typeof becomes === 'string' && numberFormat !== '@'
  return isTextAnyhow ? { becomes, told } : { becomes, numberFormat, told }
}

function needsWriting(kind: Kind, cell: Cell, becomes: string | number, isTold: boolean): boolean {
  if (cell === becomes || becomes === '') return false
  if (LEGAL.has(kind)) return typeof cell === 'string' && cell.trim() === becomes
  if (typeof cell !== 'number') return true
  // A number that is read without a word is right, whatever its format and however many digits it hides.
  return typeof becomes === 'number' ? isTold : String(cell) !== becomes
}

interface Silently {
  readonly value: Value | undefined
  readonly told: readonly { readonly code: string; readonly facts: Facts }[]
}

function readSilently(kind: Kind, cell: Cell, format: string, context: Context): Silently {
  const told: { code: string; facts: Facts }[] = []
  const hear = (code: string, facts: Facts = {}): undefined => {
    told.push({ code, facts })
    return undefined
  }
  const report: Report = { context, error: hear, warning: hear, note: hear }
  return { value: kind.read(cell, format, report), told }
}

/** Paise of an amount whose minus sign is all that is wrong with it. */
function positiveOf({ told }: Silently): number | undefined {
  const positive = told[0]?.facts.positive
  return typeof positive === 'number' ? positive : undefined
}
