// What the agent remembers of every return. A change of state, its reason and its evidence are one durable commit.
import { createHash } from 'node:crypto'
import { next, type OperationEvent } from '../filing/operation.ts'
import type { Evidence } from '../portal/portal.ts'
import type { WireDocument } from '../../templates/payload/wire-document.ts'
import type { Database } from './database.ts'
import { drop, keep } from './held.ts'
import { keyOf, ofReturn } from './return-key.ts'
import type {
  EventRow,
  OperationKind,
  OperationRow,
  ReturnKey,
  ReturnRow,
  SnapshotRow,
} from './tables.ts'

/** The operation is no longer what the caller read: the worker and a person's word may meet. Look again. */
export class MovedByAnother extends Error {
  constructor({ id }: Pick<OperationRow, 'id'>) {
    super(`operation ${id} was moved by another`)
  }
}

export interface NewOperation {
  readonly kind: OperationKind
  readonly snapshot: string | undefined
  readonly body: string
}

/** What a move of an operation brings along. */
export interface Move {
  readonly patch?: Partial<
    Pick<OperationRow, 'reference_id' | 'sent_at' | 'fence_until' | 'outcome'>
  >
  readonly note?: string
  readonly evidence?: Evidence | undefined
  /** Changes to the return that belong to the same commit. */
  readonly ofReturn?: ReturnPatch
  /** Documents the portal now holds, and those it no longer does. */
  readonly confirmed?: readonly WireDocument[]
  readonly removed?: readonly Pick<WireDocument, 'table' | 'key'>[]
}

export type ReturnPatch = Partial<Omit<ReturnRow, keyof ReturnKey | 'version'>>

export interface Journal {
  returnOf(key: ReturnKey): Promise<ReturnRow>
  changeReturn(key: ReturnKey, patch: ReturnPatch): Promise<void>
  /** In order. */
  operationsOf(key: ReturnKey): Promise<OperationRow[]>
  /** Records the intents, and what belongs to the same commit. */
  intend(
    key: ReturnKey,
    operations: readonly NewOperation[],
    more?: {
      readonly snapshot?: Pick<SnapshotRow, 'id' | 'content'> & Partial<Pick<SnapshotRow, 'before'>>
      readonly ofReturn?: ReturnPatch
      /** What the portal was found to hold, and the sheets agree with; and what it no longer holds. */
      readonly confirmed?: readonly WireDocument[]
      readonly removed?: readonly Pick<WireDocument, 'table' | 'key'>[]
    },
  ): Promise<OperationRow[]>
  /** Moves an operation. Throws `MovedByAnother`, and where the event is impossible, which is a fault of ours. */
  move(operation: OperationRow, event: OperationEvent, move?: Move): Promise<OperationRow>
  /** A negative answer while an outcome is unknown. */
  remark(operation: OperationRow, name: string, note: string, evidence?: Evidence): Promise<void>
  /** The events of this name, in order. */
  eventsOf(operation: OperationRow, name: string): Promise<readonly Pick<EventRow, 'at' | 'note'>[]>
  lastSnapshot(key: ReturnKey): Promise<Omit<SnapshotRow, 'before'> | undefined>
  /** The last save that touched anything. */
  lastTouching(key: ReturnKey): Promise<Pick<SnapshotRow, 'id' | 'at' | 'before'> | undefined>
  /** How long the portal took for the last writes of a kind, from taking one to its verdict (milliseconds). */
  lately(environment: ReturnKey['environment'], kind: OperationKind): Promise<number[]>
  /** A taxpayer's data was once saved and reset again, or filed. */
  wasTried(environment: ReturnKey['environment'], gstin: ReturnKey['gstin']): Promise<boolean>
  /** Returns with work that is not over. */
  unfinished(): Promise<ReturnKey[]>
}

export function createJournal(
  database: Database,
  tools: { now: () => Date; newId: () => string },
): Journal {
  const { newId } = tools
  const now = () => tools.now().toISOString()
  const fresh = (key: ReturnKey): ReturnRow => ({
    environment: key.environment,
    gstin: key.gstin,
    period: key.period,
    version: 1,
    summary: null,
    reviewed_checksum: null,
    reviewed_at: null,
    evc_checksum: null,
    evc_at: null,
    left_out: null,
    awaiting_signature: 0,
    ack: null,
    arn: null,
    filed_on: null,
    filed_elsewhere: 0,
    refusal: null,
    compare_due: 0,
    read_back: null,
    told_arn: null,
    saved_from: null,
  })

  async function patchReturn(on: Database, key: ReturnKey, patch: ReturnPatch): Promise<void> {
    await on
      .insertInto('return')
      .values(fresh(key))
      .onConflict((conflict) => conflict.columns(['environment', 'gstin', 'period']).doNothing())
      .execute()
    await on
      .updateTable('return')
      .set((column) => ({ ...patch, version: column('version', '+', 1) }))
      .where(ofReturn(key))
      .execute()
  }

  async function addEvent(
    on: Database,
    operation: Pick<OperationRow, 'id' | 'state'>,
    name: string,
    to: OperationRow['state'],
    { note = '', evidence }: Pick<Move, 'note' | 'evidence'>,
  ): Promise<void> {
    const { n } = await on
      .selectFrom('event')
      .select((column) => column.fn.countAll<number>().as('n'))
      .where('operation_id', '=', operation.id)
      .executeTakeFirstOrThrow()
    await on
      .insertInto('event')
      .values({
        operation_id: operation.id,
        n: Number(n) + 1,
        at: now(),
        name,
        from_state: operation.state,
        to_state: to,
        note,
        evidence_id: evidence?.id ?? null,
      })
      .execute()
  }

  return {
    async returnOf(key) {
      const row = await database
        .selectFrom('return')
        .selectAll()
        .where(ofReturn(key))
        .executeTakeFirst()
      return row ?? fresh(key)
    },

    changeReturn: (key, patch) =>
      database.transaction().execute((transaction) => patchReturn(transaction, key, patch)),

    operationsOf: (key) =>
      database.selectFrom('operation').selectAll().where(ofReturn(key)).orderBy('seq').execute(),

    intend: (key, operations, { snapshot, ofReturn: patch = {}, confirmed, removed } = {}) =>
      database.transaction().execute(async (transaction) => {
        await patchReturn(transaction, key, patch)
        await keep(transaction, key, confirmed ?? [])
        await drop(transaction, key, removed ?? [])
        const at = now()
        if (snapshot !== undefined) {
          const { kept } = await transaction
            .selectFrom('snapshot')
            .select((column) => column.fn.countAll<number>().as('kept'))
            .where('environment', '=', key.environment)
            .where('gstin', '=', key.gstin)
            .where('period', '=', key.period)
            .executeTakeFirstOrThrow()
          await transaction
            .insertInto('snapshot')
            .values({ ...keyOf(key), before: null, ...snapshot, seq: Number(kept) + 1, at })
            .execute()
        }
        const last = await transaction
          .selectFrom('operation')
          .select((column) => column.fn.max('seq').as('seq'))
          .where(ofReturn(key))
          .executeTakeFirst()
        const rows = operations.map((operation, i): OperationRow => ({
          ...keyOf(key),
          id: newId(),
          kind: operation.kind,
          seq: Number(last?.seq ?? 0) + i + 1,
          state: 'INTENT',
          version: 1,
          snapshot_id: operation.snapshot ?? null,
          body: operation.body,
          body_sha256: createHash('sha256').update(operation.body).digest('hex'),
          reference_id: null,
          sent_at: null,
          fence_until: null,
          outcome: null,
          created_at: at,
        }))
        for (const row of rows) {
          await transaction.insertInto('operation').values(row).execute()
          await addEvent(transaction, row, 'intend', 'INTENT', {})
        }
        return rows
      }),

    move: (operation, event, { patch = {}, ...more } = {}) =>
      database.transaction().execute(async (transaction) => {
        const to = next(operation.kind, operation.state, event)
        if (to === undefined) {
          throw new Error(`${operation.kind} cannot ${event} from ${operation.state}`)
        }
        const changed = { ...patch, state: to, version: operation.version + 1 }
        const { numUpdatedRows } = await transaction
          .updateTable('operation')
          .set(changed)
          .where('id', '=', operation.id)
          .where('version', '=', operation.version)
          .executeTakeFirst()
        if (numUpdatedRows !== 1n) throw new MovedByAnother(operation)
        await addEvent(transaction, operation, event, to, more)
        if (more.ofReturn !== undefined) await patchReturn(transaction, operation, more.ofReturn)
        await keep(transaction, operation, more.confirmed ?? [])
        await drop(transaction, operation, more.removed ?? [])
        return { ...operation, ...changed }
      }),

    remark: (operation, name, note, evidence) =>
      database.transaction().execute(async (transaction) => {
        // Somebody's word may have ended meanwhile what the remark is about.
        const still = await transaction
          .selectFrom('operation')
          .select('id')
          .where('id', '=', operation.id)
          .where('version', '=', operation.version)
          .executeTakeFirst()
        if (still === undefined) throw new MovedByAnother(operation)
        await addEvent(transaction, operation, name, operation.state, {
          note,
          ...(evidence !== undefined && { evidence }),
        })
      }),

    eventsOf: (operation, name) =>
      database
        .selectFrom('event')
        .select(['at', 'note'])
        .where('operation_id', '=', operation.id)
        .where('name', '=', name)
        .orderBy('n')
        .execute(),

    lastSnapshot: (key) =>
      database
        .selectFrom('snapshot')
        .select(['environment', 'gstin', 'period', 'id', 'seq', 'at', 'content'])
        .where(ofReturn(key))
        .orderBy('seq', 'desc')
        .executeTakeFirst(),

    lastTouching: (key) =>
      database
        .selectFrom('snapshot')
        .select(['id', 'at', 'before'])
        .where(ofReturn(key))
        .where('before', 'is not', null)
        .orderBy('seq', 'desc')
        .executeTakeFirst(),

    async lately(environment, kind) {
      const rows = await database
        .selectFrom('operation')
        .innerJoin('event as taken', (join) =>
          join.onRef('taken.operation_id', '=', 'operation.id').on('taken.name', '=', 'reference'),
        )
        .innerJoin('event as over', (join) =>
          join
            .onRef('over.operation_id', '=', 'operation.id')
            .on('over.from_state', '=', 'ACKED')
            .on('over.to_state', 'in', ['DONE', 'DONE_WITH_ERRORS']),
        )
        .select(['taken.at as from', 'over.at as until'])
        .where('operation.environment', '=', environment)
        .where('operation.kind', '=', kind)
        .orderBy('over.at', 'desc')
        .limit(LATELY)
        .execute()
      return rows.map(({ from, until }) => Date.parse(until) - Date.parse(from))
    },

    async wasTried(environment, gstin) {
      const rows = await database
        .selectFrom('operation')
        .select('kind')
        .where('environment', '=', environment)
        .where('gstin', '=', gstin)
        .where('state', 'in', ['DONE', 'DONE_WITH_ERRORS'])
        .distinct()
        .execute()
      const did = new Set(rows.map(({ kind }) => kind))
      return did.has('FILE') || (did.has('SAVE') && did.has('RESET'))
    },

    async unfinished() {
      const open = await database
        .selectFrom('operation')
        .select(['environment', 'gstin', 'period'])
        .where('state', 'in', ['INTENT', 'SENT', 'ACKED', 'UNKNOWN'])
        .distinct()
        .execute()
      const unconfirmed = await database
        .selectFrom('operation')
        .innerJoin('return', (join) =>
          join
            .onRef('return.environment', '=', 'operation.environment')
            .onRef('return.gstin', '=', 'operation.gstin')
            .onRef('return.period', '=', 'operation.period'),
        )
        .select(['operation.environment', 'operation.gstin', 'operation.period'])
        .where('operation.kind', '=', 'FILE')
        .where('operation.state', '=', 'DONE')
        .where('return.arn', 'is', null)
        .distinct()
        .execute()
      const uncompared = await database
        .selectFrom('return')
        .select(['environment', 'gstin', 'period'])
        .where('compare_due', '=', 1)
        .execute()
      const all = [...open, ...unconfirmed, ...uncompared].map(keyOf)
      return [...new Map(all.map((key) => [Object.values(key).join(' '), key])).values()]
    },
  }
}

/** So many earlier writes tell the portal's pace. */
const LATELY = 5
