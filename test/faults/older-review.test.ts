// Two panes: one still shows an older review when the other has reviewed anew and asked for the OTP. Its user signs, and nothing
// is filed: what they confirmed is not what would be filed.
import { expect, test } from 'vitest'
import { fileWith, prepare, requestEvc, review, save, signIn } from './simulator/acts.ts'
import { randomFrom } from './simulator/random.ts'
import { Rehearsal } from './simulator/rehearsal.ts'
import { openWorld } from './simulator/world.ts'

test('signing an older review files nothing, and the newer one can still be signed', async () => {
  const world = openWorld()
  world.begin(randomFrom(1))
  const rehearsal = new Rehearsal(world, randomFrom(1), 0)
  await rehearsal.start()
  await signIn(rehearsal)
  for (const workbook of [0, 1]) {
    await save(rehearsal, workbook)
    await rehearsal.settled()
    await prepare(rehearsal)
    await rehearsal.settled()
    await review(rehearsal)
    await requestEvc(rehearsal)
  }
  const [older = '', newer = ''] = rehearsal.reviewed
  expect(older).not.toBe(newer)
  await fileWith(rehearsal, older)
  expect(rehearsal.filed()).toBeUndefined()
  await fileWith(rehearsal, newer)
  expect(rehearsal.filed()).toBe('by us')
  await rehearsal.end()
  world.close()
})
