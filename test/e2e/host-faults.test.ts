// What a real Excel does to a pane: it is slow, a cell is open just now, it ends in the middle of the work, a sheet is
// protected. The main job goes through with each.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { rehearse, type Rehearsal } from './rehearsal.ts'
import { doSmallJob, openSmallWorkbook, WRONG_PLACE } from './small-job.ts'
import { LOCKED } from '../locked.ts'

let job: Rehearsal
beforeEach(async () => {
  job = await rehearse('human')
})
afterEach(async () => {
  // A pane that ends hangs up on what it was asking.
  const said = job.complaints.filter((complaint) => !complaint.includes('net::ERR_'))
  await job.end()
  expect(said).toEqual([])
})

const isMarked = async (): Promise<boolean> =>
  ((await job.cell(WRONG_PLACE.address).getAttribute('aria-label')) ?? '').includes('marked')

test('every batch takes 300 ms longer', async () => {
  await openSmallWorkbook(job)
  await job.hostFaults({ delay: 300 })
  await doSmallJob(job)
})

test('a cell is open when the check and the plan begin: each is tried again, unasked', async () => {
  await openSmallWorkbook(job)
  const cellOpen = () => job.hostFaults({ cellEdits: 1 })
  await doSmallJob(job, { beforeCheck: cellOpen, beforePlan: cellOpen, whileSaving: cellOpen })
  expect(await job.paneText()).not.toContain('A cell is being edited')
})

test('Excel ends while it is read, and while the portal works: the pane goes on', async () => {
  await openSmallWorkbook(job)
  await job.hostFaults({ delay: 300 })
  await doSmallJob(job, {
    async whileChecking() {
      await job.says(/^(Reading|Working)/)
      await job.restartHost()
      await job.hostFaults({ delay: 0 })
      await job.begin()
      await job.step('Check')
      await job.press('Check the workbook')
    },
    async whileSaving() {
      await job.says('Waiting for the portal’s verdict')
      await job.restartHost()
      expect(await job.ledger.requests('save')).toHaveLength(1)
    },
  })
})

test('the sheet is protected: nothing can be marked, everything else works', async () => {
  await openSmallWorkbook(job, {
    protection: { ...LOCKED, password: true },
    unlocked: ['A5:M100'],
  })
  await doSmallJob(job)
  expect(await isMarked()).toBe(false)
})
