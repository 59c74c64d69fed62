// A problem as a terminal shows it, and as a script reads it.
import { cellName } from '../../templates/block.ts'
import type { Sentence } from '../../templates/problems/catalogue.ts'
import { sentence } from '../../templates/problems/english.ts'
import { commandRemedy } from '../../templates/problems/command-line.ts'
import type { Problem } from '../../templates/problems/problem.ts'

/** The catalogue's sentence; where its remedy is a button of the pane, the command instead. */
export function spoken(problem: Problem): Sentence {
  const words = sentence(problem)
  return { ...words, remedy: commandRemedy(problem) ?? words.remedy }
}

/** On one line. */
export function inWords(problem: Problem): string {
  const { title, what, remedy } = spoken(problem)
  return [title.endsWith('?') ? title : `${title}.`, what, remedy]
    .filter((part) => part !== '')
    .join(' ')
}

const COLORS = { error: '31', warning: '33', note: '36' } as const

/** The problem with its place and its code, the severity painted where a person looks. */
export function problemLine(problem: Problem, color: boolean): string {
  const { severity, code, facts } = problem
  const head = [
    ...(problem.cells.length > 0 ? [placesOf(problem)] : []),
    severity,
    ...(code === 'portal' ? [String(facts.code)] : []),
  ].join(': ')
  const painted = color ? `\u001b[${COLORS[severity]}m${head}:\u001b[0m` : `${head}:`
  return `${painted} ${inWords(problem)}`
}

const placesOf = ({ cells }: Problem): string =>
  cells
    .map(
      ({ sheet, row, columns }) =>
        `${sheet}!${columns.map((column) => cellName(row, column)).join(',') || row + 1}`,
    )
    .join(' ')
