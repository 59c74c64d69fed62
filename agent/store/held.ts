// What the portal holds of a return, as far as we know: what it confirmed to us, and where it was found to differ since.
import type { WireDocument } from '../../templates/payload/wire-document.ts'
import type { Database } from './database.ts'
import { keyOf, ofReturn } from './return-key.ts'
import type { ReturnKey } from './tables.ts'

type Named = Pick<WireDocument, 'table' | 'key'>

/** A document that the portal holds otherwise than it confirmed; without `document` it holds none. */
export interface Theirs extends Named {
  readonly document: WireDocument | undefined
}

export interface Held {
  confirmed(key: ReturnKey): Promise<WireDocument[]>
  theirs(key: ReturnKey): Promise<Theirs[]>
  /** Whether the portal holds anything of the return. */
  any(key: ReturnKey): Promise<boolean>
  /** Sections whose content was known in full when they had this checksum. */
  seen(key: ReturnKey): Promise<Map<string, string>>
  /** A section is known in full as it is, under this checksum. */
  sawAll(key: ReturnKey, section: string, checksum: string): Promise<void>
  /** A section as it was found: what differs there now, what is alike but was not known to be, its checksum if told. */
  found(
    key: ReturnKey,
    section: string,
    what: { readonly differing: readonly Theirs[]; readonly alike: readonly WireDocument[] },
    checksum: string | undefined,
  ): Promise<void>
}

export const createHeld = (database: Database): Held => ({
  async confirmed(key) {
    const rows = await database
      .selectFrom('confirmed')
      .select('document')
      .where(ofReturn(key))
      .execute()
    return rows.map(({ document }) => JSON.parse(document) as WireDocument)
  },

  async theirs(key) {
    const rows = await database
      .selectFrom('theirs')
      .select(['table_id', 'key', 'document'])
      .where(ofReturn(key))
      .execute()
    return rows.map(({ table_id, key: own, document }) => ({
      table: table_id,
      key: own,
      document: document === null ? undefined : (JSON.parse(document) as WireDocument),
    }))
  },

  async any(key) {
    const confirmed = await database
      .selectFrom('confirmed')
      .select((column) => column.fn.countAll<number>().as('count'))
      .where(ofReturn(key))
      .executeTakeFirstOrThrow()
    const theirs = await database
      .selectFrom('theirs')
      .select((column) => [
        column.fn.countAll<number>().as('all'),
        column.fn.count<number>('document').as('there'),
      ])
      .where(ofReturn(key))
      .executeTakeFirstOrThrow()
    // Each that is not there any more was confirmed once.
    const gone = Number(theirs.all) - Number(theirs.there)
    return Number(theirs.there) > 0 || Number(confirmed.count) > gone
  },

  async seen(key) {
    const rows = await database
      .selectFrom('seen')
      .select(['section', 'checksum'])
      .where(ofReturn(key))
      .execute()
    return new Map(rows.map(({ section, checksum }) => [section, checksum]))
  },

  sawAll: (key, section, checksum) =>
    database.transaction().execute((on) => see(on, key, section, checksum)),

  found: (key, section, { differing, alike }, checksum) =>
    database.transaction().execute(async (on) => {
      await on.deleteFrom('theirs').where(ofReturn(key)).where('section', '=', section).execute()
      await keep(on, key, alike)
      for (const { table, key: own, document } of differing) {
        await on
          .insertInto('theirs')
          .values({
            ...keyOf(key),
            section,
            table_id: table,
            key: own,
            document: document === undefined ? null : JSON.stringify(document),
          })
          .execute()
      }
      await see(on, key, section, checksum)
    }),
})

async function see(
  on: Database,
  key: ReturnKey,
  section: string,
  checksum: string | undefined,
): Promise<void> {
  await on.deleteFrom('seen').where(ofReturn(key)).where('section', '=', section).execute()
  if (checksum === undefined) return
  await on
    .insertInto('seen')
    .values({ ...keyOf(key), section, checksum })
    .execute()
}

/** The portal holds these now, whatever it held under their keys before. */
export async function keep(
  on: Database,
  key: ReturnKey,
  documents: readonly WireDocument[],
): Promise<void> {
  for (const document of documents) {
    const text = JSON.stringify(document)
    await on
      .insertInto('confirmed')
      .values({ ...keyOf(key), table_id: document.table, key: document.key, document: text })
      .onConflict((conflict) =>
        conflict
          .columns(['environment', 'gstin', 'period', 'table_id', 'key'])
          .doUpdateSet({ document: text }),
      )
      .execute()
    await settle(on, 'theirs', key, document)
  }
}

/** The portal no longer holds these. */
export async function drop(
  on: Database,
  key: ReturnKey,
  documents: readonly Named[],
): Promise<void> {
  for (const document of documents) {
    await settle(on, 'confirmed', key, document)
    await settle(on, 'theirs', key, document)
  }
}

async function settle(
  on: Database,
  from: 'confirmed' | 'theirs',
  key: ReturnKey,
  { table, key: own }: Named,
): Promise<void> {
  await on
    .deleteFrom(from)
    .where(ofReturn(key))
    .where('table_id', '=', table)
    .where('key', '=', own)
    .execute()
}
