// How cells look: colours and widths. The grid draws every cell on one line, so that how text wraps and stands in its
// cell is taken and not kept.
import type { Area } from '../area.ts'
import { HostError } from '../host-error.ts'
import type { Look } from '../rows.ts'
import type { SheetModel } from '../sheet.ts'
import { colorArgument, flagArgument, textArgument } from './arguments.ts'
import { HostObject, type Host } from './host-object.ts'

/** In points, of one character's width in a file. */
const POINTS = 5.25

abstract class FormatPart extends HostObject {
  protected readonly sheet: SheetModel
  protected readonly area: Area

  constructor(host: Host, sheet: SheetModel, area: Area) {
    super(host)
    this.sheet = sheet
    this.area = area
  }

  protected mustBeAllowed(): void {
    if (!this.sheet.mayFormat()) throw new HostError('AccessDenied')
  }

  protected look(look: Look): void {
    this.mustBeAllowed()
    this.sheet.setLook(this.area, look)
  }
}

export class RangeFormat extends FormatPart {
  override readonly typeName = 'RangeFormat'

  get Fill(): RangeFill {
    return new RangeFill(this.host, this.sheet, this.area)
  }

  get Font(): RangeFont {
    return new RangeFont(this.host, this.sheet, this.area)
  }

  get Protection(): FormatProtection {
    return new FormatProtection(this.host, this.sheet, this.area)
  }

  set ColumnWidth(points: unknown) {
    this.mustBeAllowed()
    this.sheet.setWidth(this.area, Math.round((lengthArgument(points) / POINTS) * 100) / 100)
  }

  set RowHeight(points: unknown) {
    this.mustBeAllowed()
    lengthArgument(points)
  }

  set WrapText(wraps: unknown) {
    this.mustBeAllowed()
    flagArgument(wraps)
  }

  set HorizontalAlignment(place: unknown) {
    this.mustBeAllowed()
    textArgument(place)
  }

  set VerticalAlignment(place: unknown) {
    this.mustBeAllowed()
    textArgument(place)
  }
}

class FormatProtection extends FormatPart {
  override readonly typeName = 'FormatProtection'

  /** Null when some cells are locked and some are not. Every cell is until a file says otherwise. */
  get Locked(): boolean | null {
    const { row, column, rows, columns } = this.area
    const isLocked = (at: number) =>
      this.sheet.isLocked(row + Math.floor(at / columns), column + (at % columns))
    const first = isLocked(0)
    for (let at = 1; at < rows * columns; at += 1) if (isLocked(at) !== first) return null
    return first
  }
}

class RangeFill extends FormatPart {
  override readonly typeName = 'RangeFill'

  set Color(value: unknown) {
    this.look({ fill: colorArgument(value) })
  }
}

class RangeFont extends FormatPart {
  override readonly typeName = 'RangeFont'

  set Color(value: unknown) {
    this.look({ color: colorArgument(value) })
  }

  set Bold(value: unknown) {
    this.look({ bold: flagArgument(value) })
  }
}

function lengthArgument(value: unknown): number {
  if (typeof value !== 'number' || value < 0) throw new HostError('InvalidArgument')
  return value
}
