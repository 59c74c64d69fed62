// The ribbon's Check, pressed as the very first thing: it opens the pane, and must not be lost while that starts.
import { expect, test } from 'vitest'
import { registerCommands } from '../../../addin/commands.ts'
import { BEFORE_START, change, pane } from '../../../addin/views/state.ts'
import type { Period } from '../../../templates/identifiers.ts'
import { SAMPLE_TAXPAYER } from '../../../templates/sample-company.ts'
import { agentAtHand } from '../agent-at-hand.ts'
import { openWorkbook } from '../office.ts'
import { salesSheet } from '../sales.ts'

/** Presses Check while the pane starts; `opened` is what it finds at its start. */
async function pressed(opened: Parameters<typeof change>[0]): Promise<string[]> {
  openWorkbook([salesSheet(1)])
  const asked = agentAtHand()
  const actions = new Map<string, (event: unknown) => Promise<void>>()
  const associate = (name: string, action: (event: unknown) => Promise<void>) =>
    actions.set(name, action)
  Object.assign(Office, {
    actions: { associate },
    addin: { showAsTaskpane: () => Promise.resolve() },
  })
  change(BEFORE_START)
  let start = (): void => undefined
  registerCommands(new Promise((resolve) => (start = resolve)))
  let completed = 0
  const command = actions.get('checkNow')?.({ completed: () => (completed += 1) })
  change(opened)
  start()
  await command
  expect(completed).toBe(1)
  return asked
}

test('it checks once the return is opened', async () => {
  const asked = await pressed({ taxpayer: SAMPLE_TAXPAYER, period: '042025' as Period })
  expect(asked[0]).toBe('check')
  expect(pane()).toMatchObject({ place: 'check', refused: undefined })
})

test('where no return is chosen yet, it says so', async () => {
  const asked = await pressed({ place: 'connect' })
  expect(asked).toEqual([])
  expect(pane()).toMatchObject({ place: 'connect', refused: { code: 'no-return-chosen' } })
})
