// A month pulled from the practice portal over HTTP: into an empty workbook, into one that differs, and into the
// amendments of a later month.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { check } from '../../../agent/filing/check.ts'
import { wireOf } from '../../../agent/filing/snapshot.ts'
import { readWorkbook } from '../../../templates/reading/read-workbook.ts'
import type { Input, OperationName, Output } from '../../../agent/http/contract.ts'
import type { Pull, SheetChanges } from '../../../agent/http/outputs/portal.ts'
import type { Block, Cell } from '../../../templates/block.ts'
import type { Period } from '../../../templates/identifiers.ts'
import { sampleCompany } from '../../../templates/sample-company.ts'
import { b2b } from '../../../templates/tables/b2b.ts'
import { TABLES } from '../../../templates/tables/tables.ts'
import type { Engine } from '../../faults/engine.ts'
import { Life, openPortal, type HeldPortal } from '../../faults/life.ts'
import { emptySheet, written } from '../../written-cells.ts'

let portal: HeldPortal
let life: Life

/** Another office with an agent of its own, which never saved this return. */
let office: Life

const NOVEMBER = '112026' as Period
/** The sample company's good month, of this life's taxpayer. */
const MONTH: readonly Block[] = Object.entries(sampleCompany().good).map(([id, rows]) => {
  const sheet = emptySheet(TABLES.find((table) => table.id === id)?.sheets[0] ?? '')
  return { ...sheet, values: [...sheet.values, ...rows] }
})

async function ask<N extends OperationName>(
  name: N,
  input: Input<N>,
  of: Engine = life.engine,
): Promise<Output<N>> {
  const answer = await of.ask(name, input)
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem))
  return answer.value
}

beforeAll(async () => {
  portal = await openPortal()
  life = new Life(portal, 1)
  office = new Life(portal, 1)
  for (const one of [life, office]) {
    await one.start()
    await one.signIn()
  }
  const { plan } = await ask('plan', { ...life.of, blocks: [...MONTH] })
  await ask('save', { ...life.of, plan })
  expect(await life.settled()).toMatchObject({ stage: 'saved', lastSave: { refused: 0 } })
})
afterAll(async () => {
  await life.end()
  await office.end()
  await portal.close()
})

const sectionsOf = ({ documents }: Pull) => documents.map(({ section }) => section)
const context = () => ({ ...life.of, taxpayer: life.taxpayer })
const namesOf = (blocks: readonly Block[]) => blocks.map(({ sheet }) => sheet)

/** Everything the portal has and the sheets have not, brought into them. */
async function broughtIn(blocks: readonly Block[], pull: Pull): Promise<SheetChanges> {
  const workbook = { ...life.of, blocks: [...blocks], sections: sectionsOf(pull) }
  const { rows } = await ask('reconcile', workbook, office.engine)
  const documents = rows.map(({ id }) => id)
  return ask('fromPortal', { ...workbook, names: namesOf(blocks), documents }, office.engine)
}

test('a pull tells all 23 documents, each with the section it is', async () => {
  const pull = await ask('pull', life.of, office.engine)
  expect(pull.documents.length).toBe(23)
  expect(pull.documents.filter(({ state }) => state === 'held').map(({ name }) => name)).toEqual([
    'B2B',
    'B2CL',
    'B2CS',
    'CDNR',
    'CDNUR',
    'EXP',
    'AT',
    'TXP',
    'NIL',
    'HSN',
    'DOC ISSUE',
  ])
})

test('into an empty workbook: Check finds nothing wrong, and Save has nothing to send', async () => {
  const pull = await ask('pull', life.of, office.engine)
  const changes = await broughtIn([], pull)
  expect([changes.left, changes.newSheets.length]).toEqual([[], 12])
  const blocks = written([], changes)
  const { problems, documents } = {
    ...check(blocks, context()).report,
    documents: wireOf(readWorkbook(blocks, context())),
  }
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(documents.length).toBe(wireOf(readWorkbook(MONTH, context())).length)
  const plan = await ask('plan', { ...life.of, blocks }, office.engine)
  expect(plan).toMatchObject({ submissions: 0, differenceCount: 0, portal: 'asked' })
})

test('the workbook it was saved from is the same throughout, and nothing of it would be written', async () => {
  const pull = await ask('pull', life.of)
  const { rows, sections } = await ask('reconcile', {
    ...life.of,
    blocks: [...MONTH],
    sections: sectionsOf(pull),
  })
  expect(rows).toEqual([])
  expect(sections.map(({ section }) => section)).toContain('doc_issue')
  expect((await broughtIn(MONTH, pull)).changes).toEqual([])
})

describe('where an amount was changed and an invoice deleted in the sheet', () => {
  const column = (name: string) => b2b.columns.findIndex((one) => one.name === name)
  const changed = MONTH.map((block): Block => {
    if (block.sheet !== b2b.sheets[0]) return block
    const values = block.values.map((cells): Cell[] => [...cells])
    const [first, second] = [values[4] ?? [], values[5] ?? []]
    first[column('receiver')] = 'A name of mine'
    first[column('idt')] = 46300
    return { ...block, values: values.filter((cells) => cells !== second) }
  })

  test('the comparison says so, and the portal’s values make it the same again, names kept', async () => {
    const pull = await ask('pull', life.of, office.engine)
    const of = { ...life.of, sections: sectionsOf(pull) }
    const { rows } = await ask('reconcile', { ...of, blocks: changed })
    expect(rows.map(({ kind, section }) => [kind, section])).toContainEqual(['different', 'b2b'])
    const changes = await broughtIn(changed, pull)
    const after = written(changed, changes)
    expect((await ask('reconcile', { ...of, blocks: after })).rows).toEqual([])
    const sheet = after.find((block) => block.sheet === b2b.sheets[0])
    expect(sheet?.values[4]?.[column('receiver')]).toBe('A name of mine')
    expect(await ask('plan', { ...life.of, blocks: after })).toMatchObject({ submissions: 0 })
  })
})

describe('amended in the next month', () => {
  const november = () => ({ gstin: life.key.gstin, period: NOVEMBER })
  const amend = (documents: readonly string[], blocks: readonly Block[] = []) =>
    ask('amend', {
      ...november(),
      blocks: [...blocks],
      names: namesOf(blocks),
      from: life.key.period,
      documents: [...documents],
    })

  beforeAll(async () => {
    // A month later: the session has ended.
    portal.clock.pass(30 * 24 * 3600 * 1000)
    await life.start()
    await life.signIn()
  })

  test('only what has a table of amendments can be chosen', async () => {
    const originals = await ask('originals', { ...november(), from: life.key.period })
    expect([...new Set(originals.map(({ section }) => section))].sort()).toEqual([
      'at',
      'b2b',
      'b2cl',
      'b2cs',
      'cdnr',
      'cdnur',
      'exp',
      'txpd',
    ])
  })

  test('all of them: original number and date filled in, and Check finds no mistake', async () => {
    const originals = await ask('originals', { ...november(), from: life.key.period })
    const changes = await amend(originals.map(({ id }) => id))
    expect([changes.left, changes.warned]).toEqual([[], []])
    expect(changes.newSheets).toEqual([
      'b2ba',
      'b2cla',
      'b2csa',
      'cdnra',
      'cdnura',
      'expa',
      'ata',
      'atadja',
    ])
    const blocks = written([], changes)
    const { problems, sheets } = check(blocks, { ...context(), period: NOVEMBER }).report
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(sheets.every(({ rows }) => rows.read === rows.ready)).toBe(true)
    const amended = wireOf(readWorkbook(blocks, { ...context(), period: NOVEMBER }))
    const { body } = wireOf(readWorkbook(MONTH, context()))[0] ?? {}
    expect(amended.find((one) => one.body.oinum === body?.inum)?.body).toMatchObject({
      oidt: body?.idt,
      inum: body?.inum,
    })
  })

  test('a place of b2cs comes with all its rates: the portal replaces them together', async () => {
    const originals = await ask('originals', { ...november(), from: life.key.period })
    const ofKarnataka = originals.filter(
      ({ section, document }) => section === 'b2cs' && document.includes('29-Karnataka'),
    )
    expect(ofKarnataka.length).toBeGreaterThan(1)
    const changes = await amend(ofKarnataka.slice(0, 1).map(({ id }) => id))
    expect(written([], changes)[0]?.values.length).toBe(4 + ofKarnataka.length)
  })

  test('the same document twice is refused, on its sheet or on a row with a mistake', async () => {
    const [first] = await ask('originals', { ...november(), from: life.key.period })
    const once = written([], await amend([first?.id ?? '']))
    const twice = await amend([first?.id ?? ''], once)
    expect(twice).toMatchObject({
      changes: [],
      leftCount: 1,
      left: [{ problem: { code: 'amended-already' } }],
    })
    const spoilt = once.map((block) => ({
      ...block,
      values: block.values.map((cells, row) => (row === 4 ? cells.with(-3, 'no rate') : cells)),
    }))
    expect((await amend([first?.id ?? ''], spoilt)).leftCount).toBe(1)
  })

  test('a month that does not lie before is refused', async () => {
    const answer = await life.engine.ask('originals', { ...life.of, from: NOVEMBER })
    expect(answer).toMatchObject({ ok: false, problem: { code: 'original-not-earlier' } })
  })
})
