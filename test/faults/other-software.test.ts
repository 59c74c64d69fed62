// The same return worked on from two places: what the portal holds otherwise than it told us is shown, never overwritten
// unasked, and what a save was told is compared with what the portal then holds.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Difference, PlanView } from '../../agent/http/outputs/plan.ts'
import type { ReturnView } from '../../agent/http/outputs/return.ts'
import type { WireDocument } from '../../templates/payload/wire-document.ts'
import { readWorkbook } from '../../templates/reading/read-workbook.ts'
import { wireOf } from '../../agent/filing/snapshot.ts'
import { BUYERS, PERIOD, row, sheet, TAXPAYER, type Row } from '../sheets.ts'
import { Life, openPortal, type HeldPortal, value } from './life.ts'

let portal: HeldPortal
let ours: Life
/** Another office with an agent of its own. */
let others: Life

const THREE: readonly Row[] = [
  row({ inum: 'INV-1' }),
  row({ inum: 'INV-2', ctin: BUYERS[1] }),
  row({ inum: 'INV-3', ctin: BUYERS[2] }),
]
const mended = (inum: string, part: Partial<Row>): readonly Row[] =>
  THREE.map((one) => (one.inum === inum ? { ...one, ...part } : one))

beforeEach(async () => {
  portal = await openPortal()
  ours = new Life(portal, 1)
  others = new Life(portal, 1)
  for (const life of [ours, others]) {
    await life.start()
    await life.signIn()
  }
})
afterEach(async () => {
  await ours.end()
  await others.end()
  await portal.close()
})

const planOf = (life: Life, rows: readonly Row[], workbook = {}): Promise<PlanView> =>
  value(life.engine.filing.plan({ ...life.key, ...workbook, blocks: sheet(rows) }))

async function save(
  life: Life,
  rows: readonly Row[],
  decided: { overwrite?: string[]; takeOver?: boolean; removals?: number } = {},
): Promise<ReturnView> {
  const { plan } = await planOf(life, rows)
  await value(life.engine.filing.save(life.key, { plan, ...decided }))
  return life.settled()
}

/** The other office has its way, whatever the portal holds. */
async function elsewhere(rows: readonly Row[]): Promise<void> {
  const { differences, sections } = await planOf(others, rows)
  const known = sections.reduce((sum, { removed }) => sum + removed.count, 0)
  const gone = differences.filter((one) => one.ours === undefined).length
  await save(others, rows, {
    overwrite: differences.map(({ id }) => id),
    removals: known + gone,
  })
}

const onPortal = async () =>
  (await portal.ledger.documents(ours.key.gstin, PERIOD))
    .map(({ number, sent }) => [number, sent.val] as const)
    .sort()

const told = ({ differences }: PlanView) =>
  differences.map(({ kind, document, columns }: Difference) => [kind, document, columns])

/** A row as the portal's JSON has it. */
function wireOfRow(one: Row): WireDocument {
  const context = { taxpayer: TAXPAYER, gstin: TAXPAYER.gstin, period: PERIOD }
  const [wire] = wireOf(readWorkbook(sheet([one]), context))
  if (wire === undefined) throw new Error('the row is not ready')
  return wire
}

const nameOf = (inum: string, buyer = 0) => `${inum} (${BUYERS[buyer] ?? ''})`

describe('what other software did to a document of ours', () => {
  beforeEach(async () => {
    expect(await save(ours, THREE)).toMatchObject({ stage: 'saved', readBack: 'same' })
  })

  test('is shown with the columns that differ, and stays while nobody decides', async () => {
    await elsewhere(mended('INV-1', { txval: 2000, val: 2360 }))
    const plan = await planOf(ours, THREE)
    expect(plan).toMatchObject({ submissions: 0, portal: 'asked', differenceCount: 1 })
    expect(told(plan)).toEqual([['elsewhere', nameOf('INV-1'), ['Invoice Value', 'Taxable Value']]])
    expect(plan.differences[0]).toMatchObject({
      ours: { txval: 100_000 },
      theirs: { txval: 200_000 },
    })
    const view = await save(ours, THREE)
    expect(view.heldBack).toEqual([nameOf('INV-1')])
    expect(await onPortal()).toContainEqual(['INV-1', 2360])
  })

  test('is overwritten where the sheet shall win, and then the portal is as the sheet', async () => {
    await elsewhere(mended('INV-1', { txval: 2000, val: 2360 }))
    const { differences } = await planOf(ours, THREE)
    const view = await save(ours, THREE, { overwrite: differences.map(({ id }) => id) })
    expect(view).toMatchObject({ stage: 'saved', heldBack: [], readBack: 'same' })
    expect(await onPortal()).toContainEqual(['INV-1', 1180])
    expect(await planOf(ours, THREE)).toMatchObject({ submissions: 0, differenceCount: 0 })
  })

  test('is no difference any more once the sheet says the same', async () => {
    const same = mended('INV-1', { txval: 2000, val: 2360 })
    await elsewhere(same)
    expect(await planOf(ours, same)).toMatchObject({ submissions: 0, differenceCount: 0 })
    await save(ours, same)
    // From then on it is ours to change.
    const plan = await planOf(ours, THREE)
    expect(plan).toMatchObject({ submissions: 1, differenceCount: 0 })
  })

  test('does not hinder the rest', async () => {
    await elsewhere(mended('INV-1', { txval: 2000, val: 2360 }))
    const rest = mended('INV-2', { txval: 3000, val: 3540 })
    await save(ours, rest)
    expect(await onPortal()).toEqual([
      ['INV-1', 2360],
      ['INV-2', 3540],
      ['INV-3', 1180],
    ])
  })

  test('a removal there is asked about too, and undone only when the sheet shall win', async () => {
    const without = THREE.filter(({ inum }) => inum !== 'INV-3')
    await elsewhere(without)
    const plan = await planOf(ours, THREE)
    expect(told(plan)).toEqual([['gone', nameOf('INV-3', 2), []]])
    await save(ours, THREE)
    expect(await onPortal()).toHaveLength(2)
    await save(ours, THREE, { overwrite: plan.differences.map(({ id }) => id) })
    expect(await onPortal()).toHaveLength(3)
  })

  test('and is asked about still after a save of something else', async () => {
    await elsewhere(THREE.filter(({ inum }) => inum !== 'INV-3'))
    await save(ours, mended('INV-1', { txval: 2000, val: 2360 }))
    const plan = await planOf(ours, mended('INV-1', { txval: 2000, val: 2360 }))
    expect(told(plan)).toEqual([['gone', nameOf('INV-3', 2), []]])
  })

  test('and gone from the sheet as well, it is forgotten', async () => {
    const without = THREE.filter(({ inum }) => inum !== 'INV-3')
    await elsewhere(without)
    expect(await planOf(ours, without)).toMatchObject({ submissions: 0, differenceCount: 0 })
  })
})

describe('a document that only the portal has', () => {
  const MORE = [...THREE, row({ inum: 'INV-9', ctin: BUYERS[3] })]

  test('is not removed by a save that does not know it', async () => {
    await elsewhere(MORE)
    const plan = await planOf(ours, THREE)
    expect(told(plan)).toEqual([['only-there', nameOf('INV-9', 3), []]])
    await save(ours, mended('INV-1', { txval: 2000, val: 2360 }))
    expect(await onPortal()).toContainEqual(['INV-9', 1180])
  })

  test('is removed when that is decided, and counts as a removal', async () => {
    await save(ours, THREE)
    const eleven = Array.from({ length: 11 }, (_, i) => row({ inum: `NEW-${i}` }))
    await elsewhere([...THREE, ...eleven])
    const { plan, differences } = await planOf(ours, THREE)
    const decided = { plan, overwrite: differences.map(({ id }) => id) }
    const { filing } = ours.engine
    expect(await filing.save(ours.key, decided)).toMatchObject({
      problem: { code: 'removals-not-typed', facts: { removals: 11 } },
    })
    await value(filing.save(ours.key, { ...decided, removals: 11 }))
    await ours.settled()
    expect((await onPortal()).map(([number]) => number)).toEqual(['INV-1', 'INV-2', 'INV-3'])
  })

  test('is left alone while a held-back row may be it', async () => {
    await elsewhere(MORE)
    const broken = [...THREE, row({ inum: 'INV-9', ctin: BUYERS[3], rt: 17 })]
    expect(await planOf(ours, broken)).toMatchObject({ submissions: 0, differenceCount: 0 })
  })
})

describe('what the sheets already agree with', () => {
  test('is not sent again by a second office', async () => {
    await save(ours, THREE)
    expect(await planOf(others, THREE)).toMatchObject({ submissions: 0, differenceCount: 0 })
  })
})

describe('without a session', () => {
  test('the plan rests on what was last confirmed, and says so', async () => {
    await save(ours, THREE)
    await elsewhere(mended('INV-1', { txval: 2000, val: 2360 }))
    await ours.engine.ask('signOut', { gstin: ours.key.gstin })
    expect(await planOf(ours, THREE)).toMatchObject({
      portal: 'not-signed-in',
      submissions: 0,
      differenceCount: 0,
    })
  })
})

describe('after a save', () => {
  test('a portal that gives no totals does not hold the save up', async () => {
    await portal.ledger.fault({ call: 'summary', mode: 'html-page', times: 50 })
    expect(await save(ours, THREE)).toMatchObject({ stage: 'saved', readBack: 'no-answer' })
    await portal.ledger.noFaults()
    expect(await planOf(ours, THREE)).toMatchObject({ submissions: 0, differenceCount: 0 })
  })
})

describe('two workbooks of one return', () => {
  const FIRST = { id: 'book-1', name: 'October.xlsx' }
  const SECOND = { id: 'book-2', name: 'Branch.xlsx' }

  async function saveFrom(workbook: typeof FIRST): Promise<void> {
    const { plan } = await planOf(ours, THREE, workbook)
    await value(ours.engine.filing.save(ours.key, { plan }))
    await ours.settled()
  }

  test('are noticed, by name, and the second saves only when that is meant', async () => {
    await saveFrom(FIRST)
    await saveFrom(FIRST)
    const { plan, otherWorkbook } = await planOf(ours, THREE, SECOND)
    expect(otherWorkbook).toMatchObject({ name: 'October.xlsx' })
    const { filing } = ours.engine
    expect(await filing.save(ours.key, { plan })).toMatchObject({
      problem: { code: 'another-workbook', facts: { name: 'October.xlsx' } },
    })
    await value(filing.save(ours.key, { plan, takeOver: true }))
    await ours.settled()
    expect(await planOf(ours, THREE, SECOND)).not.toHaveProperty('otherWorkbook')
    expect(await planOf(ours, THREE, FIRST)).toHaveProperty('otherWorkbook')
  })

  test('after a reset either may begin', async () => {
    await saveFrom(FIRST)
    await value(ours.engine.filing.reset(ours.key, 'RESET'))
    await ours.settled()
    expect(await planOf(ours, THREE, SECOND)).not.toHaveProperty('otherWorkbook')
  })
})

describe('a pull', () => {
  test('brings all that the portal holds, as it holds it, and changes nothing there', async () => {
    await elsewhere(THREE)
    const before = await portal.ledger.events()
    const pull = await value(ours.engine.filing.pull(ours.key))
    const b2b = pull.documents.find(({ name }) => name === 'B2B')
    expect(b2b).toEqual({ name: 'B2B', section: 'b2b', state: 'held', count: 3 })
    expect(pull.documents.filter(({ state }) => state === 'empty').length).toBe(
      pull.documents.length - 1,
    )
    expect(pull.held).toMatchObject({ b2b: [{}, {}, {}] })
    expect(pull.differing).toBe(3)
    const after = (await portal.ledger.events()).slice(before.length)
    const calls = new Set(after.map(({ facts }) => facts.call).filter((call) => call !== undefined))
    expect([...calls].sort()).toEqual(['documents', 'summary'])
    const plan = await planOf(ours, [])
    expect(plan.submissions).toBe(0)
    expect(told(plan).map(([kind]) => kind)).toEqual(['only-there', 'only-there', 'only-there'])
  })
})

describe('an e-invoice that the portal filled in by itself', () => {
  const registered = async (value: number): Promise<void> => {
    const { body, party } = wireOfRow(row({ inum: 'INV-1', txval: value, val: value * 1.18 }))
    const { gstin } = ours.key
    const sections = { b2b: [{ ...party, inv: [body] }] }
    await portal.ledger.post('/e-invoices', { gstin, period: PERIOD, sections })
    portal.clock.pass(1000)
  }

  test('is not sent where the sheet has it alike', async () => {
    await registered(1000)
    const plan = await planOf(ours, THREE)
    expect(plan).toMatchObject({ differenceCount: 0, sections: [{ added: { count: 2 } }] })
    await save(ours, THREE)
    const sent = (await portal.ledger.requests('save')).map(({ body }) => body).join()
    expect(sent).not.toContain('INV-1')
  })

  test('is asked about where the sheet differs, and stays unless that is decided', async () => {
    await registered(5000)
    const plan = await planOf(ours, THREE)
    expect(told(plan)).toEqual([['e-invoice', nameOf('INV-1'), ['Invoice Value', 'Taxable Value']]])
    await save(ours, THREE)
    expect(await onPortal()).toContainEqual(['INV-1', 5900])
    await save(ours, THREE, { overwrite: plan.differences.map(({ id }) => id) })
    expect(await onPortal()).toContainEqual(['INV-1', 1180])
  })

  test('that no sheet has is not removed unasked, though we once knew it', async () => {
    await registered(1000)
    await save(ours, THREE)
    const without = THREE.filter(({ inum }) => inum !== 'INV-1')
    const plan = await planOf(ours, without)
    expect(told(plan)).toEqual([['e-invoice', nameOf('INV-1'), []]])
    await save(ours, without)
    expect(await onPortal()).toHaveLength(3)
    const removals = 1
    await save(ours, without, { overwrite: plan.differences.map(({ id }) => id), removals })
    expect(await onPortal()).toHaveLength(2)
    const sent = (await portal.ledger.requests('save')).at(-1)?.body ?? ''
    expect(sent).toContain('"flag":"D"')
    expect(sent).not.toMatch(/irn|srctyp/)
  })
})
