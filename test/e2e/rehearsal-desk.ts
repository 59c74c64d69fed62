// The rehearsal that the tests of a file share: opened before them, and closed after them without a complaint of the browser.
import { afterAll, beforeAll, expect } from 'vitest'
import { rehearse, type Rehearsal } from './rehearsal.ts'

export let job: Rehearsal

beforeAll(async () => {
  job = await rehearse('fast')
})
afterAll(async () => {
  expect(job.complaints).toEqual([])
  await job.end()
})
