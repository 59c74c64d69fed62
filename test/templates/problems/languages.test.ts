// Every language tells the same problems with the same facts; what it does not tell yet is named.
import { describe, expect, test } from 'vitest'
import { sentenceFrom, speakerOf } from '../../../templates/problems/catalogue.ts'
import { ENGLISH } from '../../../templates/problems/english.ts'
import { HINDI, NOT_YET } from '../../../templates/problems/hindi.ts'
import { LANGUAGES, isLanguage } from '../../../templates/problems/languages.ts'
import type { Problem } from '../../../templates/problems/problem.ts'

/** `{found}`, `{date%}`, `{value₹}`: each name with the way it is written, in order of the alphabet. */
const facts = (texts: readonly string[]): string[] =>
  [...new Set(texts.join(' ').match(/\{\w+[₹%]?\}/g) ?? [])].toSorted()

const portal = (operation: string, code: string): Problem => ({
  code: 'portal',
  severity: 'error',
  source: 'portal',
  cells: [],
  facts: { operation, code, message: 'GSTIN is not fit' },
})

test('Hindi has every sentence that English has, but for those it names', () => {
  const told = [...Object.keys(HINDI.sentences), ...NOT_YET].toSorted()
  expect(told).toEqual(Object.keys(ENGLISH.sentences).toSorted())
})

describe.each(Object.entries(HINDI.sentences))('%s', (code, texts) => {
  test('has the facts of the English sentence, and no other', () => {
    expect(facts(texts)).toEqual(facts(ENGLISH.sentences[code] ?? []))
  })

  test('is in Hindi, and ends with what to do', () => {
    const [title, , remedy] = texts
    expect(title).toMatch(/\p{Script=Devanagari}/u)
    expect(remedy).toMatch(/\p{Script=Devanagari}.*।$/u)
  })
})

test('every step of work is told in Hindi', () => {
  expect(Object.keys(HINDI.steps)).toEqual(Object.keys(ENGLISH.steps))
})

test('what is told of the portal’s codes belongs to a meaning that English has', () => {
  expect(Object.keys(ENGLISH.portal.known)).toEqual(
    expect.arrayContaining(Object.keys(HINDI.portal.known)),
  )
  expect(facts([HINDI.portal.says])).toEqual(facts([ENGLISH.portal.says]))
})

test('a code of the portal without Hindi words is left to English', () => {
  expect(sentenceFrom(HINDI, portal('save', 'RET191113'))?.what).toContain('GSTIN is not fit')
  expect(sentenceFrom(HINDI, portal('proceed', 'RET00003'))).toBeUndefined()
  expect(sentenceFrom(ENGLISH, portal('proceed', 'RET00003'))).toBeDefined()
})

test('a language is asked for by its name, and English stands behind every other', async () => {
  expect(isLanguage('hi')).toBe(true)
  expect(isLanguage('toString')).toBe(false)
  for (const { load } of Object.values(LANGUAGES)) {
    expect((await load()).at(-1)?.language).toBe(speakerOf(ENGLISH).language)
  }
})
