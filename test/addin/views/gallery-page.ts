// Builds the gallery, serves it with the agent's own headers, answers /api by script, and opens it in Chromium.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { setSecurityHeaders } from '../../../agent/http/headers.ts'
import type { Answer, Input, OperationName, Output } from '../../../agent/http/contract.ts'
import { openBrowser } from '../../e2e/browser.ts'

const PROJECT = resolve(import.meta.dirname, '../../..')
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/** One stream of `watch`: its lines, when they come, and whether the connection then breaks. */
interface Stream {
  readonly lines: readonly Output<'watch'>[]
  readonly broken: boolean
  readonly after?: Promise<void>
}

/** What the agent would answer. */
export type Script = {
  [N in Exclude<OperationName, 'watch'>]?: (input: Input<N>, headers: Headers) => Answer<N>
} & { watch?: () => Stream }

export interface GalleryPage {
  readonly page: Page
  /** Replaces what the agent answers; an operation without an answer drops the connection. */
  answer(script: Script): void
  close(): Promise<void>
}

export async function openGallery(): Promise<GalleryPage> {
  const out = await mkdtemp(join(tmpdir(), 'gstr1-gallery-'))
  const webpack = join(PROJECT, 'node_modules/webpack/bin/webpack.js')
  const config = join(import.meta.dirname, 'gallery.webpack.js')
  await promisify(execFile)(process.execPath, [webpack, '-c', config, '--env', `out=${out}`])

  let script: Script = {}
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '/')
    setSecurityHeaders(response, path)
    if (path.startsWith('/api/')) {
      const name = path.slice('/api/'.length) as OperationName
      void (name === 'watch'
        ? stream(script.watch?.(), response)
        : reply(script[name], request, response))
    } else {
      void sendFile(join(out, path), response)
    }
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo

  const browser = await openBrowser()
  const page = await browser.newPage({
    viewport: { width: 320, height: 700 },
    timezoneId: 'Asia/Kolkata',
  })
  // What is out of sight is not laid out, and has no text to be read: here all of it is.
  await page.addInitScript(() => {
    const all = new CSSStyleSheet()
    all.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets = [all]
  })
  await page.goto(`http://localhost:${port}/`)
  return {
    page,
    answer: (next) => (script = next),
    async close() {
      await browser.close()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      await rm(out, { recursive: true })
    },
  }
}

async function stream(wanted: Stream | undefined, response: ServerResponse): Promise<void> {
  await wanted?.after
  for (const line of wanted?.lines ?? []) response.write(`${JSON.stringify(line)}\n`)
  if (wanted !== undefined && !wanted.broken) response.end()
  else setTimeout(() => response.destroy(), 20) // so that the lines leave before the connection does
}

async function reply(
  operation: Script[Exclude<OperationName, 'watch'>],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (operation === undefined) return void response.destroy()
  // Each answer is typed by its own operation; over all names at once TypeScript sees only the union.
  const answer = operation as (input: unknown, headers: Headers) => unknown
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const input: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
  response.setHeader('Content-Type', 'application/json')
  response.end(
    JSON.stringify(answer(input, new Headers(request.headers as Record<string, string>))),
  )
}

async function sendFile(file: string, response: ServerResponse): Promise<void> {
  const bytes = await readFile(file).catch(() => undefined)
  if (bytes === undefined) return void response.writeHead(404).end()
  response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream')
  response.end(bytes)
}
