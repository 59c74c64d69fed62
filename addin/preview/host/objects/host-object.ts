// What office.js can hold a proxy of. The members of the classes in `objects/` are named as on the wire, so that a
// class is its own table: a getter is a property to load, a setter one to set, a method one to call.
import type { WorkbookModel } from '../model.ts'
import type { Bag, EventName } from '../protocol.ts'

/** What objects need of the session that made them. */
export interface Host {
  readonly model: WorkbookModel
  /** Keeps an object across batches; the answer names it. */
  keep(object: HostObject): string
  release(reference: string): void
  releaseAll(): void
  watch(event: EventName, on: boolean): void
  /** Whether office.js hears of any event. */
  enableEvents: boolean
}

export abstract class HostObject {
  /** As in the documentation: `RangeAreas`. */
  abstract readonly typeName: string
  protected readonly host: Host

  constructor(host: Host) {
    this.host = host
  }

  /** What an answer says about the object itself: its `Id`, its `_ReferenceId`. */
  identity(): Bag {
    return {}
  }
}

/** A list whose members are loaded with `items/…`. */
export abstract class HostCollection extends HostObject {
  abstract members(): readonly HostObject[]
  /** By name or id. */
  abstract member(key: unknown): HostObject | null
}

/** Ranges live for one batch, unless they are kept. */
export abstract class KeepableObject extends HostObject {
  #reference: string | undefined

  override identity(): Bag {
    return this.#reference === undefined ? {} : { _ReferenceId: this.#reference }
  }

  _KeepReference(): void {
    this.#reference ??= this.host.keep(this)
  }
}

/** What a proxy may reach of an object, by its name on the wire; inherited members of Object are none of it. */
export function memberOf(object: HostObject, wire: string): PropertyDescriptor | undefined {
  if (!/^_?[A-Z]/.test(wire)) return undefined
  for (
    let level: unknown = Object.getPrototypeOf(object);
    level instanceof HostObject || level === HostObject.prototype;
    level = Object.getPrototypeOf(level)
  ) {
    const member = Object.getOwnPropertyDescriptor(level, wire)
    if (member) return member
  }
  return undefined
}
