// A whole ordinary month, from the sample workbook to a review that ties: the agent and the practice portal in processes
// of their own, every table in every direction.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Block } from '../../templates/block.ts'
import { LAYOUT } from '../../templates/layout.ts'
import {
  sampleCompany,
  SAMPLE_PERIOD,
  SAMPLE_TAXPAYER,
  type TableRows,
} from '../../templates/sample-company.ts'
import { SECTIONS } from '../../templates/sections.ts'
import { tablesOf } from '../../templates/tables/tables.ts'
import { buildTemplate } from '../../templates/workbook.ts'
import { readBlocks } from '../../agent/xlsx/read-blocks.ts'
import {
  startAgentProcess,
  startPracticeProcess,
  temporaryFolder,
  type AgentProcess,
  type PracticeProcess,
} from './processes.ts'

const OTP = '575757'
const { gstin } = SAMPLE_TAXPAYER
const of = { gstin, period: SAMPLE_PERIOD }
const tables = tablesOf(SAMPLE_PERIOD)
const { rows, good, planted } = sampleCompany()
const forPortal = planted.filter(({ foundBy }) => foundBy === 'portal')

/** The sample with the mistakes that our own checks find put right. */
const checked: TableRows = Object.fromEntries(
  Object.entries(rows).map(([table, cells]) => {
    const wrong = new Set(
      planted
        .filter((mistake) => mistake.table === table && mistake.foundBy === 'check')
        .map(({ row }) => row - LAYOUT.firstRow),
    )
    return [table, cells.map((own, i) => (wrong.has(i) ? (good[table]?.[i] ?? []) : own))]
  }),
)

const folders = [temporaryFolder(), temporaryFolder()] as const
let practice: PracticeProcess
let agent: AgentProcess

beforeAll(async () => {
  practice = await startPracticeProcess(folders[0].path)
  agent = await startAgentProcess({ dataFolder: folders[1].path, practiceUrl: practice.url }, {})
  await agent.call('setTaxpayer', SAMPLE_TAXPAYER)
  await agent.call('requestOtp', { gstin })
  await agent.call('signIn', { gstin, otp: OTP })
})
afterAll(async () => {
  await agent.stop()
  await practice.stop()
  for (const folder of folders) folder.remove()
})

async function blocksOf(content: TableRows): Promise<Block[]> {
  const blocks = await readBlocks(await buildTemplate(tables, SAMPLE_PERIOD, { rows: content }))
  if (!blocks.ok) throw new Error(blocks.problem.code)
  return [...blocks.value]
}

async function planFor(content: TableRows) {
  const plan = await agent.call('plan', { ...of, blocks: await blocksOf(content) })
  if (!plan.ok) throw new Error(plan.problem.code)
  return plan.value
}

async function save(content: TableRows) {
  const { plan, sections } = await planFor(content)
  const started = await agent.call('save', { ...of, plan })
  if (!started.ok) throw new Error(started.problem.code)
  return { sections, view: await agent.watched(of) }
}

const sent = (sections: Awaited<ReturnType<typeof planFor>>['sections']) =>
  Object.fromEntries(
    sections
      .map(({ section, added, changed }) => [section, added.count + changed.count] as const)
      .filter(([, count]) => count > 0),
  )

describe('the sample month', () => {
  test('as it is opened, a wrong row of HSN or of documents issued holds back its whole section', async () => {
    const { sections } = await planFor(rows)
    const waiting = sections.filter((section) => section.waiting > 0).map(({ section }) => section)
    expect(waiting.sort()).toEqual(['doc_issue', 'hsn'])
  })

  test('put right as far as we can know, the portal refuses exactly what only it knows, on its cells', async () => {
    const { sections, view } = await save(checked)
    expect(sections.map(({ section }) => section).sort()).toEqual(
      SECTIONS.map(({ id }) => id).sort(),
    )
    expect(sections.every(({ heldBack, waiting }) => heldBack + waiting === 0)).toBe(true)
    expect(view.stage).toBe('savedWithErrors')
    const refused = view.verdict.map(({ facts, cells }) => ({
      code: facts['code'],
      sheet: cells[0]?.sheet,
      row: cells[0]?.row,
    }))
    expect(refused.sort(bySheet)).toEqual(
      forPortal.map(({ code, sheet, row }) => ({ code, sheet, row })).sort(bySheet),
    )
    for (const { sheet, row, column } of forPortal) {
      const headers = tables.find(({ sheets }) => sheets[0] === sheet)?.columns ?? []
      const index = headers.findIndex(({ header }) => header === column)
      const cells = view.verdict.flatMap((problem) => problem.cells)
      expect(
        cells.find((cell) => cell.sheet === sheet && cell.row === row)?.columns,
        `${sheet} ${column}`,
      ).toContain(index)
    }
  })

  test('mended, only the refused documents are sent, and all is accepted', async () => {
    const { sections, view } = await save(good)
    expect(sent(sections)).toEqual({ b2b: 2, cdnr: 1, exp: 1 })
    expect(view).toMatchObject({ stage: 'saved', verdict: [], heldBack: [] })
  })

  test('after that there is nothing to send', async () => {
    const { sections, submissions } = await planFor(good)
    expect(sent(sections)).toEqual({})
    expect(submissions).toBe(0)
  })

  test('review ties to the paisa in every section', async () => {
    await agent.call('prepare', of)
    expect((await agent.watched(of)).stage).toBe('ready')
    const review = await agent.call('review', of)
    if (!review.ok) throw new Error(review.problem.code)
    const used = tables.filter(({ id }) => (rows[id] ?? []).length > 0)
    expect(review.value.rows.map(({ section }) => section).sort()).toEqual(
      [...new Set(used.map(({ section }) => section))].sort(),
    )
    for (const { section, sheet, portal } of review.value.rows) {
      expect({ section, ...portal }).toEqual({ section, ...sheet })
      expect(sheet.count + Math.abs(sheet.txval), section).toBeGreaterThan(0)
    }
    expect(review.value).toMatchObject({ ties: true, heldBack: [] })
  })
})

function bySheet(a: { sheet?: unknown; row?: unknown }, b: { sheet?: unknown; row?: unknown }) {
  return `${String(a.sheet)} ${String(a.row)}`.localeCompare(`${String(b.sheet)} ${String(b.row)}`)
}
