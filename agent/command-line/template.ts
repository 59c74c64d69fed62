// `gstr1 template`: an empty workbook with the sheets of a period.
import { isPeriod } from '../../templates/identifiers.ts'
import { refuse, type Result } from '../../templates/problems/problem.ts'
import { tablesOf } from '../../templates/tables/tables.ts'
import { buildTemplate } from '../../templates/workbook.ts'
import { HELP_SHEET, helpRows } from '../../templates/writing/help-sheet.ts'
import { said, type Call, type Said } from './program.ts'
import { bookNamed, writeOut } from './write-out.ts'

export async function runTemplate({ given }: Call): Promise<Result<Said>> {
  const { period = '', quarterly } = given
  if (!isPeriod(period)) return refuse('period-wrong', { found: period })
  const file = bookNamed(given)
  if (!file.ok) return file
  const tables = tablesOf(period, quarterly ? 'quarterly' : 'monthly')
  const help = { ...HELP_SHEET, place: 'first' as const, rows: helpRows(tables) }
  const written = await writeOut(
    file.value,
    await buildTemplate(tables, period, { texts: [help] }),
    given,
  )
  if (!written.ok) return written
  const sheets = tables.map(({ id, sheets: [sheet = id] }) => sheet)
  return said({ file: file.value, period, sheets }, [
    `Written to ${file.value}: ${sheets.length} sheets (${sheets.join(', ')}).`,
  ])
}
