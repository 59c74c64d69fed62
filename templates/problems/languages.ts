// The languages in which problems can be told. A catalogue is loaded when its language is chosen.
import type { Speaker } from './catalogue.ts'

export type Language = 'en' | 'hi'

interface Spoken {
  /** As those who speak it write it, and whether one of them has read it through. */
  readonly name: string
  /** In the order in which they are asked: the last one, English, has words for everything. */
  readonly load: () => Promise<readonly Speaker[]>
}

async function english(): Promise<Speaker> {
  const { speakerOf } = await import(/* webpackChunkName: "english" */ './catalogue.ts')
  const { ENGLISH } = await import(/* webpackChunkName: "english" */ './english.ts')
  return speakerOf(ENGLISH)
}

async function hindi(): Promise<Speaker> {
  const { speakerOf } = await import(/* webpackChunkName: "english" */ './catalogue.ts')
  const { HINDI } = await import(/* webpackChunkName: "hindi" */ './hindi.ts')
  return speakerOf(HINDI)
}

export const LANGUAGES: Readonly<Record<Language, Spoken>> = {
  en: { name: 'English', load: async () => [await english()] },
  hi: { name: 'हिन्दी (unreviewed)', load: () => Promise.all([hindi(), english()]) },
}

export const isLanguage = (text: string | null): text is Language =>
  text !== null && Object.hasOwn(LANGUAGES, text)
