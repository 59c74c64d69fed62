// What this project has that its manifest points to: icons, pages and ribbon functions.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PAGES } from '../agent/http/static-files.ts'
import type { Project } from './manifest-rules.ts'

const root = join(import.meta.dirname, '..')

export const manifestFile = join(root, 'manifest.xml')

export const project: Project = {
  iconSize(path) {
    const file = join(root, path)
    if (!path.endsWith('.png') || !existsSync(file)) return undefined
    const bytes = readFileSync(file)
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
    return width === height ? width : undefined
  },
  json(path) {
    const file = join(root, path)
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown) : undefined
  },
  pages: Object.keys(PAGES),
  functions: [
    ...readFileSync(join(root, 'addin/commands.ts'), 'utf8').matchAll(/associate\(\s*'(\w+)'/g),
  ].map(([, name = '']) => name),
}
