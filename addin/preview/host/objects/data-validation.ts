// What may be typed into cells. Rules are kept for tests to see; the grid holds nobody to them.
import { formatArea, type Area } from '../area.ts'
import { HostError } from '../host-error.ts'
import type { SheetModel } from '../sheet.ts'
import { HostObject, type Host } from './host-object.ts'
import { Range } from './ranges.ts'

const KINDS: readonly string[] = ['list', 'decimal', 'wholeNumber', 'textLength']

export class DataValidation extends HostObject {
  override readonly typeName = 'DataValidation'
  readonly #sheet: SheetModel
  readonly #area: Area

  constructor(host: Host, sheet: SheetModel, area: Area) {
    super(host)
    this.#sheet = sheet
    this.#area = area
  }

  /** A list's source is kept as its address. */
  set Rule(given: unknown) {
    if (typeof given !== 'object' || given === null) throw new HostError('InvalidArgument')
    const [[kind, rule] = [], ...more] = Object.entries(given) as [string, object][]
    if (kind === undefined || rule === undefined || more.length > 0 || !KINDS.includes(kind)) {
      throw new HostError('InvalidArgument')
    }
    const source: unknown = 'source' in rule ? rule.source : undefined
    const kept = source instanceof Range ? { ...rule, source: `=${source.Address}` } : rule
    this.#entry().rule = { [kind]: kept }
  }

  set ErrorAlert(alert: unknown) {
    if (typeof alert !== 'object' || alert === null) throw new HostError('InvalidArgument')
    this.#entry().errorAlert = alert
  }

  #entry(): SheetModel['validations'][number] {
    if (!this.#sheet.mayFormat()) throw new HostError('AccessDenied')
    const { validations } = this.#sheet
    const address = formatArea(this.#area)
    const known = validations.find(({ area }) => formatArea(area) === address)
    if (known) return known
    const made = { area: this.#area }
    validations.push(made)
    return made
  }
}
