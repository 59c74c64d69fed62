// What the user reads and presses about edits, several problems on a cell, the status column and our traces.
import { expect, test } from 'vitest'
import { page, show, text } from './gallery-desk.ts'

const button = (name: string) => page.getByRole('button', { name, exact: true })

test('what was mended and found since the check is counted, and what waits is told', async () => {
  await show('walk-edited')
  expect(await text()).toContain('Edited since the check')
  expect(await text()).toContain('b2b,sez,de: 2 mended, 1 new problem.')
  expect(await text()).toContain('follow when you check again')
})

test('after a large paste a check is asked for', async () => {
  await show('walk-pasted')
  expect(await text()).toContain(
    'Edited since the check\n\nNot followed in b2b,sez,de: check again.',
  )
})

test('with everything mended the next check comes before the save', async () => {
  await show('walk-all-mended')
  expect(await text()).toContain('Every problem found is mended')
  expect(await button('Go on to Save').count()).toBe(0)
})

test('several problems of one cell are counted, and each can be reached by keyboard', async () => {
  await show('walk-several-on-cell')
  expect(await text()).toContain('Problem 1 of 2 on this cell')
  await button('Next on this cell').focus()
  await page.keyboard.press('Enter')
  await expect.poll(text).toContain('Problem 2 of 2 on this cell')
})

test('removing everything is asked twice, and can be called off', async () => {
  await show('status-on')
  await page.getByText('This workbook', { exact: true }).click()
  await button('Remove everything this add-in left here').click()
  await expect.poll(text).toContain('Your own cells, formats and comments stay as they are')
  await button('Keep it').click()
  await expect.poll(() => button('Remove it all').count()).toBe(0)
})

test('the switch says what the column is for, and warns of the undo list', async () => {
  await show('status-off')
  await page.getByText('This workbook', { exact: true }).click()
  await button('Add the status column').waitFor()
  expect(await text()).toContain('It is never sent')
  expect(await text()).toContain('Your Excel empties its undo list')
  await show('status-protected')
  await page.getByText('This workbook', { exact: true }).click()
  await expect.poll(text).toContain('b2b,sez,de; cdnr')
})
