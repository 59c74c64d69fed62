// Undoing the last save: the portal holds again what it held before it, and nothing that others did since is touched unasked.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PlanView } from '../../agent/http/outputs/plan.ts'
import type { ReturnView } from '../../agent/http/outputs/return.ts'
import type { Block } from '../../templates/block.ts'
import { BUYERS, block, INACTIVE_BUYER, PERIOD, row, sheet, type Row } from '../sheets.ts'
import { Life, value } from './life.ts'
import { newForEachTest, ours, portal } from './one-life.ts'

const FIRST: readonly Row[] = [
  row({ inum: 'INV-1' }),
  row({ inum: 'INV-2', ctin: BUYERS[1] }),
  row({ inum: 'INV-3', ctin: BUYERS[2] }),
]
/** INV-1 changed, INV-2 as it was, INV-3 gone, INV-4 new. */
const SECOND: readonly Row[] = [
  row({ inum: 'INV-1', txval: 2000, val: 2360 }),
  row({ inum: 'INV-2', ctin: BUYERS[1] }),
  row({ inum: 'INV-4', ctin: BUYERS[3] }),
]

newForEachTest()

async function send(life: Life, plan: PlanView, decided = {}): Promise<ReturnView> {
  await value(life.engine.filing.save(life.key, { plan: plan.plan, ...decided }))
  return life.settled()
}

const planOf = (life: Life, blocks: Block[]): Promise<PlanView> =>
  value(life.engine.filing.plan({ ...life.key, blocks }))

const save = async (rows: readonly Row[], life = ours): Promise<ReturnView> =>
  send(life, await planOf(life, sheet(rows)))

const planUndo = (): Promise<PlanView> => value(ours.engine.filing.planUndo(ours.key))

const undo = async (decided = {}): Promise<ReturnView> => send(ours, await planUndo(), decided)

const onPortal = async () =>
  (await portal.ledger.documents(ours.key.gstin, PERIOD))
    .map(({ number, sent }) => [number, sent.val] as const)
    .sort()

const AFTER_FIRST = [
  ['INV-1', 1180],
  ['INV-2', 1180],
  ['INV-3', 1180],
]
const AFTER_SECOND = [
  ['INV-1', 2360],
  ['INV-2', 1180],
  ['INV-4', 1180],
]

describe('the last save', () => {
  test('is undone: what it added goes, what it changed and removed comes back', async () => {
    await save(FIRST)
    await save(SECOND)
    expect(await onPortal()).toEqual(AFTER_SECOND)
    expect(await planUndo()).toMatchObject({
      sections: [
        {
          section: 'b2b',
          added: { count: 1 },
          changed: { count: 1 },
          removed: { count: 1 },
          unchanged: 1,
        },
      ],
    })
    expect(await undo()).toMatchObject({ stage: 'saved', readBack: 'same' })
    expect(await onPortal()).toEqual(AFTER_FIRST)
  })

  test('undone twice is there again', async () => {
    await save(FIRST)
    await save(SECOND)
    await undo()
    await undo()
    expect(await onPortal()).toEqual(AFTER_SECOND)
  })

  test('undone leaves what an earlier save had put there', async () => {
    await save(FIRST)
    await save([...FIRST, row({ inum: 'INV-4', ctin: BUYERS[3] })])
    await undo()
    expect(await onPortal()).toEqual(AFTER_FIRST)
  })

  test('is planned first, and sent only on save', async () => {
    await save(FIRST)
    await save(SECOND)
    await planUndo()
    expect(await onPortal()).toEqual(AFTER_SECOND)
  })

  test('the first of a return leaves a section empty: the number must be typed', async () => {
    await save(FIRST)
    const plan = await planUndo()
    expect(plan.sections).toMatchObject([{ removed: { count: 3 }, mustTypeRemovals: true }])
    const { filing } = ours.engine
    expect(await filing.save(ours.key, { plan: plan.plan })).toMatchObject({
      problem: { code: 'removals-not-typed', facts: { removals: 3 } },
    })
    await send(ours, plan, { removals: 3 })
    expect(await onPortal()).toEqual([])
  })

  test('that sent something is meant, though one that sent nothing came after it', async () => {
    await save(FIRST)
    await save(SECOND)
    await save(SECOND)
    await undo()
    expect(await onPortal()).toEqual(AFTER_FIRST)
  })

  test('with a document that the portal refused is undone for those it took', async () => {
    await save(FIRST)
    const refused = row({ inum: 'INV-5', ctin: INACTIVE_BUYER, pos: '29-Karnataka' })
    expect(await save([...SECOND, refused])).toMatchObject({ lastSave: { refused: 1 } })
    await undo()
    expect(await onPortal()).toEqual(AFTER_FIRST)
  })
})

describe('after an undo', () => {
  test('what was undone counts as not in the return, and filing is locked', async () => {
    await save(FIRST)
    await save(SECOND)
    const { heldBack } = await undo()
    expect(heldBack.toSorted()).toEqual([
      `INV-1 (${BUYERS[0]})`,
      `INV-3 (${BUYERS[2]})`,
      `INV-4 (${BUYERS[3]})`,
    ])
    await value(ours.engine.filing.prepare(ours.key))
    await ours.settled()
    const review = await value(ours.engine.filing.review(ours.key))
    expect(review.ties).toBe(false)
    expect(await ours.engine.filing.requestEvc(ours.key, review.checksum)).toMatchObject({
      problem: { code: 'held-back-locks' },
    })
  })

  test('a save of the same sheets does it again, and frees the filing', async () => {
    await save(FIRST)
    await save(SECOND)
    await undo()
    expect(await save(SECOND)).toMatchObject({ stage: 'saved', heldBack: [] })
    expect(await onPortal()).toEqual(AFTER_SECOND)
  })

  test('the workbook of the last save is still known', async () => {
    const { filing } = ours.engine
    const from = async (rows: readonly Row[], id: string) =>
      value(filing.plan({ ...ours.key, blocks: sheet(rows), id, name: `${id}.xlsx` }))
    await send(ours, await from(FIRST, 'book-1'))
    await send(ours, await from(SECOND, 'book-1'))
    await undo()
    expect(await from(SECOND, 'book-1')).not.toHaveProperty('otherWorkbook')
    expect(await from(SECOND, 'book-2')).toHaveProperty('otherWorkbook')
  })
})

describe('what other software did since', () => {
  let others: Life
  beforeEach(async () => {
    others = new Life(portal, 1)
    await others.start()
    await others.signIn()
    await save(FIRST)
    await save(SECOND)
  })
  afterEach(() => others.end())

  const elsewhere = async (rows: readonly Row[]) => {
    const plan = await planOf(others, sheet(rows))
    const removed = plan.sections.reduce((sum, one) => sum + one.removed.count, 0)
    const gone = plan.differences.filter((one) => one.ours === undefined).length
    await send(others, plan, {
      overwrite: plan.differences.map(({ id }) => id),
      removals: removed + gone,
    })
  }

  test('to a document of that save stays, unless the undo shall win', async () => {
    const theirs = SECOND.map((one) =>
      one.inum === 'INV-1' ? { ...one, txval: 9000, val: 10_620 } : one,
    )
    await elsewhere(theirs)
    const plan = await planUndo()
    expect(plan.differences).toMatchObject([{ kind: 'elsewhere' }])
    await send(ours, plan)
    expect(await onPortal()).toContainEqual(['INV-1', 10_620])
  })

  test('to any other document stays, and is still asked about by the next plan', async () => {
    const theirs = SECOND.map((one) =>
      one.inum === 'INV-2' ? { ...one, txval: 9000, val: 10_620 } : one,
    )
    await elsewhere(theirs)
    expect(await planUndo()).toMatchObject({ differenceCount: 0 })
    await undo()
    expect(await onPortal()).toEqual([AFTER_FIRST[0], ['INV-2', 10_620], AFTER_FIRST[2]])
    const plan = await planOf(ours, sheet(FIRST))
    expect(plan).toMatchObject({ submissions: 0, differences: [{ kind: 'elsewhere' }] })
  })

  test('to any other document, removing it, is still asked about by the next plan', async () => {
    await elsewhere(SECOND.filter(({ inum }) => inum !== 'INV-2'))
    await undo()
    expect(await onPortal()).toEqual([AFTER_FIRST[0], AFTER_FIRST[2]])
    const plan = await planOf(ours, sheet(FIRST))
    expect(plan).toMatchObject({ submissions: 0, differences: [{ kind: 'gone' }] })
  })
})

describe('a section that the portal replaces whole', () => {
  const HSN = ['HSN', 'Description', 'UQC', 'Total Quantity', 'Rate', 'Taxable Value']
  const MORE = ['Integrated Tax Amount', 'Central Tax Amount', 'State/UT Tax Amount', 'Cess Amount']
  const hsn = (rows: readonly (readonly [string, number])[]): Block[] => [
    block(
      [
        [...HSN, ...MORE, 'Total Value'],
        ...rows.map(([code, taxable]) => {
          const tax = taxable * 0.09
          return [code, '', 'KGS-KILOGRAMS', 10, 18, taxable, 0, tax, tax, 0, taxable * 1.18]
        }),
      ],
      'hsn(b2b)',
    ),
  ]
  const rowsOnPortal = async () => {
    const { held } = await value(ours.engine.filing.pull(ours.key))
    const { hsn_b2b: rows } = held.hsn as { hsn_b2b: { hsn_sc: string; txval: number }[] }
    return rows.map(({ hsn_sc, txval }) => [hsn_sc, txval]).sort()
  }

  test('comes back whole', async () => {
    const first = [
      ['100610', 1000],
      ['100620', 2000],
    ] as const
    await send(ours, await planOf(ours, hsn(first)))
    await send(ours, await planOf(ours, hsn([['100610', 5000]])))
    expect(await rowsOnPortal()).toEqual([['100610', 5000]])
    await undo()
    expect(await rowsOnPortal()).toEqual(first)
  })
})

describe('there is nothing to undo', () => {
  const refused = () => ours.engine.filing.planUndo(ours.key)

  test('before the first save', async () => {
    expect(await refused()).toMatchObject({ problem: { code: 'nothing-to-undo' } })
  })

  test('after a reset', async () => {
    await save(FIRST)
    await value(ours.engine.filing.reset(ours.key, 'RESET'))
    await ours.settled()
    expect(await refused()).toMatchObject({ problem: { code: 'nothing-to-undo' } })
  })
})
