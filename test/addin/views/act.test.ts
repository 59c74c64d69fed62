// How acts run: what they say is heard each time, also when it is the same.
import { expect, test } from 'vitest'
import { act, say } from '../../../addin/views/act.ts'
import { BEFORE_START, change, onChange, pane } from '../../../addin/views/state.ts'

test('the same words after the same act are said anew', async () => {
  change(BEFORE_START)
  const heard: string[] = []
  onChange(() => {
    const { said } = pane()
    if (said !== heard.at(-1)) heard.push(said)
  })
  const check = () => act('check', () => Promise.resolve(say('Check done: 3 problems.')))
  await check()
  await check()
  expect(heard.filter((said) => said !== '')).toHaveLength(2)
})
