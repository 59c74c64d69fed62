// How soon the pane is there, and how it bears ten thousand problems. Needs dist/ and Chromium; run by ../main.ts, or alone.
// Ready means painted: the first contentful paint, as the browser itself reports it.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Frame } from 'playwright-core'
import webpack from 'webpack'
import type { WorkbookFile } from '../../../agent/xlsx/workbook-file.ts'
import { countCauses } from '../../../templates/problems/cause.ts'
import { done, type Problem } from '../../../templates/problems/problem.ts'
import { openBrowser } from '../../e2e/browser.ts'
import { openPreview, paneFrame, servePreview } from '../../e2e/preview-page.ts'
import { PERIOD, TAXPAYER } from '../../sheets.ts'

const DIST = resolve(import.meta.dirname, '../../../dist')
const ROUNDS = 15
const PROBLEMS = 10_000
/** Of the header in the official sheets. */
const FIRST_ROW = 4

/** The built pages, with the empty one among them. */
async function withEmptyPage(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-pane-'))
  cpSync(DIST, folder, { recursive: true })
  const compiler = webpack({
    mode: 'production',
    target: ['web', 'es2022'],
    entry: join(import.meta.dirname, 'empty-page.js'),
    output: { path: folder, filename: 'empty.js' },
  })
  await new Promise<void>((built, failed) => {
    compiler.run((error) => (error === null ? built() : failed(error)))
  })
  const head = '<meta charset="utf-8"><title>Empty</title><script defer src="/empty.js"></script>'
  writeFileSync(join(folder, 'empty.html'), `<!doctype html>${head}<div id="root"></div>`)
  return folder
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

/** Milliseconds from the start of the navigation to the first paint, in a browser that has seen neither page. */
async function firstPaint(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true })
  try {
    const page = await context.newPage()
    await page.goto(url)
    return await page.evaluate(
      () =>
        new Promise<number>((painted) => {
          new PerformanceObserver((list) => {
            for (const { name, startTime } of list.getEntries()) {
              if (name === 'first-contentful-paint') painted(startTime)
            }
          }).observe({ type: 'paint', buffered: true })
        }),
    )
  } finally {
    await context.close()
  }
}

async function howSoon(browser: Browser, url: string): Promise<void> {
  const pages = { empty: `${url}/empty.html`, pane: `${url}/pane-preview` }
  const times = { empty: [] as number[], pane: [] as number[] }
  for (const page of Object.values(pages)) await firstPaint(browser, page)
  for (let round = 0; round < ROUNDS; round += 1) {
    times.empty.push(await firstPaint(browser, pages.empty))
    times.pane.push(await firstPaint(browser, pages.pane))
  }
  const [empty, pane] = [middle(times.empty), middle(times.pane)]
  console.log(
    `first view painted, median of ${ROUNDS}: pane ${pane.toFixed(0)} ms, ` +
      `an empty Preact page ${empty.toFixed(0)} ms: ${(pane / empty).toFixed(2)} times`,
  )
}

/** A sheet of which every row has something wrong. */
const wrongWorkbook = (): WorkbookFile => ({
  name: 'wrong.xlsx',
  sheets: [
    {
      name: 'b2b,sez,de',
      hidden: false,
      cells: Array.from({ length: PROBLEMS }, (_, index) => ({
        row: FIRST_ROW + index,
        column: 0,
        value: `WRONG${index}`,
      })),
      widths: {},
      hiddenRows: [],
      frozenRows: 0,
      merges: [],
      unlocked: [],
    },
  ],
})

/** Every other row, so that no two cells can be marked as one range. */
const wrongCells = (): Problem[] =>
  Array.from({ length: PROBLEMS }, (_, index) => ({
    code: index % 2 === 0 ? 'gstin-length' : 'cell-missing',
    severity: index % 2 === 0 ? 'error' : 'warning',
    source: 'check',
    cells: [{ sheet: 'b2b,sez,de', row: FIRST_ROW + index, columns: [0], key: [] }],
    facts: { found: `WRONG${index}`, length: '10 characters', column: 'GSTIN/UIN of Recipient' },
  }))

interface Task {
  /** `self` is the pane's own; the host beside it, in the same page, has the others. */
  readonly name: string
  readonly duration: number
}

declare global {
  interface Window {
    tasks: Task[]
  }
}

const watchTasks = (frame: Frame): Promise<void> =>
  frame.evaluate(() => {
    window.tasks = []
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) window.tasks.push({ name, duration })
    }).observe({ type: 'longtask' })
  })

async function tellTasks(frame: Frame, what: string, since: number): Promise<void> {
  const tasks = await frame.evaluate(() => window.tasks.splice(0))
  const longest = (of: readonly Task[]) => Math.max(0, ...of.map(({ duration }) => duration))
  const own = tasks.filter(({ name }) => name === 'self')
  console.log(
    `${what}: ${(performance.now() - since).toFixed(0)} ms, longest task of the pane ` +
      `${longest(own).toFixed(0)} ms, of pane and host ${longest(tasks).toFixed(0)} ms`,
  )
}

async function manyProblems(browser: Browser): Promise<void> {
  const workbook = wrongWorkbook()
  const problems = wrongCells()
  const { gstin } = TAXPAYER
  const served = await servePreview(
    { plain: workbook, protected: workbook },
    {
      about: async () =>
        done({ version: '0', environment: 'practice', hasKeys: true, taxpayers: [TAXPAYER] }),
      setTaxpayer: async (taxpayer) => done(taxpayer),
      session: async () => done({ signedIn: false, signing: 'evc' }),
      state: async () =>
        done({
          environment: 'practice',
          gstin,
          period: PERIOD,
          stage: 'draft',
          verdict: [],
          heldBack: [],
          leftOut: false,
          nil: false,
          empty: true,
          calls: 0,
        }),
      missingSheets: async () => done({ sheets: [], lists: [], ofSheets: 30 }),
      check: async () =>
        done({
          sheets: [],
          notRead: [],
          problems,
          problemCount: problems.length,
          causes: countCauses(problems),
        }),
    },
  )
  try {
    const page = await openPreview(browser, served, [])
    const frame = await paneFrame(page)
    const press = (name: string) => frame.getByRole('button', { name }).click()
    await press('Keep and go on')
    await press('Go on to Check')
    await frame.getByRole('button', { name: 'Check the workbook' }).waitFor()
    await watchTasks(frame)

    const measured = async (what: string, act: () => Promise<void>): Promise<void> => {
      const since = performance.now()
      await act()
      await tellTasks(frame, what, since)
    }
    await measured('10,000 problems listed and marked', async () => {
      await press('Check the workbook')
      await frame.getByText('10,000 rows marked').waitFor({ timeout: 120_000 })
    })
    await measured('the next one', () => press('Next'))
    await measured('warnings only', () => frame.getByLabel('Warnings 5,000').check())
    await measured('marks removed', async () => {
      await press('Remove the marks')
      await frame.getByText('not marked on the sheets').waitFor({ timeout: 120_000 })
    })
  } finally {
    await served.close()
  }
}

async function main(): Promise<void> {
  const folder = await withEmptyPage()
  const workbook = wrongWorkbook()
  const served = await servePreview({ plain: workbook, protected: workbook }, {}, folder)
  const browser = await openBrowser()
  try {
    await howSoon(browser, served.url)
    await manyProblems(browser)
  } finally {
    await browser.close()
    await served.close()
    rmSync(folder, { recursive: true })
  }
}

await main()
