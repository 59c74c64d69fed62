// The whole product as a newcomer starts it, in a real browser: the agent with its journal, the practice portal in a
// process of its own, the preview on Microsoft's office.js.
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, Frame, Locator, Page } from 'playwright-core'
import { startAgent, type Agent } from '../../agent/agent.ts'
import type { OperationName } from '../../agent/http/contract.ts'
import { createLog } from '../../agent/log.ts'
import {
  startPracticeProcess,
  temporaryFolder,
  type Ledger,
  type PracticeProcess,
} from '../faults/processes.ts'
import { openBrowser } from './browser.ts'
import { cell, paneFrame } from './preview-page.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const SHOTS = join(ROOT, 'test/.shots')

export interface Rehearsal {
  readonly page: Page
  readonly pane: Frame
  readonly ledger: Ledger
  /** What the browser's console complained about. */
  readonly complaints: string[]
  press(name: string | RegExp): Promise<void>
  /** The pane's text, as a person reads it. */
  paneText(): Promise<string>
  /** Waits until the pane says so. */
  says(text: string | RegExp): Promise<void>
  goTo(address: string): Promise<void>
  type(address: string, text: string): Promise<void>
  cell(address: string): Locator
  /** A picture for people to judge. */
  shot(name: string): Promise<void>
  /** Asks the agent directly, with the pane's own token. */
  ask(name: OperationName, input: unknown): Promise<{ ok: boolean; problem?: { code: string } }>
  end(): Promise<void>
}

export async function rehearse(pace: 'fast' | 'human'): Promise<Rehearsal> {
  const folders = [temporaryFolder(), temporaryFolder()] as const
  const practice = await startPracticeProcess(folders[0].path, pace)
  const agent = await startPreviewAgent(folders[1].path, practice)
  const browser = await openBrowser()
  const { page, complaints } = await openPage(browser, agent)
  const pane = await paneFrame(page)
  mkdirSync(SHOTS, { recursive: true })
  let shots = 0

  const goTo = async (address: string): Promise<void> => {
    const box = page.getByRole('textbox', { name: /^Name box/ })
    await box.fill(address)
    await box.press('Enter')
    await page.locator(`[role=grid][aria-activedescendant="cell-${address}"]:focus`).waitFor()
  }
  return {
    page,
    pane,
    complaints,
    ledger: practice.ledger,
    press: (name) => pane.getByRole('button', { name }).first().click(),
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
      shots += 1
      await page.screenshot({
        path: join(SHOTS, `job-${String(shots).padStart(2, '0')}-${name}.png`),
      })
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
    async end() {
      await browser.close()
      await agent.close()
      await practice.stop()
      for (const folder of folders) folder.remove()
    },
  }
}

async function startPreviewAgent(dataFolder: string, practice: PracticeProcess): Promise<Agent> {
  const agent = await startAgent({
    environment: 'practice',
    port: 0,
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

async function openPage(browser: Browser, agent: Agent) {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 1366, height: 768 },
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error.stack)))
  await page.goto(`${agent.url}/preview#pair=${agent.pairing.newCode().code}`)
  await page.getByRole('grid').waitFor()
  return { page, complaints }
}
