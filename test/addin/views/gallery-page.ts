// Builds the gallery, serves it with the agent's own headers, answers /api by script, and opens it in Chromium.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { chromium, type Page } from 'playwright-core'
import { setSecurityHeaders } from '../../../agent/http/headers.ts'
import type { Answer, Input, OperationName, Output } from '../../../agent/http/contract.ts'

const PROJECT = resolve(import.meta.dirname, '../../..')
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/** What the agent would answer; `watch` gives the lines of one stream, `broken` drops the connection after them. */
export type Script = {
  [N in Exclude<OperationName, 'watch'>]?: (input: Input<N>, headers: Headers) => Answer<N>
} & { watch?: () => { lines: Output<'watch'>[]; broken: boolean } }

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
      void readAll(request).then((body) => {
        if (name === 'watch') {
          const stream = script.watch?.()
          for (const line of stream?.lines ?? []) response.write(`${JSON.stringify(line)}\n`)
          if (stream === undefined || stream.broken) setTimeout(() => request.socket.destroy(), 20)
          else response.end()
          return
        }
        // Each answer is typed by its own operation; over all names at once only `never` fits.
        const reply = script[name] as ((input: unknown, headers: Headers) => unknown) | undefined
        if (reply === undefined) return request.socket.destroy()
        const answer = reply(
          JSON.parse(body),
          new Headers(request.headers as Record<string, string>),
        )
        response.setHeader('Content-Type', 'application/json')
        response.end(JSON.stringify(answer))
      })
      return
    }
    readFile(join(out, path)).then(
      (bytes) => {
        response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream')
        response.end(bytes)
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo

  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  const page = await browser.newPage({
    viewport: { width: 320, height: 700 },
    timezoneId: 'Asia/Kolkata',
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

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
