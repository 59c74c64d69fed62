// The whole product as a newcomer starts it, in a real browser: the agent with its journal, the practice portal in a
// process of its own, the preview on Microsoft's office.js.
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, Frame, Locator, Page } from 'playwright-core'
import { startAgent, type Agent } from '../../agent/agent.ts'
import type { OperationName } from '../../agent/http/contract.ts'
import { createLog } from '../../agent/log.ts'
import { SAMPLE_PERIOD } from '../../templates/sample-company.ts'
import {
  startPracticeProcess,
  temporaryFolder,
  type Ledger,
  type PracticeProcess,
} from '../faults/processes.ts'
import { openBrowser } from './browser.ts'
import { judge, shifts, watchShifts, type Shift } from './looks.ts'
import { cell, paneFrame, seenFirstScreen } from './preview-page.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const SHOTS = join(ROOT, 'test/.shots')

export interface Rehearsal {
  readonly page: Page
  /** Another one after another workbook was opened. */
  readonly pane: Frame
  readonly ledger: Ledger
  /** For other software on the same practice portal. */
  readonly practiceUrl: string
  /** What the browser's console complained about, and what was wrong with the pane's looks. */
  readonly complaints: string[]
  /** Opens one of the samples, or a file with these bytes; the pane begins anew beside it. */
  openSample(button: 'Sample company' | 'Protected sample', name: string): Promise<void>
  openFile(name: string, bytes: Uint8Array): Promise<void>
  /** Takes the sample taxpayer's return of the sample period. */
  begin(): Promise<void>
  /** Goes to one of the four steps. */
  step(name: string): Promise<void>
  /** Where the pane asks for it: the OTP, and a session. */
  signIn(): Promise<void>
  press(name: string | RegExp): Promise<void>
  /** The pane's text, as a person reads it. */
  paneText(): Promise<string>
  /** Waits until the pane says so. */
  says(text: string | RegExp): Promise<void>
  goTo(address: string): Promise<void>
  type(address: string, text: string): Promise<void>
  cell(address: string): Locator
  /** A picture for people to judge, and the pane's looks judged: axe, three looks, 320 pixels. */
  shot(name: string): Promise<void>
  /** What moved in the pane by itself since it began. */
  shifts(): Promise<readonly Shift[]>
  /** Slow batches, a cell that seems open: see the host's faults. */
  hostFaults(faults: { delay?: number; cellEdits?: number }): Promise<void>
  /** The pane and its office.js end in the middle of whatever they do, and begin anew. */
  restartHost(): Promise<void>
  /** Asks the agent directly, with the pane's own token. */
  ask(name: OperationName, input: unknown): Promise<{ ok: boolean; problem?: { code: string } }>
  stopAgent(): Promise<void>
  /** On the same port and data. */
  restartAgent(): Promise<void>
  end(): Promise<void>
}

/** A newcomer meets the first screen; others have seen it. */
export async function rehearse(
  pace: 'fast' | 'human',
  { newcomer = false }: { readonly newcomer?: boolean } = {},
): Promise<Rehearsal> {
  const folders = [temporaryFolder(), temporaryFolder()] as const
  const practice = await startPracticeProcess(folders[0].path, pace)
  let agent = await startPreviewAgent(folders[1].path, practice)
  const browser = await openBrowser()
  const { page, complaints } = await openPage(browser, agent, newcomer)
  let pane = await paneFrame(page)
  await watchShifts(pane)
  mkdirSync(SHOTS, { recursive: true })
  let pictures = 0
  let isRunning = true

  const goTo = async (address: string): Promise<void> => {
    const box = page.getByRole('textbox', { name: /^Name box/ })
    await box.fill(address)
    await box.press('Enter')
    await page.locator(`[role=grid][aria-activedescendant="cell-${address}"]:focus`).waitFor()
  }
  const opened = async (name: string): Promise<void> => {
    await page.getByRole('heading', { name }).waitFor()
    pane = await paneFrame(page)
    await watchShifts(pane)
  }
  const press = (name: string | RegExp) => pane.getByRole('button', { name }).first().click()
  return {
    page,
    get pane() {
      return pane
    },
    complaints,
    ledger: practice.ledger,
    practiceUrl: practice.url,
    async openSample(button, name) {
      await page.getByRole('button', { name: button, exact: true }).click()
      await opened(name)
    },
    async openFile(name, bytes) {
      const file = { name, mimeType: '', buffer: Buffer.from(bytes) }
      await page.getByLabel('Workbook to open').setInputFiles(file)
      await opened(name)
    },
    async begin() {
      await pane
        .getByLabel('Month', { exact: true })
        .selectOption(String(Number(SAMPLE_PERIOD.slice(0, 2))))
      await pane.getByLabel('Year', { exact: true }).selectOption(SAMPLE_PERIOD.slice(2))
      await press('Keep and go on')
      await pane.getByText('Go on to Check').waitFor()
    },
    step: (name) => pane.getByRole('navigation').getByText(name).click(),
    async signIn() {
      await press('Ask for OTP')
      await pane.getByLabel('OTP').fill('575757')
      await press('Sign in')
    },
    press,
    paneText: () => pane.locator('body').innerText(),
    says: (text) => pane.getByText(text).first().waitFor({ timeout: 20_000 }),
    goTo,
    async type(address, text) {
      await goTo(address)
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    },
    cell: (address) => cell(page, address),
    async shot(name) {
      pictures += 1
      await page.screenshot({
        path: join(SHOTS, `job-${String(pictures).padStart(2, '0')}-${name}.png`),
      })
      complaints.push(...(await judge(page, pane)).map((wrong) => `${name}, ${wrong}`))
    },
    shifts: () => shifts(pane),
    hostFaults: (wanted) =>
      page.evaluate((some) => void Object.assign(window.hostFaults, some), wanted),
    async restartHost() {
      const element = await page.locator('iframe').elementHandle()
      await page.evaluate(() => window.hostFaults.restart())
      await element?.waitForElementState('hidden')
      pane = await paneFrame(page)
      await watchShifts(pane)
    },
    ask: (name, input) =>
      pane.evaluate(
        async ([operation, body]) => {
          const answer = await fetch(`/api/${operation}`, {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              'x-agent-api': '1',
              authorization: `Bearer ${localStorage.getItem('gstr1-token') ?? ''}`,
            },
            body,
          })
          return (await answer.json()) as { ok: boolean; problem?: { code: string } }
        },
        [name, JSON.stringify(input)] as const,
      ),
    async stopAgent() {
      isRunning = false
      await agent.close()
    },
    async restartAgent() {
      isRunning = true
      agent = await startPreviewAgent(folders[1].path, practice, agent.port)
    },
    async end() {
      await browser.close()
      if (isRunning) await agent.close()
      await practice.stop()
      for (const folder of folders) folder.remove()
    },
  }
}

async function startPreviewAgent(
  dataFolder: string,
  practice: PracticeProcess,
  port = 0,
): Promise<Agent> {
  const agent = await startAgent({
    environment: 'practice',
    port,
    dataFolder,
    practiceUrl: practice.url,
    distFolder: join(ROOT, 'dist'),
    officeFolder: join(ROOT, 'node_modules/@microsoft/office-js/dist'),
    workbooksFolder: join(ROOT, 'templates/workbooks'),
    version: 'test',
    log: createLog({ stream: { write: () => undefined }, now: () => new Date() }),
    newId: randomUUID,
    randomBytes,
    random: Math.random,
  })
  if (!agent.ok) throw new Error(agent.problem.code)
  return agent.value
}

async function openPage(browser: Browser, agent: Agent, newcomer: boolean) {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 1366, height: 768 },
  })
  if (!newcomer) await context.addInitScript(seenFirstScreen)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error.stack)))
  // The page asks before it drops a changed workbook for another.
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto(`${agent.url}/preview#pair=${agent.pairing.newCode().code}`)
  await page.getByRole('grid').waitFor()
  return { page, complaints }
}
