// The pictures of one run, numbered as they are taken: the pane at three widths in three looks, and now and then the window.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { LOOKS, setPaneWidth } from '../../test/e2e/looks.ts'
import type { Rehearsal } from '../../test/e2e/rehearsal.ts'

const WIDTHS = [320, 350, 500]
/** Of the window: wide enough for the sheet, and as high as the pane's content, within reason. */
const WINDOW = { width: 1366, usual: 768, highest: 2_600 }

export interface Album {
  /** The pane as it stands, nine times. */
  picture(job: Rehearsal, name: string): Promise<void>
  /** Sheet and pane together, with what the pane's heading `from` begins in sight. */
  widePicture(job: Rehearsal, name: string, from: string): Promise<void>
  /** `29 states, 261 pictures` */
  readonly size: string
}

export function openAlbum(folder: string, wide: string | undefined): Album {
  for (const path of [folder, wide]) if (path !== undefined) mkdirSync(path, { recursive: true })
  let states = 0
  return {
    async picture(job, name) {
      states += 1
      const { page } = job
      const before = await setPaneWidth(page, `${WIDTHS[0]}px`)
      for (const width of WIDTHS) {
        await setPaneWidth(page, `${width}px`)
        const content = await job.pane.evaluate(() => document.documentElement.scrollHeight)
        const height = Math.min(WINDOW.highest, Math.max(WINDOW.usual, content + 60))
        await page.setViewportSize({ width: WINDOW.width, height })
        for (const [look, media] of Object.entries(LOOKS)) {
          await page.emulateMedia(media)
          const file = `${String(states).padStart(2, '0')}-${name}-${width}-${look}.png`
          await page.locator('iframe').screenshot({ path: join(folder, file) })
        }
      }
      await page.emulateMedia({ colorScheme: null, forcedColors: null })
      await page.setViewportSize({ width: WINDOW.width, height: WINDOW.usual })
      await setPaneWidth(page, before)
    },
    async widePicture(job, name, from) {
      if (wide === undefined) return
      const heading = job.pane.getByRole('heading', { name: from }).first()
      await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }))
      await job.page.screenshot({ path: join(wide, `${name}.png`) })
    },
    get size() {
      return `${states} states, ${states * WIDTHS.length * Object.keys(LOOKS).length} pictures`
    },
  }
}

/** The sample taxpayer's return of the sample period, at this step. */
export async function open(job: Rehearsal, step: string): Promise<void> {
  await job.begin()
  await job.step(step)
}

export async function save(job: Rehearsal): Promise<void> {
  await job.press('Show what would change')
  await job.press('Send to the portal')
  await job.says('The portal holds what it confirmed.')
}
