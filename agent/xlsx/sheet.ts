// The one parser of a sheet: its rows as a stream, and beside them how the sheet is laid out.
import type { Cell } from '../../templates/block.ts'
import type { Book, BookSheet } from './book.ts'
import { columnAt } from './reference.ts'
import { LIMITS, Refusal } from './refusal.ts'
import { sharedFormula } from './shared-formula.ts'
import { ownText, decoded } from './strings.ts'
import { plainStyle, type Style } from './styles.ts'
import { isOn, xmlParser, type Attributes } from './xml.ts'

/** What a cell holds whose formula nobody has calculated yet (files made by a library). */
export const UNCALCULATED = '#UNCALCULATED!'

export interface SheetRow {
  readonly row: number
  readonly hidden: boolean
  readonly cells: readonly SheetCell[]
}

export interface SheetCell {
  readonly column: number
  /** `''` where only a style is kept. */
  readonly value: Cell
  readonly formula?: string
  readonly style: Style
}

/** Filled while the rows go by; complete when the last one has. Rows and columns count from 0. */
export interface Layout {
  /** Columns that have a width or a style of their own; a hidden one has width 0. */
  readonly columns: Map<number, ColumnLayout>
  readonly merges: string[]
  frozenRows: number
  /** The attributes of the sheet's protection, when it is on. */
  protection?: Attributes
}

export interface ColumnLayout {
  readonly width?: number
  readonly style: Style
}

export const emptyLayout = (): Layout => ({ columns: new Map(), merges: [], frozenRows: 0 })

const LAST_ROW = 1_048_575
const LAST_COLUMN = 16_383

/** Days between the two date systems. */
const DAYS_TO_1904 = 1462

/** Rows that have cells or are hidden, from the top down. Throws `Refusal`. */
export async function* readRows(
  book: Book,
  sheet: BookSheet,
  layout: Layout = emptyLayout(),
): AsyncGenerator<SheetRow> {
  const ready: SheetRow[] = []
  const parser = xmlParser(sheetHandlers(book, layout, (row) => ready.push(row)))
  for await (const chunk of book.archive.text(sheet.part)) {
    parser.write(chunk)
    yield* ready.splice(0)
  }
  parser.close()
  yield* ready
}

function sheetHandlers(book: Book, layout: Layout, emit: (row: SheetRow) => void) {
  const styleOf = (id: string | undefined) => book.styles[Number(id ?? 0)] ?? plainStyle
  const formulas = new Map<string, { formula: string; row: number; column: number }>()

  let row = -1
  let hidden = false
  let cells: SheetCell[] = []

  let column = -1
  let type = 'n'
  let style = plainStyle
  let value: string | undefined
  let formula: string | undefined
  let shared: string | undefined

  let columnsTold = 0
  let reading: 'value' | 'formula' | undefined
  let phonetic = false

  function addColumns({ min, max, width, hidden, style: id }: Attributes): void {
    const first = Number(min) - 1
    const last = Number(max) - 1
    columnsTold += last - first + 1
    // Each column is told once; else a small file could keep us busy for long.
    if (!(first >= 0) || !(last <= LAST_COLUMN) || columnsTold > LAST_COLUMN + 1) throw damaged()
    const column = {
      style: styleOf(id),
      ...(isOn(hidden) ? { width: 0 } : width !== undefined && { width: Number(width) }),
    }
    for (let at = first; at <= last; at += 1) layout.columns.set(at, column)
  }

  function openCell({ r, t, s }: Attributes): void {
    const before = column
    column = r === undefined ? column + 1 : columnAt(r)
    if (column > LAST_COLUMN || column <= before) throw damaged()
    type = t ?? 'n'
    style = styleOf(s)
    value = formula = shared = undefined
  }

  function closeCell(): void {
    if (formula === '' && shared !== undefined) {
      const master = formulas.get(shared)
      formula = master && sharedFormula(master.formula, row - master.row, column - master.column)
    } else if (formula !== undefined && shared !== undefined) {
      formulas.set(shared, { formula, row, column })
    }
    cells.push({
      column,
      value: formula === undefined ? parsed() : calculated(),
      style,
      ...(formula !== undefined && formula !== '' && { formula: ownText(formula) }),
    })
  }

  const calculated = () =>
    value === undefined || (value === '' && type !== 'str') ? UNCALCULATED : parsed()

  function parsed(): Cell {
    if (value === undefined) return ''
    switch (type) {
      case 's': {
        const text = book.strings[Number(value)]
        if (text === undefined) throw damaged()
        return text
      }
      case 'inlineStr':
      case 'str':
        return ownText(decoded(value))
      case 'b':
        return isOn(value.trim())
      case 'e':
        return ownText(value)
      case 'd':
        return serialOf(value)
      default:
        return numberOf(value)
    }
  }

  function numberOf(text: string): Cell {
    if (text.trim() === '') return ''
    const number = Number(text)
    if (!Number.isFinite(number)) throw damaged()
    return book.from1904 && style.isDate ? number + DAYS_TO_1904 : number
  }

  return {
    open(name: string, attributes: Attributes): void {
      switch (name) {
        case 'row': {
          const before = row
          row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']) - 1
          if (!Number.isInteger(row) || row > LAST_ROW || row <= before) throw damaged()
          hidden = isOn(attributes['hidden'])
          cells = []
          column = -1
          break
        }
        case 'c':
          openCell(attributes)
          break
        case 'v':
          value ??= ''
          reading = 'value'
          break
        case 't':
          value ??= ''
          if (!phonetic) reading = 'value'
          break
        case 'rPh':
          phonetic = true
          break
        case 'f':
          // A what-if table has no formula of its own.
          if (attributes['t'] === 'dataTable') break
          formula = ''
          shared = attributes['t'] === 'shared' ? attributes['si'] : undefined
          reading = 'formula'
          break
        case 'col':
          addColumns(attributes)
          break
        case 'pane':
          if (attributes['state']?.startsWith('frozen') === true) {
            layout.frozenRows = Number(attributes['ySplit'] ?? 0)
          }
          break
        case 'mergeCell':
          layout.merges.push(attributes['ref'] ?? '')
          if (layout.merges.length > LIMITS.shown) throw new Refusal('shown')
          break
        case 'sheetProtection':
          if (isOn(attributes['sheet'])) layout.protection = attributes
      }
    },
    text(chunk: string): void {
      if (reading === 'value') value = (value ?? '') + chunk
      else if (reading === 'formula') formula = (formula ?? '') + chunk
    },
    close(name: string): void {
      switch (name) {
        case 'v':
        case 't':
        case 'f':
          reading = undefined
          break
        case 'rPh':
          phonetic = false
          break
        case 'c':
          closeCell()
          break
        case 'row':
          if (cells.length > 0 || hidden) emit({ row, hidden, cells })
      }
    },
  }
}

/** ISO 8601 of the strict format → serial; the day alone, or with a time. */
function serialOf(iso: string): number {
  const time = Date.parse(/[Zz]$|^[^T]*$/.test(iso) ? iso : `${iso}Z`)
  if (Number.isNaN(time)) throw damaged()
  return time / 86_400_000 + 25_569
}

const damaged = () => new Refusal('damaged')
