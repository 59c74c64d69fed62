// The root of every batch, and the settings that add-ins keep in the workbook.
import { HostError } from '../host-error.ts'
import type { Bag } from '../protocol.ts'
import { flagArgument, textArgument } from './arguments.ts'
import { HostCollection, HostObject, type Host } from './host-object.ts'
import { Worksheets } from './worksheets.ts'

export class Workbook extends HostObject {
  override readonly typeName = 'Workbook'

  get Worksheets(): Worksheets {
    return new Worksheets(this.host)
  }

  get Protection(): WorkbookProtection {
    return new WorkbookProtection(this.host)
  }

  get Settings(): Settings {
    return new Settings(this.host)
  }

  get _Runtime(): Runtime {
    return new Runtime(this.host)
  }

  _RemoveReference(reference: unknown): void {
    this.host.release(textArgument(reference))
  }

  _RemoveAllReferences(): void {
    this.host.releaseAll()
  }
}

class WorkbookProtection extends HostObject {
  override readonly typeName = 'WorkbookProtection'

  get Protected(): boolean {
    return this.host.model.structureIsProtected
  }
}

class Runtime extends HostObject {
  override readonly typeName = 'Runtime'

  get EnableEvents(): boolean {
    return this.host.enableEvents
  }

  set EnableEvents(value: unknown) {
    this.host.enableEvents = flagArgument(value)
  }
}

class Settings extends HostCollection {
  override readonly typeName = 'SettingCollection'

  override members(): Setting[] {
    return [...this.host.model.settings.keys()].map((key) => new Setting(this.host, key))
  }

  override member(key: unknown): Setting | null {
    const name = textArgument(key)
    return this.host.model.settings.has(name) ? new Setting(this.host, name) : null
  }

  GetItemOrNullObject(key: unknown): Setting | null {
    return this.member(key)
  }

  /** Replaces the value of a key that is there already. */
  Add(key: unknown, value: unknown): Setting {
    const name = textArgument(key)
    if (value === undefined) throw new HostError('InvalidArgument')
    this.host.model.settings.set(name, value)
    return new Setting(this.host, name)
  }
}

class Setting extends HostObject {
  override readonly typeName = 'Setting'
  readonly #key: string

  constructor(host: Host, key: string) {
    super(host)
    this.#key = key
  }

  override identity(): Bag {
    return { _Id: this.#key }
  }

  get Value(): unknown {
    return this.host.model.settings.get(this.#key)
  }

  Delete(): void {
    if (!this.host.model.settings.delete(this.#key)) throw new HostError('ItemNotFound')
  }
}

/** office.js on the web says once that it is listening. */
export class AddinInternalService extends HostObject {
  override readonly typeName = 'AddinInternalService'

  NotifyActionHandlerReady(): void {
    // Nothing waits for it here.
  }
}
