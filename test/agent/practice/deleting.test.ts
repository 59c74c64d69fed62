import { describe, expect, test } from 'vitest'
import { BUYER, HOME_BUYER, rehearse } from './rehearsal.ts'
import { invoice, party } from './rows.ts'
import { refusals } from './verdicts.ts'

const good = { b2b: [party(BUYER, invoice())] }

describe('deleting', () => {
  test.each([
    ['the whole row', invoice({ flag: 'D' })],
    ['its number only', { inum: 'kt/0412', flag: 'D' }],
  ])('takes %s', (_, row) =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict(good)
      expect((await at.verdict({ b2b: [party(BUYER, row)] })).status_cd).toBe('P')
      expect((await at.documents()).code).toBe('RET11416')
    }),
  )

  test('of what is not there comes back as RET191124, also under the wrong GSTIN', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict(good)
      const missing = { inum: 'OTHER', flag: 'D' }
      const answer = await at.verdict({
        b2b: [party(BUYER, missing), party(HOME_BUYER, { inum: 'KT/0412', flag: 'D' })],
      })
      expect(refusals(answer)).toEqual([
        ['RET191124', ['OTHER']],
        ['RET191124', ['KT/0412']],
      ])
      expect((await at.documents()).payload.b2b).toHaveLength(1)
    }))

  test('frees nothing for a number in the same request', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict(good)
      const answer = await at.verdict({
        b2b: [party(BUYER, invoice({ flag: 'D' })), party(HOME_BUYER, invoice())],
      })
      expect(refusals(answer).flatMap(([code]) => code)).toContain('RET191190')
    }))
})

describe('a portal that is strict about duplicates', () => {
  test('refuses a number it has, with RET191190', () =>
    rehearse(
      async (at) => {
        await at.signIn()
        expect((await at.verdict(good)).status_cd).toBe('P')
        expect(refusals(await at.verdict(good))).toEqual([['RET191190', ['KT/0412']]])
      },
      { saves: 'strict' },
    ))
})
