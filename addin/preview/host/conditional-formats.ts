// Conditional formats of a sheet: kept in order, moved with their rows, and asked which of them shows at a cell.
import { holds, overlap, shiftRows, type Area } from './area.ts'

export interface ConditionalFormat {
  readonly id: string
  /** As Excel names the kinds: `Custom`, `ColorScale`, `CellValue` … */
  readonly type: string
  readonly areas: readonly Area[]
  /** Of a `Custom` one, with the leading `=`. */
  formula: string
  fill?: string
  color?: string
}

/** The look that marks lay over a cell. */
export interface Mark {
  readonly fill?: string
  readonly color?: string
}

const CONSTANT = /^=\s*"([^"]*)"\s*(<>|=)\s*"([^"]*)"\s*$/

/** Whether a formula is true whatever the cells hold. The preview shows only such formats. */
export function isConstantlyTrue(formula: string): boolean {
  if (/^=\s*TRUE(\(\))?\s*$/i.test(formula)) return true
  const compared = CONSTANT.exec(formula)
  if (!compared) return false
  const [, left = '', sign, right = ''] = compared
  const same = left.toLowerCase() === right.toLowerCase()
  return sign === '=' ? same : !same
}

export class ConditionalFormats {
  /** The first has the highest priority. */
  #formats: ConditionalFormat[] = []
  #byRow: Map<number, ConditionalFormat[]> | undefined
  #tall: ConditionalFormat[] = []

  get all(): readonly ConditionalFormat[] {
    return this.#formats
  }

  find(id: string): ConditionalFormat | undefined {
    return this.#formats.find((format) => format.id === id)
  }

  /** Those that touch one of the areas. */
  touching(areas: readonly Area[]): readonly ConditionalFormat[] {
    return this.#formats.filter((format) =>
      format.areas.some((own) => areas.some((area) => overlap(own, area))),
    )
  }

  /** A new one comes before all others, as in Excel. */
  add(format: ConditionalFormat): void {
    this.#formats.unshift(format)
    this.changed()
  }

  delete(id: string): void {
    this.#formats = this.#formats.filter((format) => format.id !== id)
    this.changed()
  }

  shiftRows(at: number, count: number): void {
    this.#formats = this.#formats
      .map((format) => {
        const areas = format.areas.flatMap((area) => shiftRows(area, at, count) ?? [])
        return { ...format, areas }
      })
      .filter((format) => format.areas.length > 0)
    this.changed()
  }

  /** To be called after a format itself was changed. */
  changed(): void {
    this.#byRow = undefined
  }

  markAt(row: number, column: number): Mark | undefined {
    const byRow = this.#index()
    const here = [...(byRow.get(row) ?? []), ...this.#tall].filter((format) =>
      format.areas.some((area) => holds(area, row, column)),
    )
    if (here.length === 0) return undefined
    const ordered = here.sort((a, b) => this.#formats.indexOf(a) - this.#formats.indexOf(b))
    const fill = ordered.find((format) => format.fill !== undefined)?.fill
    const color = ordered.find((format) => format.color !== undefined)?.color
    return { ...(fill === undefined ? {} : { fill }), ...(color === undefined ? {} : { color }) }
  }

  /** A grid asks for every cell it draws; thousands of small areas are looked up by their row. */
  #index(): Map<number, ConditionalFormat[]> {
    if (this.#byRow) return this.#byRow
    const byRow = new Map<number, ConditionalFormat[]>()
    this.#tall = []
    for (const format of this.#formats) {
      if (format.type !== 'Custom' || !isConstantlyTrue(format.formula)) continue
      if (format.areas.some((area) => area.rows > 1000)) {
        this.#tall.push(format)
        continue
      }
      const rows = format.areas.flatMap((area) =>
        Array.from({ length: area.rows }, (_, offset) => area.row + offset),
      )
      for (const row of new Set(rows)) {
        const there = byRow.get(row)
        if (there) there.push(format)
        else byRow.set(row, [format])
      }
    }
    return (this.#byRow = byRow)
  }
}
