// What the agent remembers of every return. A change of state, its reason and its evidence are one durable commit.
import { createHash } from 'node:crypto'
import { next, type OperationEvent } from '../filing/operation.ts'
import type { Evidence } from '../portal/portal.ts'
import type { WireDocument } from '../../templates/payload/wire-document.ts'
import type { ExpressionBuilder } from 'kysely'
import type { Database } from './database.ts'
import type {
  OperationKind,
  OperationRow,
  ReturnKey,
  ReturnRow,
  SnapshotRow,
  Tables,
} from './tables.ts'

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
  countCall(key: ReturnKey): Promise<void>
  /** In order. */
  operationsOf(key: ReturnKey): Promise<OperationRow[]>
  /** Records a snapshot and the intents that follow from it, in one commit. */
  intend(
    key: ReturnKey,
    operations: readonly NewOperation[],
    snapshot?: { readonly id: string; readonly content: string },
    patch?: ReturnPatch,
  ): Promise<OperationRow[]>
  /** Moves an operation, or throws: an impossible event or a second writer is a fault of ours. */
  move(operation: OperationRow, event: OperationEvent, move?: Move): Promise<OperationRow>
  /** A negative answer while an outcome is unknown. */
  remark(operation: OperationRow, name: string, note: string, evidence?: Evidence): Promise<void>
  remarksOf(operation: OperationRow, name: string): Promise<readonly string[]>
  lastSnapshot(key: ReturnKey): Promise<SnapshotRow | undefined>
  snapshot(id: string): Promise<SnapshotRow | undefined>
  confirmed(key: ReturnKey): Promise<WireDocument[]>
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
    calls: 0,
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

  async function keepEvidence(on: Database, operation: string, evidence: Evidence): Promise<void> {
    await on
      .insertInto('evidence')
      .values({
        id: newId(),
        operation_id: operation,
        at: now(),
        call: evidence.operation,
        status: evidence.status,
        transaction_id: evidence.transaction,
        body: evidence.body,
      })
      .execute()
  }

  async function addEvent(
    on: Database,
    operation: Pick<OperationRow, 'id' | 'state'>,
    name: string,
    to: OperationRow['state'],
    note: string,
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

    async countCall(key) {
      await database.transaction().execute(async (transaction) => {
        await patchReturn(transaction, key, {})
        await transaction
          .updateTable('return')
          .set((column) => ({ calls: column('calls', '+', 1) }))
          .where(ofReturn(key))
          .execute()
      })
    },

    operationsOf: (key) =>
      database.selectFrom('operation').selectAll().where(ofReturn(key)).orderBy('seq').execute(),

    intend: (key, operations, snapshot, patch = {}) =>
      database.transaction().execute(async (transaction) => {
        await patchReturn(transaction, key, patch)
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
            .values({ ...keyOf(key), ...snapshot, seq: Number(kept) + 1, at })
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
          await addEvent(transaction, row, 'intend', 'INTENT', '')
        }
        return rows
      }),

    move: (operation, event, { patch = {}, note = '', evidence, ...more } = {}) =>
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
        if (numUpdatedRows !== 1n) throw new Error(`operation ${operation.id} was moved by another`)
        await addEvent(transaction, operation, event, to, note)
        if (evidence !== undefined) await keepEvidence(transaction, operation.id, evidence)
        if (more.ofReturn !== undefined) await patchReturn(transaction, operation, more.ofReturn)
        for (const document of more.confirmed ?? []) {
          await transaction
            .insertInto('confirmed')
            .values({
              ...keyOf(operation),
              table_id: document.table,
              key: document.key,
              document: JSON.stringify(document),
            })
            .onConflict((conflict) =>
              conflict
                .columns(['environment', 'gstin', 'period', 'table_id', 'key'])
                .doUpdateSet({ document: JSON.stringify(document) }),
            )
            .execute()
        }
        for (const { table, key } of more.removed ?? []) {
          await transaction
            .deleteFrom('confirmed')
            .where(ofReturn(operation))
            .where('table_id', '=', table)
            .where('key', '=', key)
            .execute()
        }
        return { ...operation, ...changed }
      }),

    remark: (operation, name, note, evidence) =>
      database.transaction().execute(async (transaction) => {
        await addEvent(transaction, operation, name, operation.state, note)
        if (evidence !== undefined) await keepEvidence(transaction, operation.id, evidence)
      }),

    async remarksOf(operation, name) {
      const rows = await database
        .selectFrom('event')
        .select('at')
        .where('operation_id', '=', operation.id)
        .where('name', '=', name)
        .orderBy('n')
        .execute()
      return rows.map(({ at }) => at)
    },

    lastSnapshot: (key) =>
      database
        .selectFrom('snapshot')
        .selectAll()
        .where(ofReturn(key))
        .orderBy('seq', 'desc')
        .executeTakeFirst(),

    snapshot: (id) =>
      database.selectFrom('snapshot').selectAll().where('id', '=', id).executeTakeFirst(),

    async confirmed(key) {
      const rows = await database
        .selectFrom('confirmed')
        .select('document')
        .where(ofReturn(key))
        .execute()
      return rows.map(({ document }) => JSON.parse(document) as WireDocument)
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
      return [...open, ...unconfirmed]
    },
  }
}

const keyOf = ({ environment, gstin, period }: ReturnKey): ReturnKey => ({
  environment,
  gstin,
  period,
})

/** Rows of one return. */
const ofReturn =
  ({ environment, gstin, period }: ReturnKey) =>
  <T extends 'return' | 'operation' | 'snapshot' | 'confirmed'>(eb: ExpressionBuilder<Tables, T>) =>
    // Kysely cannot see that each of these tables has all three columns.
    eb.and({ environment, gstin, period } as never)
