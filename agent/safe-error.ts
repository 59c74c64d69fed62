// What may be told of a thrown error: its class, its system code and where in our own code it happened. Never its message.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface ErrorDescription {
  readonly name: string
  readonly code?: string
  /** `agent/http/routes.ts:41`, innermost first. */
  readonly at: readonly string[]
}

const PROJECT = dirname(dirname(fileURLToPath(import.meta.url))).replaceAll('\\', '/')
const DEEPEST = 8

export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { name: 'not-an-error', at: [] }
  const code: unknown = 'code' in error ? error.code : undefined
  return {
    name: /^[A-Z][A-Za-z]{0,39}$/.test(error.name) ? error.name : 'Error',
    ...(typeof code === 'string' && /^[A-Z][A-Z_]{1,39}$/.test(code) ? { code } : {}),
    at: placesOf(error).slice(0, DEEPEST),
  }
}

/** Frames inside the project, without function names. The message stands at the top of a stack and may itself look like a frame. */
function placesOf(error: Error): string[] {
  const stack = error.stack ?? ''
  const from = error.message === '' ? 0 : stack.indexOf(error.message) + error.message.length
  const places: string[] = []
  for (const frame of stack.slice(from).split('\n')) {
    const place = /^\s+at .*?(\/[^()]*|[A-Za-z]:[^()]*):(\d+):\d+\)?$/.exec(
      frame.replaceAll('\\', '/').replace('file://', ''),
    )
    const [, file = '', line = ''] = place ?? []
    if (file.startsWith(`${PROJECT}/`)) places.push(`${file.slice(PROJECT.length + 1)}:${line}`)
  }
  return places
}
