// The preview in a real browser, served by the agent's own server with the workbooks that a test gives.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Browser, Frame, Locator, Page } from 'playwright-core'
import type { Handlers } from '../../agent/http/contract.ts'
import { createPairing, type Pairing } from '../../agent/http/pairing.ts'
import { startServer } from '../../agent/http/server.ts'
import { createLog } from '../../agent/log.ts'
import { readWorkbook } from '../../agent/xlsx/read-workbook.ts'
import type { WorkbookFile } from '../../agent/xlsx/workbook-file.ts'
import { writeWorkbook } from '../../agent/xlsx/write-workbook.ts'
import { done } from '../../templates/problems/problem.ts'

const DIST = resolve(import.meta.dirname, '../../dist')
const OFFICE = dirname(
  createRequire(import.meta.url).resolve('@microsoft/office-js/dist/office.js'),
)

export interface Served {
  readonly url: string
  readonly pairing: Pairing
  close(): Promise<void>
}

/**
 * `samples` are what the two sample buttons open; the plain one is open at the start. `more` is what the agent answers to
 * the pane, which otherwise gets no further than the choice of a taxpayer.
 */
export async function servePreview(
  samples: Readonly<Record<'plain' | 'protected', WorkbookFile>>,
  more: Partial<Handlers> = {},
  distFolder = DIST,
): Promise<Served> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'gstr1-preview-'))
  const now = (): Date => new Date()
  const hashes = new Set<string>()
  const tokens = {
    add: async (hash: string) => void hashes.add(hash),
    has: async (hash: string) => hashes.has(hash),
    remove: async (hash: string) => void hashes.delete(hash),
  }
  const pairing = createPairing({ tokens, now, randomBytes })
  const handlers: Partial<Handlers> = {
    pair: ({ code }) => pairing.redeem(code),
    about: async () =>
      done({ version: '0', environment: 'practice', hasKeys: true, taxpayers: [] }),
    sampleWorkbook: async ({ which }) => done(samples[which]),
    openWorkbook: ({ name, base64 }) => readWorkbook(Buffer.from(base64, 'base64'), name),
    writeWorkbook: async ({ workbook }) =>
      done({ base64: Buffer.from(await writeWorkbook(workbook)).toString('base64') }),
    ...more,
  }
  const started = await startServer({
    port: 0,
    dataFolder,
    distFolder,
    officeFolder: OFFICE,
    // The preview calls no other operation; the pane that does is asked to by those who give the answers.
    handlers: handlers as Handlers,
    tokens,
    log: createLog({ stream: { write: () => undefined }, now }),
    now,
    randomBytes,
  })
  if (!started.ok) throw new Error(started.problem.code)
  const { url, close } = started.value
  return {
    url,
    pairing,
    close: async () => {
      await close()
      rmSync(dataFolder, { recursive: true })
    },
  }
}

/** Runs in every page of a browser whose user has met the pane before. */
export const seenFirstScreen = (): void => localStorage.setItem('gstr1-welcomed', 'yes')

/** The page with the plain sample open. `complaints` collects what the browser's console has to say. */
export async function openPreview(
  browser: Browser,
  served: Served,
  complaints: string[],
): Promise<Page> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 1366, height: 768 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  await context.addInitScript(seenFirstScreen)
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error.stack)))
  await page.goto(`${served.url}/preview#pair=${served.pairing.newCode().code}`)
  await page.getByRole('grid').waitFor()
  return page
}

/** The cell of that address, by its name for screen readers (`B5`, or `B5 and what it shows`). */
export const cell = (page: Page, address: string): Locator => page.locator(`#cell-${address}`)

/** The pane's frame, once office.js has found its host there. */
export async function paneFrame(page: Page): Promise<Frame> {
  const element = await page.locator('iframe').elementHandle()
  const frame = await element?.contentFrame()
  if (!frame) throw new Error('The page has no pane')
  await frame.waitForURL(/\/pane-preview$/)
  await frame.waitForFunction(() => typeof Office !== 'undefined')
  await frame.evaluate(() => Office.onReady())
  return frame
}
