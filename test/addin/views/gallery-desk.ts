// What tests of the views have at hand: the gallery, opened before the tests of a file and closed after them, and eyes on it.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openGallery, type GalleryPage } from './gallery-page.ts'

export let gallery: GalleryPage
export let page: Page

beforeAll(async () => {
  gallery = await openGallery()
  page = gallery.page
}, 60_000)
afterAll(() => gallery.close())

export const show = (name: string) => page.evaluate((shown) => window.gallery.show(shown), name)
export const text = () => page.locator('main').innerText()
export const shows = (wanted: string | RegExp) =>
  page.locator('main').getByText(wanted).first().waitFor()
