// Worksheets and their protection.
import { HostError } from '../host-error.ts'
import type { Bag } from '../protocol.ts'
import { parseArea, WHOLE_SHEET } from '../area.ts'
import { LONGEST_NAME, type WorkbookModel } from '../model.ts'
import type { SheetModel, Visibility } from '../sheet.ts'
import { flagArgument, textArgument, wholeArgument } from './arguments.ts'
import { HostCollection, HostObject, type Host } from './host-object.ts'
import { Range, RangeAreas } from './ranges.ts'

const FORBIDDEN_IN_NAME = /[:\\/?*[\]]/
/** What `getRanges` accepts. */
const LONGEST_ADDRESS = 8192
const VISIBILITIES: readonly unknown[] = ['Visible', 'Hidden', 'VeryHidden'] satisfies Visibility[]

export class Worksheets extends HostCollection {
  override readonly typeName = 'WorksheetCollection'

  override members(): Worksheet[] {
    return this.host.model.sheets.map((sheet) => new Worksheet(this.host, sheet))
  }

  override member(key: unknown): Worksheet | null {
    const name = textArgument(key)
    const { model } = this.host
    const sheet = model.sheet(name) ?? model.sheetById(name)
    return sheet ? new Worksheet(this.host, sheet) : null
  }

  GetItemOrNullObject(key: unknown): Worksheet | null {
    return this.member(key)
  }

  Add(name: unknown): Worksheet {
    const { model } = this.host
    const free = freeName(textArgument(name), undefined, model)
    if (model.structureIsProtected) throw new HostError('AccessDenied')
    return new Worksheet(this.host, model.addSheet(free))
  }

  _RegisterSelectionChangedEvent(): void {
    this.host.watch('SelectionChanged', true)
  }

  _UnregisterSelectionChangedEvent(): void {
    this.host.watch('SelectionChanged', false)
  }

  _RegisterDataChangedEvent(): void {
    this.host.watch('Changed', true)
  }

  _UnregisterDataChangedEvent(): void {
    this.host.watch('Changed', false)
  }

  _RegisterRowSortedEvent(): void {
    this.host.watch('RowSorted', true)
  }

  _UnregisterRowSortedEvent(): void {
    this.host.watch('RowSorted', false)
  }
}

export class Worksheet extends HostObject {
  override readonly typeName = 'Worksheet'
  readonly #sheet: SheetModel

  constructor(host: Host, sheet: SheetModel) {
    super(host)
    this.#sheet = sheet
  }

  override identity(): Bag {
    return { Id: this.#sheet.id }
  }

  get Id(): string {
    return this.#sheet.id
  }

  get Name(): string {
    return this.#sheet.name
  }

  set Name(value: unknown) {
    this.#sheet.rename(freeName(textArgument(value), this.#sheet, this.host.model))
  }

  get Visibility(): Visibility {
    return this.#sheet.visibility
  }

  set Visibility(value: unknown) {
    if (!isVisibility(value)) throw new HostError('InvalidArgument')
    if (value !== 'Visible') this.#mustNotBeTheLastInView()
    this.host.model.showSheet(this.#sheet, value)
  }

  get FreezePanes(): WorksheetFreezePanes {
    return new WorksheetFreezePanes(this.host, this.#sheet)
  }

  get Protection(): WorksheetProtection {
    return new WorksheetProtection(this.host, this.#sheet)
  }

  Activate(): void {
    if (this.#sheet.hidden) throw new HostError('InvalidOperation')
    this.host.model.activate(this.#sheet)
  }

  Copy(position: unknown, relativeTo: unknown): Worksheet {
    const isAfterItself =
      position === 'After' &&
      relativeTo instanceof Worksheet &&
      relativeTo.#sheet.id === this.#sheet.id
    if (!isAfterItself) throw new HostError('NotImplemented', 'Worksheet.copy to another place')
    return new Worksheet(this.host, this.host.model.copySheet(this.#sheet))
  }

  Delete(): void {
    this.#mustNotBeTheLastInView()
    this.host.model.deleteSheet(this.#sheet)
  }

  GetRange(address: unknown): Range {
    if (address === null || address === undefined) return this.#range(WHOLE_SHEET)
    const area = parseArea(withoutSheet(textArgument(address)))
    if (!area) throw new HostError('InvalidArgument')
    return this.#range(area)
  }

  GetRangeByIndexes(row: unknown, column: unknown, rows: unknown, columns: unknown): Range {
    return this.#range({
      row: wholeArgument(row),
      column: wholeArgument(column),
      rows: wholeArgument(rows),
      columns: wholeArgument(columns),
    })
  }

  GetRanges(address: unknown): RangeAreas {
    const text = textArgument(address)
    const areas = text.split(',').map((part) => parseArea(part))
    const parsed = areas.flatMap((area) => area ?? [])
    if (parsed.length < areas.length || text.length > LONGEST_ADDRESS) {
      throw new HostError('InvalidArgument')
    }
    return new RangeAreas(this.host, this.#sheet, parsed)
  }

  GetUsedRangeOrNullObject(valuesOnly: unknown): Range | null {
    const used = flagArgument(valuesOnly) ? this.#sheet.used() : this.#sheet.usedWithLooks()
    return used ? this.#range(used) : null
  }

  #range(area: { row: number; column: number; rows: number; columns: number }): Range {
    return new Range(this.host, this.#sheet, area)
  }

  #mustNotBeTheLastInView(): void {
    const others = this.host.model.sheets.filter((sheet) => sheet !== this.#sheet && !sheet.hidden)
    if (others.length === 0) throw new HostError('InvalidOperation')
  }
}

class WorksheetProtection extends HostObject {
  override readonly typeName = 'WorksheetProtection'
  readonly #sheet: SheetModel

  constructor(host: Host, sheet: SheetModel) {
    super(host)
    this.#sheet = sheet
  }

  get Protected(): boolean {
    return this.#sheet.protection !== undefined
  }

  /** The four that a workbook file tells; null while the sheet is not protected. */
  get Options(): Bag | null {
    const { protection } = this.#sheet
    if (!protection) return null
    const { allowFormatCells, allowInsertRows, allowDeleteRows, allowSort } = protection
    return { allowFormatCells, allowInsertRows, allowDeleteRows, allowSort }
  }

  Unprotect(password: unknown): void {
    const needsOne = this.#sheet.protection?.password ?? false
    if (needsOne) throw new HostError('AccessDenied')
    if (password !== null) throw new HostError('NotImplemented', 'WorksheetProtection.unprotect(…)')
    this.#sheet.unprotect()
  }
}

class WorksheetFreezePanes extends HostObject {
  override readonly typeName = 'WorksheetFreezePanes'
  readonly #sheet: SheetModel

  constructor(host: Host, sheet: SheetModel) {
    super(host)
    this.#sheet = sheet
  }

  FreezeRows(count: unknown): void {
    this.#sheet.freezeRows(wholeArgument(count))
  }
}

/** The name, where Excel allows it and no other sheet has it. */
function freeName(name: string, own: SheetModel | undefined, model: WorkbookModel): string {
  if (name === '' || name.length > LONGEST_NAME || FORBIDDEN_IN_NAME.test(name)) {
    throw new HostError('InvalidArgument')
  }
  const other = model.sheet(name)
  if (other && other !== own) throw new HostError('ItemAlreadyExists')
  return name
}

const isVisibility = (value: unknown): value is Visibility => VISIBILITIES.includes(value)

/** `A1` of `Data!A1` and of `'My data'!A1`. */
const withoutSheet = (address: string) => address.slice(address.lastIndexOf('!') + 1)
