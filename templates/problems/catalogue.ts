// What a catalogue of sentences is, whatever its language, and how a problem's facts get into one.
import { formatRupees } from '../money.ts'
import { dateWords } from './date-words.ts'
import { portalCode } from './portal-codes.ts'
import type { Facts, Problem } from './problem.ts'

export interface Sentence {
  readonly title: string
  readonly what: string
  readonly remedy: string
}

/** `{name}` is a fact, `{name₹}` a fact in paise, `{name%}` a date as people write it. */
export type Entry = readonly [title: string, what: string, remedy: string]

/** What problems of one cause have in common. */
export interface CauseSentence {
  readonly title: string
  /** What to do about all of them; absent where it differs from cell to cell. */
  readonly remedy: string | undefined
}

export interface Catalogue {
  /** BCP 47, for the `lang` attribute. */
  readonly language: string
  /** By the problem's code. */
  readonly sentences: Readonly<Record<string, Entry>>
  /** Titles for all problems of a code, where its own names a row or what was found there. */
  readonly causes?: Readonly<Record<string, string>>
  /** What every step of a piece of work is called while it runs, by the step's key. */
  readonly steps: Readonly<Record<string, string>>
  readonly portal: {
    /** Around the portal's own text: `{message}`, `{code}`. */
    readonly says: string
    /** For a code that `portal-codes.ts` does not know. */
    readonly unknown: readonly [title: string, remedy: string]
    /** Title and remedy of a known code by its title in `portal-codes.ts`, which is the English one. */
    readonly known: Readonly<Record<string, readonly [title: string, remedy: string]>>
  }
}

/** Answers undefined where the catalogue has no words for it. */
export interface Speaker {
  readonly language: string
  sentence(problem: Problem): Sentence | undefined
  cause(problem: Problem): CauseSentence | undefined
  step(step: string): string | undefined
}

export const speakerOf = (catalogue: Catalogue): Speaker => ({
  language: catalogue.language,
  sentence: (problem) => sentenceFrom(catalogue, problem),
  cause: (problem) => causeFrom(catalogue, problem),
  step: (step) => catalogue.steps[step],
})

/** Undefined where the catalogue has no words for the problem. */
export function sentenceFrom(catalogue: Catalogue, { code, facts }: Problem): Sentence | undefined {
  if (code === 'portal') return portalSentence(catalogue, facts)
  const entry = catalogue.sentences[code]
  if (entry === undefined) return undefined
  const [title, what, remedy] = entry
  return { title: fill(title, facts), what: fill(what, facts), remedy: fill(remedy, facts) }
}

/** The same in the words of one of them, for all of its cause. */
export function causeFrom(catalogue: Catalogue, problem: Problem): CauseSentence | undefined {
  const told = sentenceFrom(catalogue, problem)
  if (told === undefined) return undefined
  const [ownTitle = '', , ownRemedy = ''] = catalogue.sentences[problem.code] ?? []
  const title = catalogue.causes?.[problem.code]
  if (title === undefined && namesItsCell(ownTitle)) return undefined
  return {
    title: title ?? told.title,
    remedy: namesItsCell(ownRemedy) ? undefined : told.remedy,
  }
}

/** A fact that differs from cell to cell; the column is the same for all of a cause. */
const namesItsCell = (text: string): boolean => /\{(?!column\})/.test(text)

function portalSentence({ portal }: Catalogue, facts: Facts): Sentence | undefined {
  const known = portalCode(String(facts.operation ?? ''), String(facts.code ?? ''))
  const words = known === undefined ? portal.unknown : portal.known[known.title]
  if (words === undefined) return undefined
  const [title, remedy] = words
  return { title, what: fill(portal.says, facts), remedy }
}

function fill(text: string, facts: Facts): string {
  return text.replace(/\{(\w+)([₹%]?)\}/g, (_, name: string, as: string) => {
    const fact = facts[name] ?? ''
    if (as === '₹') return formatRupees(Number(fact))
    if (as === '%') return dateWords(String(fact))
    return String(fact)
  })
}
