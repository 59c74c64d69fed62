// A random mix of faults, which its seed repeats.
import { describe, expect, test } from 'vitest'
import { rehearse } from './rehearsal.ts'

describe('a random mix', () => {
  const modes = ['error-before', 'drop-after', 'html-page', 'cut-json']
  const served = async (random: object, calls = 60) =>
    rehearse(async (at) => {
      await at.signIn()
      await at.admin('POST', '/faults', { random })
      for (let asked = 0; asked < calls; asked += 1) await at.track().catch(() => undefined)
      const events = await at.admin<{ facts: { mode: string } }[]>('GET', '/events?kind=fault')
      return events.map(({ facts }) => facts.mode)
    })

  test('is the same for the same seed, and another for another', async () => {
    const random = { rate: 0.4, modes }
    const first = await served({ seed: 7, ...random })
    expect(await served({ seed: 7, ...random })).toEqual(first)
    expect(await served({ seed: 8, ...random })).not.toEqual(first)
    expect(new Set(first)).toEqual(new Set(modes))
  })

  test('comes about as often as its rate, always at 1 and never at 0', async () => {
    const often = await served({ seed: 3, rate: 0.3, modes: ['error-before'] }, 200)
    expect(often.length).toBeGreaterThan(40)
    expect(often.length).toBeLessThan(80)
    expect(await served({ seed: 3, rate: 1, modes }, 20)).toHaveLength(20)
    expect(await served({ seed: 3, rate: 0, modes }, 20)).toEqual([])
  })

  test('keeps to the calls that it is for, and ends when the orders are cleared', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.admin('POST', '/faults', {
        random: { seed: 1, rate: 1, modes: ['error-before'], calls: ['track'] },
      })
      expect((await at.documents()).code).toBe('RET11416')
      expect((await at.track()).code).toBeGreaterThanOrEqual(500)
      await at.admin('DELETE', '/faults')
      expect((await at.track()).code).toBe('RET13510')
    }))

  test('of a rate or a mode that is none is refused', () =>
    rehearse(async (at) => {
      for (const random of [
        { seed: 1, rate: 2 },
        { seed: 1, rate: 1, modes: ['earthquake'] },
      ]) {
        await expect(at.admin('POST', '/faults', { random })).rejects.toThrow()
      }
    }))
})
