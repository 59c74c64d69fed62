// Every request that reached the portal is in the journal, with what came back and without a secret; every move of an
// operation that rests on an answer points at it.
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { practiceOtps } from '../../agent/portal/practice/credentials.ts'
import { row, sheet } from '../sheets.ts'
import { SIGNATORY } from './engine.ts'
import { Life, openPortal, type HeldPortal, value } from './life.ts'
import type { LedgerEvent } from './processes.ts'

let portal: HeldPortal
let life: Life
let journal: DatabaseSync

beforeAll(async () => {
  portal = await openPortal()
  life = new Life(portal, 1)
  await life.start()
  await life.signIn()
  const { filing } = life.engine
  // A wrong OTP, a lost answer and a page of HTML are evidence too.
  await portal.ledger.fault({ call: 'save', mode: 'drop-after' })
  await portal.ledger.fault({ call: 'status', mode: 'html-page' })
  const { plan } = await value(filing.plan({ ...life.key, blocks: sheet([row()]) }))
  await value(filing.save(life.key, { plan }))
  await life.settled()
  await value(filing.pull(life.key))
  await value(filing.prepare(life.key))
  await life.settled()
  const { checksum } = await value(filing.review(life.key))
  const confirmation = life.key.gstin.slice(-4)
  for (const otp of ['918273', practiceOtps.evc]) {
    await value(filing.requestEvc(life.key, checksum))
    await filing.file(life.key, { checksum, otp, confirmation })
  }
  expect(await life.settled()).toMatchObject({ stage: 'filed' })
  journal = new DatabaseSync(join(life.folder, 'journal.sqlite'), { readOnly: true })
})
afterAll(async () => {
  journal.close()
  await life.end()
  await portal.close()
})

const rows = (sql: string) => journal.prepare(sql).all() as Record<string, string | null>[]

/** `POST /path` of a request as the portal's ledger noted it. */
const lineOf = ({ facts }: LedgerEvent): string => {
  const { method = '', path = '' } = facts as { method?: string; path?: string }
  return `${method} ${path}`
}

test('what the portal noted and what the journal kept are the same requests, in the same order', async () => {
  const noted = (await portal.ledger.events()).filter(({ kind }) => kind === 'request').map(lineOf)
  const kept = rows('select request from evidence order by rowid').map(({ request }) =>
    (request ?? '').replace(/\?.*/, ''),
  )
  expect(kept).toEqual(noted)
  expect(new Set(kept).size).toBeGreaterThan(10)
})

test('a body is kept by its hash, which is that of what was sent', () => {
  const [sent] = rows("select body_sha256 from operation where kind = 'SAVE'")
  const [kept] = rows("select body_sha256 from evidence where call = 'save'")
  expect(kept).toEqual(sent)
})

test('neither OTP, PAN, key nor token stands in any of it', () => {
  const all = JSON.stringify(rows('select * from evidence'))
  for (const secret of ['918273', SIGNATORY, 'secret_practice', 'key_practice']) {
    expect(all).not.toContain(secret)
  }
  expect(all).not.toMatch(/otp=|pan=|access_token/)
})

test('every move that rests on an answer points at it', () => {
  const resting = rows(
    `select name, call from event left join evidence on evidence.id = evidence_id
     where name in ('reference', 'done', 'refused') order by event.at`,
  )
  expect(resting.length).toBeGreaterThan(3)
  expect(resting.filter(({ call }) => call === null)).toEqual([])
})
