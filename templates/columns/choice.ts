// A cell with one of a few texts, each with its word on the wire.
import { fold, textOf, type Kind } from './kind.ts'

export interface Choice {
  readonly wire: string
  /** As the template's list has it. */
  readonly label: string
  /** What other software and people write. */
  readonly aliases?: readonly string[]
}

/** `code` is the problem for any other text; its facts name what was found and what is allowed. */
export function choice(name: string, choices: readonly Choice[], code: string): Kind {
  const wireOf = new Map<string, string>()
  const labelOf = new Map<string, string>()
  for (const { wire, label, aliases = [] } of choices) {
    labelOf.set(wire, label)
    for (const text of [label, ...aliases]) wireOf.set(fold(text), wire)
  }
  // The wire's words as they are: without its sign, -5 would be the fifth nature of document.
  const word = new Map(choices.map(({ wire }) => [wire.toLowerCase(), wire]))
  const exact = new Map(choices.map(({ wire, label }) => [label, wire]))
  const labels = choices.map(({ label }) => label)
  return {
    name,
    read(cell, _format, report) {
      const good = typeof cell === 'string' ? exact.get(cell) : undefined
      if (good !== undefined) return good
      const found = textOf(cell)
      const wire = wireOf.get(fold(found)) ?? word.get(found.toLowerCase())
      if (wire === undefined) return report.error(code, { found, allowed: labels.join(', ') })
      return wire
    },
    // Parts of a key are in upper case.
    write: (value) => labelOf.get(word.get(String(value).toLowerCase()) ?? '') ?? String(value),
    toWire: (value) => value,
    fromWire: (json) => (typeof json === 'string' && labelOf.has(json) ? json : undefined),
    numberFormat: '@',
    labels,
  }
}
