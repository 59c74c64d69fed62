// What a newcomer meets: the first screen, what a real return needs, and a portal that lets nobody in.
import type { Rehearsal } from '../../test/e2e/rehearsal.ts'
import type { Album } from './album.ts'

export async function firstMinute(job: Rehearsal, album: Album): Promise<void> {
  await job.says('File GSTR-1 from this workbook')
  await album.picture(job, 'welcome')
  await job.press('Begin')
  await job.pane.getByText('For a first real return').click()
  await job.says('Sandbox key and secret (not needed in practice)')
  await album.picture(job, 'checklist')
  await job.pane.getByLabel('GSTIN', { exact: true }).fill('29AAHFN5678A1Z2')
  await job.pane.getByLabel('User name on the GST portal').fill('no.access')
  await job.press('Keep and go on')
  await job.press('Ask for OTP')
  await job.says('Enable API Request: Yes')
  await album.picture(job, 'no-access')
}
