// How a refusal found deep inside a stream becomes the caller's Result. Never leaves this folder.
import { done, refuse, type Facts, type Result } from '../../templates/problems/problem.ts'

/** Thrown inside, turned into a problem by `refusable`. */
export class Refusal extends Error {
  readonly code: string
  readonly facts: Facts

  constructor(code: string, facts: Facts = {}) {
    super(code)
    this.code = code
    this.facts = facts
  }
}

/** Runs `work`; a `Refusal` comes back as a problem whose facts name the file. */
export async function refusable<T>(file: string, work: () => Promise<T>): Promise<Result<T>> {
  try {
    return done(await work())
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.code, { file, ...error.facts })
    throw error
  }
}
