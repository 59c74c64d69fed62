// Every view in every state: readable for all, within 320 pixels, in light, dark and forced colours.
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LOOKS, violations } from '../../e2e/looks.ts'
import { openGallery, type GalleryPage } from './gallery-page.ts'
import { ALL_STATES } from './gallery-all-states.ts'

const SHOTS = resolve(import.meta.dirname, '../../.shots')

let gallery: GalleryPage
const complaints: string[] = []

beforeAll(async () => {
  gallery = await openGallery()
  gallery.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  gallery.page.on('pageerror', (error) => complaints.push(String(error)))
  await mkdir(SHOTS, { recursive: true })
}, 60_000)

afterAll(() => gallery.close())

describe.each(Object.keys(ALL_STATES))('%s', (name) => {
  test.each(Object.keys(LOOKS) as (keyof typeof LOOKS)[])(
    '%s: nothing for axe, nothing cut off',
    async (look) => {
      const { page } = gallery
      await page.emulateMedia(LOOKS[look])
      await page.setViewportSize({ width: 320, height: 700 })
      await page.evaluate((shown) => window.gallery.show(shown), name)

      for (const width of process.env['SHOTS'] === undefined ? [] : [320, 350]) {
        await page.setViewportSize({ width, height: 700 })
        await page.screenshot({
          path: join(SHOTS, `${name}-${look}-${width}.png`),
          fullPage: true,
        })
      }

      // What is folded away is judged too.
      await page.setViewportSize({ width: 320, height: 700 })
      const folded = await page.evaluate(() => {
        const closed = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')]
        for (const details of closed) details.open = true
        return closed.length
      })
      if (process.env['SHOTS'] !== undefined && folded > 0) {
        await page.screenshot({ path: join(SHOTS, `${name}-${look}-open.png`), fullPage: true })
      }

      expect(await violations(page)).toEqual([])

      const cutOff = await page.evaluate(() =>
        [...document.querySelectorAll('body *:not(.unseen)')]
          .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
          .map((element) => element.outerHTML.slice(0, 120)),
      )
      expect(cutOff).toEqual([])
    },
  )
})

test('nothing was blocked by the agent’s content security policy, and nothing failed', () => {
  expect(complaints).toEqual([])
})
