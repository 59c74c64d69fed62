// Ranges, several at once, and what of one is in view.
import type { Cell } from '../../../../templates/block.ts'
import {
  fits,
  formatArea,
  holds,
  SHEET_COLUMNS,
  SHEET_ROWS,
  shiftRows,
  type Area,
} from '../area.ts'
import { HostError } from '../host-error.ts'
import type { SheetModel } from '../sheet.ts'
import { textArgument, wholeArgument } from './arguments.ts'
import { ConditionalFormatCollection } from './conditional-formats.ts'
import { DataValidation } from './data-validation.ts'
import { HostObject, KeepableObject, type Host } from './host-object.ts'
import { RangeFormat } from './range-format.ts'

/** Excel reads no more cells at a time. */
const MOST_CELLS = 5_000_000

export class Range extends KeepableObject {
  override readonly typeName = 'Range'
  readonly #sheet: SheetModel
  readonly #area: Area
  readonly #shiftsBefore: number

  constructor(host: Host, sheet: SheetModel, area: Area) {
    super(host)
    if (!fits(area)) throw new HostError('InvalidArgument')
    this.#sheet = sheet
    this.#area = area
    this.#shiftsBefore = sheet.rowShifts.length
  }

  get Address(): string {
    return `${quoted(this.#sheet.name)}!${formatArea(this.#now())}`
  }

  get RowIndex(): number {
    return this.#now().row
  }

  get ColumnIndex(): number {
    return this.#now().column
  }

  get RowCount(): number {
    return this.#now().rows
  }

  get ColumnCount(): number {
    return this.#now().columns
  }

  get Values(): Cell[][] {
    return this.#cells((row, column) => this.#sheet.getValue(row, column) ?? '')
  }

  /** A single value goes to every cell; texts are understood as if they were typed; null leaves a cell alone. */
  set Values(given: unknown) {
    const area = this.#now()
    if (isUnbounded(area)) throw new HostError('InvalidArgument')
    const lines = Array.isArray(given) ? linesOf(given, area) : filled(given, area)
    if (!this.#sheet.mayWrite(area)) throw new HostError('AccessDenied')
    const kept = lines.map((line) => line.map((value) => value ?? undefined))
    this.#sheet.type(area.row, area.column, kept)
  }

  get Formulas(): Cell[][] {
    return this.#cells((row, column) => {
      const { formula, value } = this.#sheet.getCell(row, column)
      return formula === undefined ? (value ?? '') : `=${formula}`
    })
  }

  /** Formulas are not calculated here: their text stands in the cell, and a note says so. */
  set Formulas(given: unknown) {
    this.Values = given
  }

  get NumberFormat(): string[][] {
    return this.#cells((row, column) => this.#sheet.getNumberFormat(row, column))
  }

  /** One format, alone or as the only one of its array, goes to every cell; of whole columns and rows the latter only. */
  set NumberFormat(given: unknown) {
    const area = this.#now()
    if (!this.#sheet.mayFormat()) throw new HostError('AccessDenied')
    const one: unknown = Array.isArray(given) && given.length === 1 ? given[0] : given
    const only: unknown = Array.isArray(one) && one.length === 1 ? one[0] : one
    const isArrayOfOne = only !== one && one !== given
    if (isUnbounded(area) && !isArrayOfOne) throw new HostError('InvalidArgument')
    if (typeof only === 'string') {
      this.#sheet.setLook(area, { numberFormat: only })
      return
    }
    if (!Array.isArray(given)) throw new HostError('InvalidArgument')
    linesOf(given, area).forEach((line, down) => {
      line.forEach((format, right) => {
        const cell = { row: area.row + down, column: area.column + right, rows: 1, columns: 1 }
        if (format !== null) this.#sheet.setLook(cell, { numberFormat: textArgument(format) })
      })
    })
  }

  get Format(): RangeFormat {
    return new RangeFormat(this.host, this.#sheet, this.#now())
  }

  get DataValidation(): DataValidation {
    return new DataValidation(this.host, this.#sheet, this.#now())
  }

  /** Null when some rows are hidden and some are not. */
  get RowHidden(): boolean | null {
    const { rows } = this.#now()
    const visible = this.#visibleRows()
    if (visible === rows) return false
    return visible === 0 ? true : null
  }

  get ConditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.host, this.#sheet, [this.#now()])
  }

  GetColumn(index: unknown): Range {
    const offset = wholeArgument(index)
    const area = this.#now()
    const column = { ...area, column: area.column + offset, columns: 1 }
    return new Range(this.host, this.#sheet, column)
  }

  GetVisibleView(): RangeView {
    return new RangeView(this.host, this.#visibleRows())
  }

  Select(): void {
    if (this.#sheet.hidden) throw new HostError('InvalidOperation')
    this.host.model.select(this.#sheet, this.#now())
  }

  /** Where the range is after the rows that were inserted or deleted since it was made. */
  #now(): Area {
    let area: Area | undefined = this.#area
    for (const { at, count } of this.#sheet.rowShifts.slice(this.#shiftsBefore)) {
      area = area && shiftRows(area, at, count)
    }
    if (!area) throw new HostError('InvalidReference')
    return area
  }

  #cells<T>(read: (row: number, column: number) => T): T[][] {
    const { row, column, rows, columns } = this.#now()
    if (rows * columns > MOST_CELLS) throw new HostError('RangeExceedsLimit')
    return Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (_, right) => read(row + down, column + right)),
    )
  }

  #visibleRows(): number {
    const area = this.#now()
    const hidden = [...this.#sheet.hiddenRows].filter((row) => holds(area, row, area.column))
    return area.rows - hidden.length
  }
}

export class RangeAreas extends KeepableObject {
  override readonly typeName = 'RangeAreas'
  readonly #sheet: SheetModel
  readonly #areas: readonly Area[]

  /** Lives for one batch, so its areas need not move. */
  constructor(host: Host, sheet: SheetModel, areas: readonly Area[]) {
    super(host)
    this.#sheet = sheet
    this.#areas = areas
  }

  get ConditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.host, this.#sheet, this.#areas)
  }
}

class RangeView extends HostObject {
  override readonly typeName = 'RangeView'
  readonly #rows: number

  constructor(host: Host, rows: number) {
    super(host)
    this.#rows = rows
  }

  get RowCount(): number {
    return this.#rows
  }
}

/** Whole columns or rows, of which Excel takes no single cell's properties. */
const isUnbounded = ({ rows, columns }: Area): boolean =>
  rows === SHEET_ROWS || columns === SHEET_COLUMNS

const quoted = (sheet: string) =>
  /^[A-Za-z_][A-Za-z0-9_.]*$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`

function linesOf(given: readonly unknown[], { rows, columns }: Area): Cell[][] {
  const lines = given.filter(isLine)
  if (lines.length !== rows || given.length !== rows) throw new HostError('InvalidArgument')
  if (lines.some((line) => line.length !== columns)) throw new HostError('InvalidArgument')
  return lines
}

function filled(given: unknown, { rows, columns }: Area): Cell[][] {
  if (!isCell(given)) throw new HostError('InvalidArgument')
  return Array.from({ length: rows }, () => new Array<Cell>(columns).fill(given))
}

const isCell = (value: unknown): value is Cell =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)

const isLine = (value: unknown): value is Cell[] => Array.isArray(value) && value.every(isCell)
