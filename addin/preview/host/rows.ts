// Where a sheet's cells live: row by row, quick to read in blocks and to move in whole rows.
import type { CellFile } from '../../../agent/xlsx/workbook-file.ts'
import type { Cell } from '../../../templates/block.ts'
import { SHEET_ROWS, type Area } from './area.ts'

/** What one cell holds and how it looks by itself (marks are not part of it). */
export interface CellContent {
  readonly value: Cell
  /** Without the leading `=`; `value` is what Excel last calculated. */
  readonly formula?: string
  readonly numberFormat?: string
  /** `#RRGGBB` */
  readonly fill?: string
  readonly color?: string
  readonly bold?: boolean
  /** What the preview has to say about this cell. */
  readonly note?: string
}

export type Look = Pick<CellFile, 'numberFormat' | 'fill' | 'color' | 'bold'>

interface Row {
  readonly values: Cell[]
  readonly looks: (Look | undefined)[]
  readonly formulas: Map<number, string>
  readonly notes: Map<number, string>
}

const NO_LOOK: Look = {}

export class Rows {
  #rows: (Row | undefined)[] = []
  readonly #looks = new Map<string, Look>()
  /** Number formats of whole columns: what a cell without one of its own has. */
  readonly #columnFormats = new Map<number, string>()

  constructor(cells: readonly CellFile[] = []) {
    for (const { row, column, value, formula, ...look } of cells) {
      this.setValue(row, column, value)
      this.setLook(row, column, look)
      if (formula !== undefined) this.#row(row).formulas.set(column, formula)
    }
  }

  value(row: number, column: number): Cell {
    return this.#rows[row]?.values[column] ?? null
  }

  numberFormat(row: number, column: number): string {
    const own = this.#rows[row]?.looks[column]?.numberFormat
    return own ?? this.#columnFormats.get(column) ?? 'General'
  }

  content(row: number, column: number): CellContent {
    const found = this.#rows[row]
    if (!found) return { value: null }
    const formula = found.formulas.get(column)
    const note = found.notes.get(column)
    return {
      value: found.values[column] ?? null,
      ...(formula === undefined ? {} : { formula }),
      ...(found.looks[column] ?? NO_LOOK),
      ...(note === undefined ? {} : { note }),
    }
  }

  /** Puts a value; a formula or note that was there is gone. */
  setValue(row: number, column: number, value: Cell): void {
    const found = this.#row(row)
    // Without holes, so that a row stays a plain fast array.
    while (found.values.length < column) found.values.push(null)
    found.values[column] = value
    found.formulas.delete(column)
    found.notes.delete(column)
    // A filled cell takes its column's format with it: into a file, and along when it moves.
    const format = this.#columnFormats.get(column)
    if (format === undefined || value === null) return
    if (found.looks[column]?.numberFormat === undefined) this.setNumberFormat(row, column, format)
  }

  setNote(row: number, column: number, note: string): void {
    this.#row(row).notes.set(column, note)
  }

  setLook(row: number, column: number, look: Look): void {
    const { numberFormat = '', fill = '', color = '', bold = false } = look
    if (numberFormat === '' && fill === '' && color === '' && !bold) return
    const key = `${numberFormat}\n${fill}\n${color}\n${bold}`
    let known = this.#looks.get(key)
    if (!known) this.#looks.set(key, (known = look))
    const found = this.#row(row)
    while (found.looks.length < column) found.looks.push(undefined)
    found.looks[column] = known
  }

  setNumberFormat(row: number, column: number, numberFormat: string): void {
    this.setLook(row, column, { ...this.#rows[row]?.looks[column], numberFormat })
  }

  format(area: Area, look: Look): void {
    const isColumns = area.rows === SHEET_ROWS
    const rows = isColumns ? this.#rows.length : area.row + area.rows
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      if (isColumns && look.numberFormat !== undefined) {
        this.#columnFormats.set(column, look.numberFormat)
      }
      for (let row = area.row; row < rows; row += 1) {
        const own = this.#rows[row]?.looks[column]
        // Cells without a look of their own follow their column.
        if (!isColumns || own) this.setLook(row, column, { ...own, ...look })
      }
    }
  }

  insert(at: number, count: number): void {
    if (at >= this.#rows.length) return
    const tail = this.#rows.slice(at)
    this.#rows = [...this.#rows.slice(0, at), ...new Array<undefined>(count), ...tail]
  }

  delete(at: number, count: number): void {
    this.#rows.splice(at, count)
  }

  /** Moves the cells of `columns` so that row `targets[i]` holds what row `sources[i]` held. */
  rearrange(targets: readonly number[], sources: readonly number[], columns: Area): void {
    const contents = sources.map((row) => this.#slice(row, columns))
    targets.forEach((row, index) => {
      for (let offset = 0; offset < columns.columns; offset += 1) {
        const column = columns.column + offset
        const content = contents[index]?.[offset] ?? { value: null }
        const { value, formula, note, ...look } = content
        this.setValue(row, column, value)
        this.#row(row).looks[column] = undefined
        this.setLook(row, column, look)
        if (formula !== undefined) this.#row(row).formulas.set(column, formula)
        if (note !== undefined) this.setNote(row, column, note)
      }
    })
  }

  /** The smallest area around all values, or around all cells with a look of their own as well. */
  used(withLooks: boolean): Area | undefined {
    let top = -1
    let bottom = -1
    let left = Infinity
    let right = -1
    this.#rows.forEach((row, index) => {
      if (!row) return
      const isUsed = (column: number) =>
        (row.values[column] ?? null) !== null ||
        row.formulas.has(column) ||
        (withLooks && row.looks[column] !== undefined)
      const width = Math.max(row.values.length, withLooks ? row.looks.length : 0)
      let first = 0
      while (first < width && !isUsed(first)) first += 1
      if (first === width) return
      let last = width - 1
      while (!isUsed(last)) last -= 1
      if (top < 0) top = index
      bottom = index
      left = Math.min(left, first)
      right = Math.max(right, last)
    })
    if (top < 0) return undefined
    return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }
  }

  cells(): CellFile[] {
    const cells: CellFile[] = []
    this.#rows.forEach((found, row) => {
      if (!found) return
      const width = Math.max(found.values.length, found.looks.length)
      for (let column = 0; column < width; column += 1) {
        const value = found.values[column] ?? null
        const formula = found.formulas.get(column)
        const look = found.looks[column]
        if (value === null && formula === undefined && look === undefined) continue
        const withFormula = formula === undefined ? {} : { formula }
        cells.push({ row, column, value, ...withFormula, ...look })
      }
    })
    return cells
  }

  #slice(row: number, { column, columns }: Area): CellContent[] {
    return Array.from({ length: columns }, (_, offset) => this.content(row, column + offset))
  }

  #row(index: number): Row {
    while (this.#rows.length < index) this.#rows.push(undefined)
    return (this.#rows[index] ??= {
      values: [],
      looks: [],
      formulas: new Map(),
      notes: new Map(),
    })
  }
}
