// The outcome of a command: to a script one JSON document on standard output, to a person lines; and the exit code.
import type { Result } from '../../templates/problems/problem.ts'
import { exitOfProblem } from './exit.ts'
import { inWords, spoken } from './problem-words.ts'
import type { Output, Said } from './program.ts'

export function tellOutcome(
  outcome: Result<Said> | Extract<Result<never>, { ok: false }>,
  { output, json }: { output: Output; json: boolean },
): number {
  if (!outcome.ok) {
    const { problem } = outcome
    if (json) output.out(asJson({ problem: { ...problem, sentence: spoken(problem) } }))
    else output.notes(inWords(problem))
    return exitOfProblem(problem)
  }
  const { value, lines, exit } = outcome.value
  if (json && value !== undefined) output.out(asJson(value))
  else for (const line of lines) output.out(line)
  return exit
}

const asJson = (value: unknown): string => JSON.stringify(value, undefined, 2)
