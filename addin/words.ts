// Problems in words, in the language that was chosen for them. A catalogue weighs more than a view: it comes after the
// pane's first picture, and is awaited by what cannot do without (`later.tsx`).
import type { CauseSentence, Sentence, Speaker } from '../templates/problems/catalogue.ts'
import { isLanguage, LANGUAGES, type Language } from '../templates/problems/languages.ts'
import type { Problem } from '../templates/problems/problem.ts'
import { keep, kept } from './kept.ts'

/** Asked in this order; empty until they have come. */
let speakers: readonly Speaker[] = []

export const hasWords = (): boolean => speakers.length > 0

export function language(): Language {
  const chosen = kept('language')
  return isLanguage(chosen) ? chosen : 'en'
}

/** Rejects where the catalogue cannot be loaded. */
export async function loadWords(): Promise<void> {
  speakers = await LANGUAGES[language()].load()
}

/** From now on, and when the pane is opened again. Rejects, and changes nothing, where the catalogue cannot be loaded. */
export async function speak(chosen: Language): Promise<void> {
  speakers = await LANGUAGES[chosen].load()
  keep('language', chosen)
}

/** With the language of these very words: where the chosen one has none yet, they are English. */
export interface Told extends Sentence {
  readonly lang: string
}

export function sentence(problem: Problem): Told {
  for (const speaker of asked()) {
    const words = speaker.sentence(problem)
    if (words !== undefined) return { ...words, lang: speaker.language }
  }
  const { code, facts } = problem
  const remedy = 'Please tell us about it.'
  return { title: code, what: JSON.stringify(facts), remedy, lang: 'en-IN' }
}

/** What problems of one cause have in common. */
export function causeSentence(problem: Problem): CauseSentence & Pick<Told, 'lang'> {
  for (const speaker of asked()) {
    const words = speaker.cause(problem)
    if (words !== undefined) return { ...words, lang: speaker.language }
  }
  return { title: problem.code, remedy: undefined, lang: 'en-IN' }
}

/** What a step of the agent's work is called while it runs. */
export function stepWords(step: string): { text: string; lang: string } {
  for (const speaker of asked()) {
    const text = speaker.step(step)
    if (text !== undefined) return { text, lang: speaker.language }
  }
  return { text: step, lang: 'en-IN' }
}

function asked(): readonly Speaker[] {
  if (!hasWords()) throw new Error('the words were asked for before they were loaded')
  return speakers
}
