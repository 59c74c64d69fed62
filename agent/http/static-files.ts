// The files of the pane and the preview. They hold no data; nothing outside the two folders can be named.
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Hono, type Context } from 'hono'
import { sentence } from '../../templates/problems/english.ts'
import { refuse } from '../../templates/problems/problem.ts'

export interface StaticFolders {
  /** What webpack built. */
  readonly dist: string
  /** Microsoft's office.js, for the preview; Excel itself loads it from Microsoft. */
  readonly office: string
}

/** Address → page in the built folder. */
export const PAGES: Readonly<Record<string, string>> = {
  '/pane': 'taskpane.html',
  '/pane-preview': 'taskpane-preview.html',
  '/preview': 'preview.html',
}

/** What is served, by ending; anything else is not there. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

const NOT_HERE = 'There is nothing at this address. The preview is at /preview\n'

export function createStaticFiles(folders: StaticFolders): Hono {
  const app = new Hono()
  const { what, remedy } = sentence(refuse('not-built').problem)
  const notBuilt = `${what} ${remedy}\n`
  app.get('/', (context) => context.redirect('/preview'))
  app.get('/favicon.ico', (context) => context.redirect('/assets/icon-32.png'))
  for (const [address, page] of Object.entries(PAGES)) {
    app.get(address, (context) => send(context, folders.dist, page, notBuilt))
  }
  app.get('/office/*', (context) =>
    send(context, folders.office, context.req.path.slice('/office/'.length), NOT_HERE),
  )
  app.get('*', (context) => send(context, folders.dist, context.req.path.slice(1), NOT_HERE))
  return app
}

async function send(context: Context, folder: string, name: string, otherwise: string) {
  const type = TYPES[extname(name)]
  // Each part begins with a letter, digit or underscore: no "..", no hidden file, no drive letter.
  const plain = /^\w[\w.~-]*(\/\w[\w.~-]*)*$/.test(name)
  const bytes = plain && type !== undefined ? await read(join(folder, name)) : undefined
  if (bytes === undefined || type === undefined) return context.text(otherwise, 404)
  return context.body(bytes, 200, {
    'Content-Type': type,
    'Cache-Control': isHashed(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
}

async function read(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await readFile(file)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined
    throw error
  }
}

/** webpack puts a hash of the content into the name: `taskpane.3f2a9c81d0b7.js`. */
const isHashed = (name: string): boolean => /\.[0-9a-f]{8,}\.\w+$/.test(name)
