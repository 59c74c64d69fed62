// The batch that office.js sends and the answer it expects, as JSON text on every route.

export const ActionType = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const

export const PathType = {
  root: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  null: 7,
} as const

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[]
  /** Parallel to `Arguments`: the object path an argument stands for, 0 for a plain value. */
  readonly ReferencedObjectPathIds?: readonly (number | readonly unknown[])[]
}

export interface Action {
  readonly Id: number
  readonly ActionType: number
  /** PascalCase member; private ones begin with `_`. */
  readonly Name: string
  readonly ObjectPathId: number
  readonly ArgumentInfo?: ArgumentInfo
  /** Paths as they were typed: `format/fill/color`. */
  readonly QueryInfo?: { readonly Select?: readonly string[]; readonly Expand?: readonly string[] }
}

export interface ObjectPath {
  readonly Id: number
  readonly ObjectPathType: number
  readonly Name: string
  readonly ParentObjectPathId?: number
  readonly ArgumentInfo?: ArgumentInfo
}

export interface Batch {
  readonly Actions: readonly Action[]
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>
}

/** Property bag with PascalCase names; collections hold `_Items`. */
export type Bag = Record<string, unknown>

export interface Results {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[]
  /** Event handlers are attached only when their trace comes back here. */
  readonly TraceIds: readonly number[]
}

export interface Failure {
  readonly Error: {
    readonly Code: string
    readonly Message: string
    /** `Range.values` */
    readonly Location: string
    readonly ActionIndex: number
    readonly HttpStatusCode: number
  }
  readonly ProcessedResults: Results
  readonly TraceIds: readonly number[]
}

/** Sent with a batch that waits until the user has left the cell (`delayForCellEdit`). */
export const DELAY_FOR_CELL_EDIT = 64

/** What the host tells on its own: `message` is JSON text. */
export interface HostEvent {
  readonly messageCategory: number
  readonly messageType: number
  readonly targetId: string
  readonly message: string
}

export const EVENT_CATEGORY = 65_536
/** Excel's event types, for all sheets. */
export const EVENTS = { Changed: 10, SelectionChanged: 14, RowSorted: 19 } as const
export type EventName = keyof typeof EVENTS

/** A function of the add-in, by the name it was associated under. */
export const ACTION_CATEGORY = 2
export const ACTION_INVOKED = 1000
/** The target of events that are registered for all sheets. */
export const ALL_SHEETS = 'Workbook'

/** `getUsedRange` for `GetUsedRange`: the public name of a member on the wire. */
export const publicName = (wire: string) => wire.charAt(0).toLowerCase() + wire.slice(1)

/** `RowIndex` for `rowIndex`. */
export const wireName = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)
