// One add-in's conversation with the workbook. Batches come in as text and answers go out as text; nothing else
// crosses the border, so nothing can leak by reference.
import type { WorkbookModel } from './model.ts'
import type { SheetModel } from './sheet.ts'
import { formatArea, type Area } from './area.ts'
import { HostError } from './host-error.ts'
import type { Host, HostObject } from './objects/host-object.ts'
import { AddinInternalService, Workbook } from './objects/workbook.ts'
import { runBatch } from './processor.ts'
import {
  ACTION_CATEGORY,
  ACTION_INVOKED,
  ALL_SHEETS,
  DELAY_FOR_CELL_EDIT,
  EVENT_CATEGORY,
  EVENTS,
  PathType,
  type Batch,
  type EventName,
  type HostEvent,
} from './protocol.ts'
import { REQUIREMENTS, isAtMost } from './requirements.ts'

/** What Excel on the web takes and gives at most, in bytes. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024

export interface SessionOptions {
  /** Bytes of one request and of one answer. */
  readonly payloadLimit?: number
  /** `Range.getSpillParent` → `1.12`: since when members exist. What is too new is `ApiNotFound`. */
  readonly apiSets?: ReadonlyMap<string, string>
  /** Called before each batch, counted from 1; a code that it gives is how the batch fails. */
  readonly beforeBatch?: (
    batch: number,
    text: string,
  ) => string | undefined | Promise<string | undefined>
}

/** An answer's text (which may tell of an error), or why none could be given. */
export type Answer =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false
      readonly code: 'RequestPayloadSizeLimitExceeded' | 'ResponsePayloadSizeLimitExceeded'
    }

/** All that crosses the border between office.js and the host. */
export type Conversation = Pick<Session, 'execute' | 'onEvents'>

export class Session {
  /** How often a member was asked for that the host does not have, by name. */
  readonly missing = new Map<string, number>()
  readonly #model: WorkbookModel
  readonly #options: SessionOptions
  readonly #kept = new Map<string, HostObject>()
  readonly #listeners = new Set<(event: HostEvent) => void>()
  readonly #host: Host
  readonly #root: Workbook
  #references = 0
  #batches = 0
  readonly #watched = new Set<EventName>()

  constructor(model: WorkbookModel, options: SessionOptions = {}) {
    this.#model = model
    this.#options = options
    this.#host = {
      model,
      keep: (object) => this.#keep(object),
      release: (reference) => this.#kept.delete(reference),
      releaseAll: () => {
        this.#kept.clear()
      },
      watch: (event, on) => {
        if (on) this.#watched.add(event)
        else this.#watched.delete(event)
      },
      enableEvents: true,
    }
    this.#root = new Workbook(this.#host)
    model.subscribe(({ kind, sheet, edited }) => {
      if (!sheet) return
      if (kind === 'selection') {
        this.#tellEvent('SelectionChanged', model.selection.sheet, model.selection.area)
      }
      if (!edited) return
      const { type, area } = edited
      const source = 'Local'
      if (type === 'RowSorted') this.#tellEvent(type, sheet, area, { source })
      else this.#tellEvent('Changed', sheet, area, { source, changeType: type })
    })
  }

  /** As when the user presses a ribbon button or a shortcut of the add-in. */
  invokeAction(name: string): void {
    this.#tell({
      messageCategory: ACTION_CATEGORY,
      messageType: ACTION_INVOKED,
      targetId: '',
      message: JSON.stringify([name]),
    })
  }

  /** Objects that office.js holds on to between batches. */
  get keptObjects(): number {
    return this.#kept.size
  }

  /** Carries out a batch. While the user types it waits, when `flags` ask for that, or fails. */
  async execute(text: string, flags: number): Promise<Answer> {
    const limit = this.#options.payloadLimit ?? PAYLOAD_LIMIT
    if (bytesOf(text) > limit) return { ok: false, code: 'RequestPayloadSizeLimitExceeded' }
    this.#batches += 1
    const failure = await this.#options.beforeBatch?.(this.#batches, text)
    if ((flags & DELAY_FOR_CELL_EDIT) !== 0) await this.#untilNotEditing()
    const keptBefore = this.#references
    const answer = JSON.stringify(failure === undefined ? this.#run(text) : failed(failure))
    if (bytesOf(answer) > limit) {
      // office.js will never learn the names of what this batch kept, so it could not release them.
      for (let number = keptBefore + 1; number <= this.#references; number += 1) {
        this.#kept.delete(referenceName(number))
      }
      return { ok: false, code: 'ResponsePayloadSizeLimitExceeded' }
    }
    return { ok: true, text: answer }
  }

  onEvents(listener: (event: HostEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #run(text: string): unknown {
    // The text comes from office.js, whose batches have this shape.
    const batch = JSON.parse(text) as Batch
    if (this.#model.editing && touchesWorkbook(batch)) {
      return failed('InvalidOperationInCellEditMode')
    }
    return runBatch(batch, {
      root: this.#root,
      kept: (reference) => this.#kept.get(reference),
      service: (name) =>
        name === 'Microsoft.InternalService.AddinInternalService'
          ? new AddinInternalService(this.#host)
          : undefined,
      isTooNew: (member) => this.#isTooNew(member),
      missing: (member) => this.#missingMember(member),
    })
  }

  #isTooNew(member: string): boolean {
    const since = this.#options.apiSets?.get(member)
    return since !== undefined && !isAtMost(since, REQUIREMENTS['ExcelApi'] ?? '')
  }

  #missingMember(member: string): HostError {
    this.missing.set(member, (this.missing.get(member) ?? 0) + 1)
    return new HostError('NotImplemented', member)
  }

  #keep(object: HostObject): string {
    this.#references += 1
    const reference = referenceName(this.#references)
    this.#kept.set(reference, object)
    return reference
  }

  async #untilNotEditing(): Promise<void> {
    if (!this.#model.editing) return
    await new Promise<void>((resolve) => {
      const stop = this.#model.subscribe(() => {
        if (this.#model.editing) return
        stop()
        resolve()
      })
    })
  }

  #tellEvent(name: EventName, sheet: SheetModel, area: Area, more: object = {}): void {
    if (!this.#watched.has(name) || !this.#host.enableEvents) return
    const told = { address: formatArea(area), worksheetId: sheet.id, ...more }
    this.#tell({
      messageCategory: EVENT_CATEGORY,
      messageType: EVENTS[name],
      targetId: ALL_SHEETS,
      message: JSON.stringify(told),
    })
  }

  #tell(event: HostEvent): void {
    for (const listener of this.#listeners) listener(event)
  }
}

/** office.js greets the host through a service of its own, and does so while the user types as well. */
const touchesWorkbook = ({ ObjectPaths }: Batch): boolean =>
  Object.values(ObjectPaths).some((path) => path.ObjectPathType !== PathType.newObject)

function failed(code: string): unknown {
  const { message } = new HostError(code)
  return {
    Error: { Code: code, Message: message, Location: '', ActionIndex: 0, HttpStatusCode: 400 },
    ProcessedResults: { Results: [], TraceIds: [] },
    TraceIds: [],
  }
}

const referenceName = (number: number) => `ref${number}`

const bytesOf = (text: string) => new TextEncoder().encode(text).length
