// From the opened pane to the first step, where Excel or the agent refuses on the way: real acts and office.js.
import { expect, onTestFinished, test, vi } from 'vitest'
import { arrive, start } from '../../../addin/views/start/start-acts.ts'
import { BEFORE_START, change, pane } from '../../../addin/views/state.ts'
import { done } from '../../../templates/problems/problem.ts'
import { loadWords } from '../../../addin/words.ts'
import { agentAtHand } from '../agent-at-hand.ts'
import { openWorkbook, sheetOf } from '../office.ts'

test('what Excel refuses after the agent answered is told as such, and can be tried again', async () => {
  let refusing = true
  openWorkbook([sheetOf('Data', [])], {
    beforeBatch: () => (refusing ? 'GeneralException' : undefined),
  })
  agentAtHand({
    about: () => done({ version: '1', environment: 'practice', hasKeys: true, taxpayers: [] }),
  })
  await loadWords()
  change({ ...BEFORE_START, place: 'pair' })
  await arrive()
  expect(pane()).toMatchObject({
    place: 'starting',
    about: { environment: 'practice' },
    refused: { code: 'excel-unknown' },
  })
  refusing = false
  await arrive()
  expect(pane()).toMatchObject({ place: 'connect', refused: undefined })
})

test('whether Excel keeps its undo list is asked at the start', async () => {
  openWorkbook([sheetOf('Data', [])])
  agentAtHand({})
  change(BEFORE_START)
  const asked = vi.spyOn(Office.context.requirements, 'isSetSupported').mockReturnValue(true)
  onTestFinished(() => asked.mockRestore())
  await start()
  expect(pane().keepsUndo).toBe(true)
})
