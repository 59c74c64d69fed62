// What a process did to the files of one folder, in order, as strace saw it: writes with all their bytes, syncs, truncations,
// removals; and the lines it said on the way.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

export type Deed =
  | { readonly kind: 'write'; readonly file: string; readonly at: number; readonly data: Buffer }
  | { readonly kind: 'sync'; readonly file: string }
  | { readonly kind: 'remove'; readonly file: string }
  | { readonly kind: 'truncate'; readonly file: string; readonly length: number }
  | { readonly kind: 'said'; readonly line: string }

const CALLS =
  'openat,open,close,write,pwrite64,fsync,fdatasync,ftruncate,unlink,unlinkat,rename,renameat,renameat2'

/** Nothing where processes cannot be traced here. */
export function traced(script: string, folder: string): readonly Deed[] | undefined {
  const output = join(folder, 'trace.txt')
  const run = spawnSync(
    'strace',
    [
      '-f',
      '-xx',
      '-s',
      '2000000',
      '-e',
      `trace=${CALLS}`,
      '-o',
      output,
      process.execPath,
      script,
      folder,
    ],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  if (run.error !== undefined || run.status !== 0) {
    const isTracing = run.error === undefined && !/ptrace|strace:/.test(run.stderr)
    if (isTracing) throw new Error(`the workload failed: ${run.stderr}`)
    return undefined
  }
  return deedsIn(readFileSync(output, 'latin1'), folder)
}

/** Lines of `-f -xx`: `pid call(arguments) = result`; a call that another thread came in between stands in two parts. */
function deedsIn(text: string, folder: string): Deed[] {
  const deeds: Deed[] = []
  const open = new Map<number, string>()
  const halves = new Map<string, string>()
  for (const raw of text.split('\n')) {
    const [, pid = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(raw) ?? []
    if (rest.endsWith('<unfinished ...>')) {
      halves.set(pid, rest.slice(0, -'<unfinished ...>'.length))
      continue
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest)
    const line = resumed === null ? rest : (halves.get(pid) ?? '') + (resumed[1] ?? '')
    const deed = deedOf(line, open, folder)
    if (deed !== undefined) deeds.push(deed)
  }
  return deeds
}

function deedOf(line: string, open: Map<number, string>, folder: string): Deed | undefined {
  const [, call = '', inside = '', result = ''] = /^(\w+)\((.*)\)\s+= (-?\d+)/.exec(line) ?? []
  if (Number(result) < 0) return undefined
  const strings = [...inside.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) =>
    Buffer.from(hex.replaceAll('\\x', ''), 'hex'),
  )
  const path = strings[0]?.toString('utf8') ?? ''
  const fd = Number(/^\d+/.exec(inside)?.[0])
  const file = open.get(fd)
  switch (call) {
    case 'open':
    case 'openat':
      if (dirname(path) === folder) open.set(Number(result), basename(path))
      else open.delete(Number(result))
      return undefined
    case 'close':
      open.delete(fd)
      return undefined
    case 'unlink':
    case 'unlinkat':
      return dirname(path) === folder ? { kind: 'remove', file: basename(path) } : undefined
    case 'rename':
    case 'renameat':
    case 'renameat2':
      if (dirname(path) === folder) throw new Error('a renamed file is not expected here')
      return undefined
    case 'write':
      if (fd === 1) return { kind: 'said', line: path.trim() }
      if (file !== undefined) throw new Error(`${file} was written without a place`)
      return undefined
    case 'pwrite64': {
      if (file === undefined) return undefined
      const at = Number(/, (\d+)$/.exec(inside)?.[1])
      const data = (strings[0] ?? Buffer.alloc(0)).subarray(0, Number(result))
      return { kind: 'write', file, at, data }
    }
    case 'fsync':
    case 'fdatasync':
      return file === undefined ? undefined : { kind: 'sync', file }
    case 'ftruncate':
      if (file === undefined) return undefined
      return { kind: 'truncate', file, length: Number(/, (\d+)$/.exec(inside)?.[1]) }
    default:
      return undefined
  }
}
