// A copy of the tree with a bug in it. Packages are linked, and so is what webpack built.
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Edit } from './bugs.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const COPIED = ['agent', 'templates', 'test', 'package.json', 'tsconfig.json', 'vitest.config.ts']
const LINKED = ['node_modules', 'dist', 'assets']

export interface Copy {
  readonly path: string
  remove(): void
}

/** Throws where an edit does not fit exactly once. */
export function copyWith(edits: readonly Edit[]): Copy {
  const path = mkdtempSync(join(tmpdir(), 'gstr1-bug-'))
  for (const name of COPIED) cpSync(join(ROOT, name), join(path, name), { recursive: true })
  for (const name of LINKED) {
    if (existsSync(join(ROOT, name))) symlinkSync(join(ROOT, name), join(path, name), 'junction')
  }
  for (const { file, before, after } of edits) {
    const text = readFileSync(join(path, file), 'utf8')
    const places = text.split(before).length - 1
    if (places !== 1) throw new Error(`${file} has ${places} places for: ${before}`)
    writeFileSync(
      join(path, file),
      text.replace(before, () => after),
    )
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
