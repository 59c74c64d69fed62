// Which facts a problem's sentence asks for and the problem does not give.
import { sentence } from '../../../templates/problems/english.ts'
import type { Facts, Problem } from '../../../templates/problems/problem.ts'

export function missingFacts({ code, facts }: Pick<Problem, 'code' | 'facts'>): string[] {
  const missing: string[] = []
  const watched: Facts = new Proxy(facts, {
    get(given, name) {
      if (typeof name === 'string' && !(name in given)) missing.push(name)
      return Reflect.get(given, name)
    },
  })
  sentence({ code, severity: 'error', source: 'check', cells: [], facts: watched })
  return missing
}
