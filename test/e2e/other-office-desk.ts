// The other office that the tests of a file share, on the portal of their rehearsal.
import { afterAll, beforeAll } from 'vitest'
import { openOtherOffice, type OtherOffice } from './other-office.ts'
import { job } from './rehearsal-desk.ts'

export let others: OtherOffice

beforeAll(async () => {
  others = await openOtherOffice(job.practiceUrl)
})
afterAll(() => others.close())
