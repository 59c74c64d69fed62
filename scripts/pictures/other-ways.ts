// What goes otherwise: nothing to report, protected sheets, no agent.
import { b2bWorkbook } from '../../test/e2e/b2b-workbook.ts'
import type { Rehearsal } from '../../test/e2e/rehearsal.ts'
import { open, type Album } from './album.ts'

export async function otherWays(job: Rehearsal, album: Album): Promise<void> {
  await job.openFile('quiet.xlsx', await b2bWorkbook('quiet.xlsx', []))
  await open(job, 'Check')
  await job.press('Check the workbook')
  await job.says('Nothing to report in these sheets')
  await album.picture(job, 'nothing-to-report')
  await job.step('Save')
  await job.signIn()
  await job.says('First you see what would change')
  await job.step('File')
  await album.picture(job, 'nil-offer')
  await job.pane.getByLabel('To confirm, type NIL').fill('NIL')
  await job.press('Prepare a nil return')
  await job.says('Nil return for October 2026')
  await album.picture(job, 'nil-declared')

  await job.openSample('Protected sample', 'sample-company-protected.xlsx')
  await open(job, 'Check')
  await job.press('Check the workbook')
  await job.says(/(is|are) protected/)
  await album.picture(job, 'protected')

  await job.stopAgent()
  await job.press('Check again')
  await job.says('The agent is not running')
  await album.picture(job, 'agent-stopped')
  await job.restartAgent()

  // The pane comes from the agent: one that is loaded while the agent falls silent.
  await job.page.route('**/api/about', (route) => route.abort())
  await job.restartHost()
  await job.says('Start the sync agent')
  await album.picture(job, 'agent-away')
  await job.page.unroute('**/api/about')
  await job.press('Try again')
  await job.pane.evaluate(() => localStorage.clear())
  await job.restartHost()
  await job.says('Pair with the agent')
  await album.picture(job, 'pairing')
}
