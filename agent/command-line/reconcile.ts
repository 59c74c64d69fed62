// `gstr1 reconcile`: a workbook against what the portal holds now, document by document.
import type { ReconciledRow, Reconciliation } from '../http/outputs/portal.ts'
import { readBlocks } from '../xlsx/read-blocks.ts'
import { aboutReturn } from './at-desk.ts'
import { EXIT } from './exit.ts'
import { problemLine } from './problem-words.ts'
import { said } from './program.ts'

export const runReconcile = aboutReturn(async ({ words: [file = ''], program }, desk, of) => {
  const { color, notes } = program.output
  const blocks = await readBlocks(file)
  if (!blocks.ok) return blocks
  const pulled = await desk.ask('pull', of)
  if (!pulled.ok) return pulled
  const { documents } = pulled.value
  const waiting = documents.filter(({ state }) => state === 'being-prepared')
  const sections = documents
    .filter(({ state }) => state !== 'being-prepared')
    .map(({ section }) => section)
  const found = await desk.ask('reconcile', { ...of, blocks: blocks.value, sections })
  if (!found.ok) return found
  for (const { name, minutes } of waiting) {
    notes(`${name}: not compared; being prepared, ask again in ${minutes ?? '?'} minutes`)
  }
  for (const { problem } of found.value.notRead) notes(problemLine(problem, color))
  const isSame = found.value.rows.length === 0 && found.value.notRead.length === 0
  const exit = isSame ? EXIT.done : EXIT.problems
  return said(found.value, linesOf(found.value), waiting.length > 0 ? EXIT.unknown : exit)
})

const KINDS: Readonly<Record<ReconciledRow['kind'], string>> = {
  different: 'different',
  'only-here': 'only in the workbook',
  'only-there': 'only on the portal',
  'held-back': 'on the portal; its row in the workbook has a mistake',
}

const linesOf = ({ sections, rows }: Reconciliation): string[] => [
  ...sections.map(
    ({ section, same, ...counts }) =>
      `${section}: ${same} the same, ${counts.different} different, ${counts['only-here']} only in the workbook, ` +
      `${counts['only-there']} only on the portal, ${counts['held-back']} in rows with a mistake`,
  ),
  ...rows.map(({ section, document, kind, columns }) =>
    [
      `${section}: ${document}: ${KINDS[kind]}`,
      ...columns.map(
        ({ column, ours, theirs }) => `${column}: ${ours || '(empty)'} → ${theirs || '(empty)'}`,
      ),
    ].join('; '),
  ),
]
