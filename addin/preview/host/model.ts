// The workbook of the preview. The grid shows it and edits it as the user; our host changes it for office.js.
//
// For a grid: `sheets` and `active`, each sheet's `used`, `getCell`, `getText`, `getMark`, `width`, `frozenRows`,
// `isRowHidden`; `selection` and `select`; the user's own acts (`setValues`, `insertRows`, `deleteRows`,
// `sortRows`), which a protected sheet refuses with a plain reason; `beginEdit` and `endEdit` around typing
// into a cell; `subscribe` to hear when to redraw; `toFile` to write the workbook.
import type { SheetFile, WorkbookFile } from '../../../agent/xlsx/workbook-file.ts'
import { SHEET_ROWS, fits, type Area } from './area.ts'
import { SheetModel, type Edited, type SheetChange, type Visibility } from './sheet.ts'

export interface Selection {
  readonly sheet: SheetModel
  readonly area: Area
}

export interface Change {
  /** `sheets`: added, removed, renamed, shown, hidden, unprotected, or another one is in front. */
  readonly kind: 'cells' | 'rows' | 'marks' | 'sheets' | 'selection' | 'editing'
  readonly sheet?: SheetModel
  /** Where cells got other contents. */
  readonly edited?: Edited
}

/** Done, or why not, in words for the user. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly why: string }

/** Of a sheet, as Excel allows. */
export const LONGEST_NAME = 31

const TOP_LEFT: Area = { row: 0, column: 0, rows: 1, columns: 1 }
const OK: Outcome = { ok: true }
const refused = (why: string): Outcome => ({ ok: false, why })

export class WorkbookModel {
  readonly name: string
  /** What add-ins keep in the workbook; not part of `toFile`. */
  readonly settings = new Map<string, unknown>()
  readonly #listeners = new Set<(change: Change) => void>()
  readonly #selected = new Map<string, Area>()
  #sheets: SheetModel[]
  #active: SheetModel
  #editing = false
  #idsGiven = 0

  constructor(file: WorkbookFile) {
    this.name = file.name
    this.#sheets = file.sheets.map((sheet) => this.#sheetFrom(sheet))
    const first = this.#sheets.find((sheet) => !sheet.hidden)
    if (!first) throw new Error(`The workbook ${file.name} has no visible sheet.`)
    this.#active = first
  }

  // ── sheets ────────────────────────────────────────────────────────────────────────────────────

  /** In the order of their tabs, hidden ones included. */
  get sheets(): readonly SheetModel[] {
    return this.#sheets
  }

  /** Names are found whatever their case, as in Excel. */
  sheet(name: string): SheetModel | undefined {
    return this.#sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())
  }

  sheetById(id: string): SheetModel | undefined {
    return this.#sheets.find((sheet) => sheet.id === id)
  }

  /** The sheet in front. */
  get active(): SheetModel {
    return this.#active
  }

  activate(sheet: SheetModel): void {
    if (sheet === this.#active || sheet.hidden) return
    this.#active = sheet
    this.#tell({ kind: 'sheets', sheet })
  }

  /** Whether sheets may be added, renamed or deleted; no workbook file that we read tells. */
  structureIsProtected = false

  /** An empty sheet after all others. */
  addSheet(name: string): SheetModel {
    const sheet = this.#sheetFrom({
      name,
      hidden: false,
      cells: [],
      widths: {},
      hiddenRows: [],
      frozenRows: 0,
      merges: [],
      unlocked: [],
    })
    this.#sheets.push(sheet)
    this.#tell({ kind: 'sheets', sheet })
    return sheet
  }

  /** A copy with everything the sheet has, its protection included, placed right after it. */
  copySheet(sheet: SheetModel): SheetModel {
    const copy = this.#sheetFrom({ ...sheet.toFile(), name: this.#copyName(sheet.name) })
    for (const format of sheet.conditionalFormats.all.toReversed()) {
      copy.addConditionalFormat({ ...format, id: this.newId() })
    }
    this.#sheets.splice(this.#sheets.indexOf(sheet) + 1, 0, copy)
    this.#tell({ kind: 'sheets', sheet: copy })
    return copy
  }

  deleteSheet(sheet: SheetModel): void {
    this.#sheets = this.#sheets.filter((other) => other !== sheet)
    this.#leave(sheet)
    this.#tell({ kind: 'sheets' })
  }

  showSheet(sheet: SheetModel, visibility: Visibility): void {
    sheet.show(visibility)
    if (sheet.hidden) this.#leave(sheet)
  }

  /** An identifier that nothing in this workbook has yet. */
  newId(): string {
    this.#idsGiven += 1
    return `{${String(this.#idsGiven).padStart(8, '0')}-0001-0000-0000-000000000000}`
  }

  // ── selection and typing ──────────────────────────────────────────────────────────────────────

  /** Every sheet remembers its own; this is the one in front. */
  get selection(): Selection {
    return { sheet: this.#active, area: this.#selected.get(this.#active.id) ?? TOP_LEFT }
  }

  select(sheet: SheetModel, area: Area): void {
    this.activate(sheet)
    this.#selected.set(sheet.id, area)
    this.#tell({ kind: 'selection', sheet })
  }

  /** The user is typing into a cell: Excel answers no add-in meanwhile. */
  get editing(): boolean {
    return this.#editing
  }

  beginEdit(): void {
    this.#editing = true
    this.#tell({ kind: 'editing' })
  }

  endEdit(): void {
    this.#editing = false
    this.#tell({ kind: 'editing' })
  }

  // ── the user's own acts ───────────────────────────────────────────────────────────────────────

  /** Types or pastes texts into the cells from (`row`, `column`) on. Formulas stay text, which their note tells. */
  setValues(
    sheet: SheetModel,
    row: number,
    column: number,
    texts: readonly (readonly string[])[],
  ): Outcome {
    const columns = Math.max(0, ...texts.map((line) => line.length))
    const area = { row, column, rows: texts.length, columns }
    if (!fits(area)) return refused('There is no room for that here: it would go past the sheet.')
    if (!sheet.mayWrite(area)) {
      return refused(`A cell here is locked, because the sheet ${sheet.name} is protected.`)
    }
    sheet.type(row, column, texts)
    return OK
  }

  /** Puts `count` empty rows before row `at`. */
  insertRows(sheet: SheetModel, at: number, count: number): Outcome {
    const used = sheet.used()
    if (used && used.row + used.rows + count > SHEET_ROWS) {
      return refused('There is no room for more rows: the last row of the sheet is not empty.')
    }
    if (!sheet.mayInsertRows()) {
      return refused(`Rows cannot be inserted, because the sheet ${sheet.name} is protected.`)
    }
    sheet.insertRows(at, count)
    return OK
  }

  deleteRows(sheet: SheetModel, at: number, count: number): Outcome {
    if (!sheet.mayDeleteRows(at, count)) {
      return refused(`Rows cannot be deleted, because the sheet ${sheet.name} is protected.`)
    }
    sheet.deleteRows(at, count)
    return OK
  }

  /** Sorts the rows of `area` by one column. */
  sortRows(sheet: SheetModel, area: Area, by: number, descending = false): Outcome {
    if (!sheet.maySort(area)) {
      return refused(`Rows cannot be sorted, because the sheet ${sheet.name} is protected.`)
    }
    sheet.sortRows(area, by, descending)
    return OK
  }

  // ── listening, writing ────────────────────────────────────────────────────────────────────────

  /** Calls `listener` after every change, whoever made it; the answer ends it. */
  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  toFile(): WorkbookFile {
    return { name: this.name, sheets: this.#sheets.map((sheet) => sheet.toFile()) }
  }

  #sheetFrom(file: SheetFile): SheetModel {
    const changed = (change: SheetChange, edited?: Edited): void => {
      const kind = change === 'sheet' ? 'sheets' : change
      this.#tell({ kind, sheet, ...(edited && { edited }) })
    }
    const sheet: SheetModel = new SheetModel(this.newId(), file, changed)
    return sheet
  }

  #copyName(name: string): string {
    for (let number = 2; ; number += 1) {
      const suffix = ` (${number})`
      const copyName = name.slice(0, LONGEST_NAME - suffix.length) + suffix
      if (!this.sheet(copyName)) return copyName
    }
  }

  /** Brings another sheet to the front when this one cannot stay there. */
  #leave(sheet: SheetModel): void {
    if (sheet !== this.#active) return
    const next = this.#sheets.find((other) => !other.hidden && other !== sheet)
    if (next) this.activate(next)
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change)
  }
}
