import { expect, test } from 'vitest'
import { BUYER, rehearse, type Rehearsal } from './rehearsal.ts'
import { invoice, party } from './rows.ts'

const numbered = (inum: string) => ({ b2b: [party(BUYER, invoice({ inum }))] })

async function saves(at: Rehearsal): Promise<{ body: string | null; bodyHash: string }[]> {
  const events = await at.admin<
    { facts: { call: string; bodyHash: string }; body: string | null }[]
  >('GET', '/events?kind=request')
  return events
    .filter(({ facts }) => facts.call === 'save')
    .map(({ body, facts }) => ({ body, bodyHash: facts.bodyHash }))
}

test('every request is noted for good, but only the latest bodies are kept', () =>
  rehearse(
    async (at) => {
      await at.signIn()
      for (let sent = 0; sent < 5; sent += 1) await at.verdict(numbered(`K/${String(sent)}`))
      const noted = await saves(at)
      expect(noted).toHaveLength(5)
      expect(noted.map(({ body }) => body !== null)).toEqual([false, false, false, true, true])
      expect(new Set(noted.map(({ bodyHash }) => bodyHash)).size).toBe(5)
    },
    { bodiesKept: 2 },
  ))

test('a body is kept until its work is done, however many came after it', () =>
  rehearse(
    async (at) => {
      await at.signIn()
      for (let sent = 0; sent < 4; sent += 1) await at.save(numbered(`K/${String(sent)}`))
      expect((await saves(at)).every(({ body }) => body !== null)).toBe(true)
      at.settle()
      expect((await at.documents()).payload.b2b.flatMap(({ inv }) => inv)).toHaveLength(4)
      await at.verdict(numbered('K/5'))
      expect((await saves(at)).filter(({ body }) => body !== null)).toHaveLength(1)
    },
    { bodiesKept: 1 },
  ))

test('all bodies are kept for those who ask', () =>
  rehearse(
    async (at) => {
      await at.signIn()
      for (let sent = 0; sent < 5; sent += 1) await at.verdict(numbered(`K/${String(sent)}`))
      expect((await saves(at)).every(({ body }) => body !== null)).toBe(true)
    },
    { bodiesKept: Infinity },
  ))
