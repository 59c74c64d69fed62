// Definitions with one part missing or one word changed: whatever a definition says, some test must miss it.
import { text } from '../../../../templates/columns/text.ts'

/** Words a definition must choose among; each is put in the place of the others. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  need: ['required', 'header', 'optional', 'blank'],
  level: ['party', 'document', 'line'],
  rows: ['lines', 'add', 'stop'],
  repeat: ['stop', 'add'],
  severity: ['error', 'warning', 'note'],
  how: ['distinct', 'sum', 'once'],
}

/** Parts that change nothing a user is told: where a rule comes from, and how wide a column is drawn. */
const SILENT = new Set(['source', 'width'])

/** One part of a definition (`columns.ctin.role`), and the definition without it. */
export interface Mutant<T> {
  readonly part: string
  readonly without: T
}

/** Every definition that differs from this one in one part. */
export function* mutantsOf<T>(whole: T): Generator<Mutant<T>> {
  for (const { part, without } of changed(whole))
    yield { part: part.slice(1), without: without as T }
}

function* changed(value: unknown): Generator<Mutant<unknown>> {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      const name = `.${nameOf(item, i)}`
      yield { part: name, without: value.toSpliced(i, 1) }
      for (const { part, without } of changed(item)) {
        yield { part: name + part, without: value.with(i, without) }
      }
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      // What is never sent hangs nowhere in the tree.
      if (name === 'level' && 'sheetOnly' in value) continue
      for (const { part, without } of changesOf(name, item)) {
        const others = Object.entries(value).filter(([other]) => other !== name)
        const kept = without === undefined ? others : [...others, [name, without] as const]
        yield { part: `.${name}${part}`, without: Object.fromEntries(kept) }
      }
    }
  }
}

/** What may stand in the place of a member; undefined where it is left out. */
function* changesOf(name: string, item: unknown): Generator<Mutant<unknown>> {
  if (SILENT.has(name)) return
  if (name === 'kind') {
    // A kind has tests of its own; here any text will do, which is no kind at all.
    if (item !== text) yield { part: ' any text', without: text }
    return
  }
  const words = WORDS[name]
  if (typeof item === 'string' && words !== undefined) {
    for (const word of words) if (word !== item) yield { part: ` ${word}`, without: word }
    return
  }
  yield { part: '', without: undefined }
  yield* changed(item)
}

function nameOf(item: unknown, i: number): string {
  if (typeof item !== 'object' || item === null) return String(item)
  if ('name' in item) return String(item.name)
  if ('code' in item) return String(item.code)
  if ('column' in item) return String(item.column)
  return String(i)
}
