// One sheet of the preview's workbook: cells, widths, protection, conditional formats.
// What is done here is done: whether it is allowed is asked before, with the `may…` members.
import type { ProtectionFile, SheetFile } from '../../../agent/xlsx/workbook-file.ts'
import type { Cell } from '../../../templates/block.ts'
import { SHEET_COLUMNS, cover, formatArea, parseArea, shiftRows, type Area } from './area.ts'
import { compareCells } from './compare-cells.ts'
import { ConditionalFormats, type ConditionalFormat, type Mark } from './conditional-formats.ts'
import { displayText } from './number-format.ts'
import { Rows, type CellContent, type Look } from './rows.ts'
import { typedCell } from './typed-text.ts'

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden'

/** What moved: a grid redraws, the session tells office.js. */
export type SheetChange = 'cells' | 'rows' | 'marks' | 'sheet'

/** A change of cells as office.js is told of it. */
export interface Edited {
  readonly type: 'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'RowSorted'
  readonly area: Area
}

type Changed = (change: SheetChange, edited?: Edited) => void

export const NOT_CALCULATED = 'Not calculated in the preview'

/** Excel's default column, in characters. */
const DEFAULT_WIDTH = 8.43

const areasOf = (addresses: readonly string[]) =>
  addresses.flatMap((address) => parseArea(address) ?? [])

export class SheetModel {
  readonly id: string
  /** What may be typed where. The preview keeps it and holds nobody to it; it is not part of a file. */
  readonly validations: { readonly area: Area; rule?: unknown; errorAlert?: unknown }[] = []
  readonly #widths: Record<number, number>
  readonly #changed: Changed
  readonly #rows: Rows
  readonly #formats = new ConditionalFormats()
  #name: string
  #visibility: Visibility
  #protection: ProtectionFile | undefined
  #unlocked: readonly Area[]
  #merges: readonly Area[]
  #hiddenRows: ReadonlySet<number>
  #frozenRows: number
  #used: Area | undefined | 'unknown' = 'unknown'
  #rowShifts: { at: number; count: number }[] = []

  constructor(id: string, file: SheetFile, changed: Changed) {
    this.id = id
    this.#name = file.name
    this.#visibility = file.hidden ? 'Hidden' : 'Visible'
    this.#rows = new Rows(file.cells)
    this.#widths = { ...file.widths }
    this.#hiddenRows = new Set(file.hiddenRows)
    this.#frozenRows = file.frozenRows
    this.#merges = areasOf(file.merges)
    this.#protection = file.protection
    this.#unlocked = areasOf(file.unlocked)
    this.#changed = changed
  }

  // ── what a grid reads ─────────────────────────────────────────────────────────────────────────

  get name(): string {
    return this.#name
  }

  get visibility(): Visibility {
    return this.#visibility
  }

  get hidden(): boolean {
    return this.#visibility !== 'Visible'
  }

  /** Absent when the sheet is not protected. */
  get protection(): ProtectionFile | undefined {
    return this.#protection
  }

  get merges(): readonly Area[] {
    return this.#merges
  }

  /** The smallest area around all values; nothing on an empty sheet. */
  used(): Area | undefined {
    if (this.#used === 'unknown') this.#used = this.#rows.used(false)
    return this.#used
  }

  /** The same, around formatted cells too. */
  usedWithLooks(): Area | undefined {
    return this.#rows.used(true)
  }

  getCell(row: number, column: number): CellContent {
    return this.#rows.content(row, column)
  }

  getValue(row: number, column: number): Cell {
    return this.#rows.value(row, column)
  }

  getNumberFormat(row: number, column: number): string {
    return this.#rows.numberFormat(row, column)
  }

  /** What the cell shows under its number format. */
  getText(row: number, column: number): string {
    return displayText(this.getValue(row, column), this.getNumberFormat(row, column))
  }

  /** The look that always-true conditional formats lay over the cell. */
  getMark(row: number, column: number): Mark | undefined {
    return this.#formats.markAt(row, column)
  }

  /** Rows that stay in view at the top. */
  get frozenRows(): number {
    return this.#frozenRows
  }

  /** In characters, as Excel counts widths. */
  width(column: number): number {
    return this.#widths[column] ?? DEFAULT_WIDTH
  }

  isRowHidden(row: number): boolean {
    return this.#hiddenRows.has(row)
  }

  get hiddenRows(): ReadonlySet<number> {
    return this.#hiddenRows
  }

  isLocked(row: number, column: number): boolean {
    return !this.mayWrite({ row, column, rows: 1, columns: 1 })
  }

  // ── what the protection allows ────────────────────────────────────────────────────────────────

  /** Values may be put into unlocked cells, whatever else the protection forbids. */
  mayWrite(area: Area): boolean {
    return !this.#protection || cover(this.#unlocked, area)
  }

  /** Conditional formats are formatting. */
  mayFormat(): boolean {
    return this.#protection?.allowFormatCells ?? true
  }

  mayInsertRows(): boolean {
    return this.#protection?.allowInsertRows ?? true
  }

  /** A row goes only when the protection allows it and none of its cells is locked. */
  mayDeleteRows(row: number, rows: number): boolean {
    if (!this.#protection) return true
    const whole = { row, rows, column: 0, columns: SHEET_COLUMNS }
    return this.#protection.allowDeleteRows && this.mayWrite(whole)
  }

  maySort(area: Area): boolean {
    return !this.#protection || (this.#protection.allowSort && this.mayWrite(area))
  }

  // ── changes ───────────────────────────────────────────────────────────────────────────────────

  rename(name: string): void {
    this.#name = name
    this.#changed('sheet')
  }

  show(visibility: Visibility): void {
    this.#visibility = visibility
    this.#changed('sheet')
  }

  freezeRows(count: number): void {
    this.#frozenRows = count
    this.#changed('sheet')
  }

  setWidth({ column, columns }: Area, width: number): void {
    for (let at = column; at < column + columns; at += 1) this.#widths[at] = width
    this.#changed('sheet')
  }

  /** What the look leaves open stays as it was. Of whole columns the number format alone is kept, for all their cells. */
  setLook(area: Area, look: Look): void {
    this.#rows.format(area, look)
    this.#changed('cells')
  }

  unprotect(): void {
    this.#protection = undefined
    this.#changed('sheet')
  }

  /**
   * Fills a rectangle as if it were typed; `undefined` leaves a cell as it is. A formula stays text and says so in a note;
   * the format of a date is taken over where the cell has none.
   */
  type(row: number, column: number, cells: readonly (readonly (Cell | undefined)[])[]): void {
    cells.forEach((line, down) => {
      line.forEach((cell, right) => {
        if (cell !== undefined) this.#typeInto(row + down, column + right, cell)
      })
    })
    const columns = Math.max(1, ...cells.map((line) => line.length))
    const area = { row, column, rows: cells.length, columns }
    this.#cellsChanged('cells', { type: 'RangeEdited', area })
  }

  insertRows(at: number, count: number): void {
    this.#rows.insert(at, count)
    this.#shift(at, count)
  }

  deleteRows(at: number, count: number): void {
    this.#rows.delete(at, count)
    this.#shift(at, -count)
  }

  /** Hidden rows stay where they are, as in Excel; empty cells sort last. */
  sortRows(area: Area, by: number, descending: boolean): void {
    const targets: number[] = []
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      if (!this.isRowHidden(row)) targets.push(row)
    }
    const sources = targets.toSorted((a, b) =>
      compareCells(this.getValue(a, by), this.getValue(b, by), descending),
    )
    this.#rows.rearrange(targets, sources, area)
    this.#cellsChanged('rows', { type: 'RowSorted', area })
  }

  get conditionalFormats(): ConditionalFormats {
    return this.#formats
  }

  addConditionalFormat(format: ConditionalFormat): void {
    this.#formats.add(format)
    this.#changed('marks')
  }

  deleteConditionalFormat(id: string): void {
    this.#formats.delete(id)
    this.#changed('marks')
  }

  /** To be called after a conditional format was given another formula or look. */
  conditionalFormatChanged(): void {
    this.#formats.changed()
    this.#changed('marks')
  }

  /** Every insertion and deletion of rows so far; references held by office.js are moved along by it. */
  get rowShifts(): readonly { readonly at: number; readonly count: number }[] {
    return this.#rowShifts
  }

  /** Conditional formats are not part of a file. Formulas keep their text, whatever rows were moved since. */
  toFile(): SheetFile {
    return {
      name: this.name,
      hidden: this.hidden,
      cells: this.#rows.cells(),
      widths: this.#widths,
      hiddenRows: [...this.#hiddenRows],
      frozenRows: this.frozenRows,
      merges: this.#merges.map(formatArea),
      ...(this.#protection ? { protection: this.#protection } : {}),
      unlocked: this.#unlocked.map(formatArea),
    }
  }

  #typeInto(row: number, column: number, cell: Cell): void {
    const format = this.getNumberFormat(row, column)
    const typed = typeof cell === 'string' ? typedCell(cell, format) : { value: cell }
    this.#rows.setValue(row, column, typed.value)
    if (typed.isFormula) this.#rows.setNote(row, column, NOT_CALCULATED)
    if (typed.numberFormat !== undefined && format === 'General') {
      this.#rows.setNumberFormat(row, column, typed.numberFormat)
    }
  }

  #shift(at: number, count: number): void {
    const moved = (areas: readonly Area[]) =>
      areas.flatMap((area) => shiftRows(area, at, count) ?? [])
    this.#unlocked = moved(this.#unlocked)
    this.#merges = moved(this.#merges)
    const hidden = [...this.#hiddenRows].map((row) => ({ row, column: 0, rows: 1, columns: 1 }))
    this.#hiddenRows = new Set(moved(hidden).map((area) => area.row))
    this.#formats.shiftRows(at, count)
    this.#rowShifts.push({ at, count })
    const area = { row: at, column: 0, rows: Math.abs(count), columns: SHEET_COLUMNS }
    this.#cellsChanged('rows', { type: count > 0 ? 'RowInserted' : 'RowDeleted', area })
  }

  #cellsChanged(change: SheetChange, edited: Edited): void {
    this.#used = 'unknown'
    this.#changed(change, edited)
  }
}
