// What Excel would forget is said before it does: which Excel is asked for, and where it is told.
import { expect, onTestFinished, test, vi } from 'vitest'
import { keepsUndo } from '../../../addin/excel/keeps-undo.ts'
import { show, text } from './gallery-desk.ts'

const WARNING = 'Your Excel empties its undo list when'

test('an Excel keeps undo over add-ins where it claims the set for that, whatever its ExcelApi', () => {
  const claiming = (name: string) =>
    vi.stubGlobal('Office', {
      context: { requirements: { isSetSupported: (asked: string) => asked === name } },
    })
  onTestFinished(() => void vi.unstubAllGlobals())
  claiming('ExcelApi')
  expect(keepsUndo()).toBe(false)
  claiming('ExcelUndoApiAll')
  expect(keepsUndo()).toBe(true)
})

test('beside Check, where Excel forgets it by marking', async () => {
  await show('check-before')
  expect(await text()).toContain(`${WARNING} cells are marked`)
})

test('before an unprotected copy is made, in every Excel', async () => {
  await show('check-protected-undo-kept')
  expect(await text()).toContain(`${WARNING} a copy is made`)
  expect(await text()).not.toContain('cells are marked')
})
