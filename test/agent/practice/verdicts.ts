// What a verdict says, in short.
import type { StatusAnswer } from '../../../templates/wire/answers.ts'

/** Every code of a verdict, by section; a section that failed with one code has it alone. */
export function codesOf({ error_report: report = {} }: StatusAnswer): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(report).map(([section, part]) => [
      section,
      [part].flat().map((group) => (group as { error_cd: string }).error_cd),
    ]),
  )
}

/** Codes of a verdict's b2b groups with the numbers they concern. */
export function refusals(answer: StatusAnswer): [string, string[]][] {
  const groups = (answer.error_report?.b2b ?? []) as {
    error_cd: string
    inv: { inum: string }[]
  }[]
  return groups.map(({ error_cd, inv }) => [error_cd, inv.map(({ inum }) => inum)])
}
