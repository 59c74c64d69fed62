// Conditional formats by formula. Other kinds are listed, since a user may have them, and cannot be made here.
import type { Area } from '../area.ts'
import type { ConditionalFormat as Format } from '../conditional-formats.ts'
import { HostError } from '../host-error.ts'
import type { Bag } from '../protocol.ts'
import type { SheetModel } from '../sheet.ts'
import { colorArgument, textArgument } from './arguments.ts'
import { HostCollection, HostObject, type Host } from './host-object.ts'

/** Those that touch an area. */
export class ConditionalFormatCollection extends HostCollection {
  override readonly typeName = 'ConditionalFormatCollection'
  readonly #sheet: SheetModel
  readonly #areas: readonly Area[]

  constructor(host: Host, sheet: SheetModel, areas: readonly Area[]) {
    super(host)
    this.#sheet = sheet
    this.#areas = areas
  }

  override members(): ConditionalFormat[] {
    const formats = this.#sheet.conditionalFormats.touching(this.#areas)
    return formats.map(({ id }) => new ConditionalFormat(this.host, this.#sheet, id))
  }

  override member(key: unknown): ConditionalFormat | null {
    const id = textArgument(key)
    const isThere = this.#sheet.conditionalFormats.find(id) !== undefined
    return isThere ? new ConditionalFormat(this.host, this.#sheet, id) : null
  }

  Add(type: unknown): ConditionalFormat {
    if (type !== 'Custom') {
      throw new HostError('NotImplemented', `ConditionalFormatCollection.add(${String(type)})`)
    }
    if (!this.#sheet.mayFormat()) throw new HostError('AccessDenied')
    const id = this.host.model.newId()
    const format = { id, type, areas: this.#areas, formula: '' }
    this.#sheet.addConditionalFormat(format)
    return new ConditionalFormat(this.host, this.#sheet, id)
  }
}

/** One conditional format, or a part of it. */
abstract class FormatPart extends HostObject {
  protected readonly sheet: SheetModel
  protected readonly id: string

  constructor(host: Host, sheet: SheetModel, id: string) {
    super(host)
    this.sheet = sheet
    this.id = id
  }

  protected get format(): Format {
    const format = this.sheet.conditionalFormats.find(this.id)
    if (!format) throw new HostError('ItemNotFound')
    return format
  }

  protected change(change: (format: Format) => void): void {
    if (!this.sheet.mayFormat()) throw new HostError('AccessDenied')
    change(this.format)
    this.sheet.conditionalFormatChanged()
  }
}

class ConditionalFormat extends FormatPart {
  override readonly typeName = 'ConditionalFormat'

  override identity(): Bag {
    return { Id: this.id }
  }

  get Type(): string {
    return this.format.type
  }

  get Custom(): CustomConditionalFormat {
    if (this.format.type !== 'Custom') throw new HostError('ItemNotFound')
    return new CustomConditionalFormat(this.host, this.sheet, this.id)
  }

  Delete(): void {
    if (!this.sheet.mayFormat()) throw new HostError('AccessDenied')
    this.sheet.deleteConditionalFormat(this.format.id)
  }
}

class CustomConditionalFormat extends FormatPart {
  override readonly typeName = 'CustomConditionalFormat'

  get Rule(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.host, this.sheet, this.id)
  }

  get Format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.host, this.sheet, this.id)
  }
}

class ConditionalFormatRule extends FormatPart {
  override readonly typeName = 'ConditionalFormatRule'

  get Formula(): string {
    return this.format.formula
  }

  set Formula(value: unknown) {
    const formula = textArgument(value)
    if (!formula.startsWith('=')) throw new HostError('InvalidArgument')
    this.change((format) => {
      format.formula = formula
    })
  }
}

class ConditionalRangeFormat extends FormatPart {
  override readonly typeName = 'ConditionalRangeFormat'

  get Fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(this.host, this.sheet, this.id)
  }

  get Font(): ConditionalRangeFont {
    return new ConditionalRangeFont(this.host, this.sheet, this.id)
  }
}

class ConditionalRangeFill extends FormatPart {
  override readonly typeName = 'ConditionalRangeFill'

  set Color(value: unknown) {
    const fill = colorArgument(value)
    this.change((format) => {
      format.fill = fill
    })
  }
}

class ConditionalRangeFont extends FormatPart {
  override readonly typeName = 'ConditionalRangeFont'

  set Color(value: unknown) {
    const color = colorArgument(value)
    this.change((format) => {
      format.color = color
    })
  }
}
