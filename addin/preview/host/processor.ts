// Carries out one batch: resolves object paths, calls members, gathers results. Stops at the first error; what was
// done before it stays done, as in Excel.
import { HostError } from './host-error.ts'
import { HostCollection, HostObject, memberOf } from './objects/host-object.ts'
import {
  ActionType,
  PathType,
  publicName,
  wireName,
  type Action,
  type ArgumentInfo,
  type Bag,
  type Batch,
  type Failure,
  type ObjectPath,
  type Results,
} from './protocol.ts'

/** An object, or the null object that an `…OrNullObject` call gave. */
type Target = HostObject | null

export interface World {
  readonly root: HostObject
  /** An object kept from an earlier batch. */
  kept(reference: string): HostObject | undefined
  /** A service by its server name. */
  service(name: string): HostObject | undefined
  /** `Range.getSpillParent`: newer than what this host claims to be. */
  isTooNew(member: string): boolean
  /** The error for a member that the host does not have. */
  missing(member: string): HostError
}

export function runBatch(batch: Batch, world: World): Results | Failure {
  return new BatchRun(batch, world).run()
}

class BatchRun {
  readonly #batch: Batch
  readonly #world: World
  readonly #objects = new Map<number, Target>()

  constructor(batch: Batch, world: World) {
    this.#batch = batch
    this.#world = world
  }

  run(): Results | Failure {
    const results: { ActionId: number; Value: unknown }[] = []
    const traces: number[] = []
    for (const [index, action] of this.#batch.Actions.entries()) {
      try {
        results.push({ ActionId: action.Id, Value: this.#perform(action) })
      } catch (error) {
        if (!(error instanceof HostError)) throw error
        return {
          Error: {
            Code: error.code,
            Message: error.message,
            Location: error.location ?? this.#location(action),
            ActionIndex: index,
            HttpStatusCode: 400,
          },
          ProcessedResults: { Results: results, TraceIds: traces },
          TraceIds: traces,
        }
      }
      if (action.ActionType === ActionType.trace) traces.push(action.Id)
    }
    return { Results: results, TraceIds: traces }
  }

  #perform(action: Action): unknown {
    if (action.ActionType === ActionType.trace) return null
    const target = this.#object(action.ObjectPathId)
    switch (action.ActionType) {
      case ActionType.instantiate:
        return target?.identity() ?? null
      case ActionType.query:
        return target && this.#query(target, action.QueryInfo?.Select ?? [])
      case ActionType.method:
        // Only the bookkeeping of references may meet a null object.
        if (!target && action.Name === '_KeepReference') return null
        return plain(this.#call(target, action.Name, action.ArgumentInfo))
      case ActionType.setProperty:
        this.#set(target, action)
        return null
      default:
        throw this.#world.missing(`ActionType ${action.ActionType}`)
    }
  }

  #object(pathId: number): Target {
    const known = this.#objects.get(pathId)
    if (known !== undefined) return known
    const path = this.#batch.ObjectPaths[pathId]
    if (!path) throw new HostError('InvalidObjectPath')
    const object = this.#resolve(path)
    this.#objects.set(pathId, object)
    return object
  }

  #resolve(path: ObjectPath): Target {
    switch (path.ObjectPathType) {
      case PathType.root:
        return this.#world.root
      case PathType.newObject:
        return this.#world.service(path.Name) ?? this.#fail(path.Name)
      case PathType.reference: {
        const kept = this.#world.kept(path.Name)
        if (!kept) throw new HostError('InvalidReference')
        return kept
      }
      case PathType.null:
        return null
    }
    const parent = this.#object(path.ParentObjectPathId ?? 0)
    if (!parent) return null
    switch (path.ObjectPathType) {
      case PathType.method:
        return asTarget(this.#call(parent, path.Name, path.ArgumentInfo))
      case PathType.property:
        return asTarget(this.#get(parent, path.Name))
      case PathType.indexer:
        return this.#member(parent, path.ArgumentInfo)
      default:
        return this.#fail(`ObjectPathType ${path.ObjectPathType}`)
    }
  }

  #call(target: Target, name: string, info: ArgumentInfo | undefined): unknown {
    if (!target) throw new HostError('InvalidObjectPath')
    const method: unknown = this.#find(target, name)?.value
    if (typeof method !== 'function') return this.#fail(memberName(target, name))
    const result: unknown = Reflect.apply(method, target, this.#arguments(info))
    return result
  }

  #get(target: HostObject, name: string): unknown {
    const get = this.#find(target, name)?.get
    if (!get) return this.#fail(memberName(target, name))
    const value: unknown = get.call(target)
    return value
  }

  #set(target: Target, action: Action): void {
    if (!target) throw new HostError('InvalidObjectPath')
    const set = this.#find(target, action.Name)?.set
    if (!set) this.#fail(memberName(target, action.Name))
    else set.call(target, this.#arguments(action.ArgumentInfo)[0])
  }

  #find(target: HostObject, name: string): PropertyDescriptor | undefined {
    const member = memberName(target, name)
    if (this.#world.isTooNew(member)) throw new HostError('ApiNotFound', member)
    return memberOf(target, name)
  }

  #member(parent: HostObject, info: ArgumentInfo | undefined): HostObject {
    if (!(parent instanceof HostCollection)) return this.#fail(`${parent.typeName}.getItem`)
    const member = parent.member(this.#arguments(info)[0])
    if (!member) throw new HostError('ItemNotFound')
    return member
  }

  #arguments(info: ArgumentInfo | undefined): unknown[] {
    return (info?.Arguments ?? []).map((value, index) => {
      const pathId = info?.ReferencedObjectPathIds?.[index]
      return typeof pathId === 'number' && pathId !== 0 ? this.#object(pathId) : this.#inside(value)
    })
  }

  /** Objects inside plain ones come as `{"_ObjectPathId":12}`: the source of a list of choices. */
  #inside(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    if ('_ObjectPathId' in value) return this.#object(Number(value._ObjectPathId))
    const entries: [string, unknown][] = Object.entries(value)
    return Object.fromEntries(entries.map(([name, part]) => [name, this.#inside(part)]))
  }

  /** Loads `rowIndex` and `rule/formula`; of a collection, from each of its members. */
  #query(target: HostObject, select: readonly string[]): Bag {
    if (target instanceof HostCollection) {
      const items = target.members().map((member) => this.#query(member, select))
      return { ...target.identity(), _Items: items }
    }
    const bag = target.identity()
    const nested = new Map<string, string[]>()
    for (const path of select) {
      const [head = '', ...rest] = path.split('/')
      if (rest.length === 0) bag[wireName(head)] = this.#get(target, wireName(head))
      else nested.set(head, [...(nested.get(head) ?? []), rest.join('/')])
    }
    for (const [head, paths] of nested) {
      const child = asTarget(this.#get(target, wireName(head)))
      bag[wireName(head)] = child && this.#query(child, paths)
    }
    return bag
  }

  #fail(member: string): never {
    throw this.#world.missing(member)
  }

  #location(action: Action): string {
    const isNamed =
      action.ActionType === ActionType.method || action.ActionType === ActionType.setProperty
    const target = this.#objects.get(action.ObjectPathId)
    if (isNamed && target) return memberName(target, action.Name)
    // The path itself failed: its last step tells where.
    const path = this.#batch.ObjectPaths[action.ObjectPathId]
    const parent = path?.ParentObjectPathId && this.#objects.get(path.ParentObjectPathId)
    if (!path || !parent) return ''
    const isIndexer = path.ObjectPathType === PathType.indexer
    return memberName(parent, isIndexer ? 'GetItem' : path.Name)
  }
}

const memberName = (target: HostObject, wire: string) => `${target.typeName}.${publicName(wire)}`

function asTarget(value: unknown): Target {
  return value instanceof HostObject ? value : null
}

/** Objects do not travel as values: a method that gives one is met again as an object path. */
const plain = (value: unknown) => (value instanceof HostObject ? null : (value ?? null))
