// Since which ExcelApi a member exists, as the documentation in @types/office-js tells: `Range.getSpillParent` → `1.12`.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const CLASS = /^ {4}(?:class|interface) (\w+)/
const MEMBER = /^ {8}(?:readonly )?(\w+)\??[(:<]/
const SET = /\[Api set: ExcelApi (\d+\.\d+)/

export function readApiSets(): ReadonlyMap<string, string> {
  const file = createRequire(import.meta.url).resolve('@types/office-js/index.d.ts')
  const text = readFileSync(file, 'utf8')
  const excel = text.slice(text.indexOf('\ndeclare namespace Excel {'))
  const sets = new Map<string, string>()
  let owner = ''
  let set: string | undefined
  for (const line of excel.slice(0, excel.indexOf('\n}')).split('\n')) {
    owner = CLASS.exec(line)?.[1] ?? owner
    set = SET.exec(line)?.[1] ?? set
    const member = MEMBER.exec(line)?.[1]
    if (member === undefined) continue
    if (set !== undefined && !sets.has(`${owner}.${member}`)) sets.set(`${owner}.${member}`, set)
    set = undefined
  }
  return sets
}
