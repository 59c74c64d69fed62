// A user without a mouse: goes from control to control with Tab, from pane to sheet with F6, and always sees where.
import { expect } from 'vitest'
import type { Rehearsal } from './rehearsal.ts'

/** More Tabs than these nobody should need. */
const PATIENCE = 120

export interface Keyboard {
  /** Tabs to the pane's control of this name, forward or back, whichever it takes. */
  reach(name: string | RegExp): Promise<void>
  /** Tabs there and presses Enter. */
  press(name: string | RegExp): Promise<void>
  /** Tabs there and types. */
  type(name: string | RegExp, text: string): Promise<void>
  /** F6 until the keyboard is in the pane, or in the cells. */
  goTo(part: 'pane' | 'cells'): Promise<void>
  /** How often Tab was pressed. */
  readonly tabs: number
}

export function keyboardOf(job: Rehearsal): Keyboard {
  let tabs = 0
  const { page } = job

  const reach = async (name: string | RegExp): Promise<void> => {
    for (let tries = 0; tries < PATIENCE; tries += 1) {
      const focus = await whereIsFocus(job, name)
      if (focus.isThere) return
      await page.keyboard.press(focus.isBehind ? 'Shift+Tab' : 'Tab')
      tabs += 1
      expect(await whatIsUnclear(job)).toBeUndefined()
    }
    throw new Error(`${String(name)} is not reached with ${PATIENCE} Tabs`)
  }
  return {
    reach,
    async press(name) {
      await job.pane.getByRole('button', { name }).first().waitFor()
      await reach(name)
      await page.keyboard.press('Enter')
      // The act begins, and draws.
      await page.waitForTimeout(50)
      expect(await whatIsUnclear(job)).toBeUndefined()
    },
    async type(name, text) {
      await job.pane.getByLabel(name).first().waitFor()
      await reach(name)
      await page.keyboard.type(text)
    },
    async goTo(part) {
      const wanted = part === 'pane' ? 'pane-frame' : 'grid'
      for (let tries = 0; tries < 6; tries += 1) {
        const here = await page.evaluate(() => document.activeElement?.className ?? '')
        if (here.split(' ').includes(wanted)) return
        await page.keyboard.press('F6')
      }
      throw new Error(`F6 does not lead to the ${part}`)
    },
    get tabs() {
      return tabs
    },
  }
}

/** Whether the focus is on the control of this name, or behind it in the pane's order. */
const whereIsFocus = (
  job: Rehearsal,
  name: string | RegExp,
): Promise<{ isThere: boolean; isBehind: boolean }> =>
  job.pane.evaluate(
    ({ source, isExact }) => {
      const pattern = new RegExp(source)
      const nameOf = (element: Element): string => {
        const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
        const label = element.getAttribute('aria-label') ?? labels[0]?.textContent
        return (label ?? element.textContent ?? '').trim()
      }
      const target = [...document.querySelectorAll('button, input, select, summary')].find(
        (element) => (isExact ? nameOf(element) === source : pattern.test(nameOf(element))),
      )
      const focused = document.activeElement
      if (target === undefined || focused === null) return { isThere: false, isBehind: false }
      const order = target.compareDocumentPosition(focused)
      return {
        isThere: target === focused,
        isBehind: (order & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
      }
    },
    typeof name === 'string'
      ? { source: name, isExact: true }
      : { source: name.source, isExact: false },
  )

/** Why a user could not tell where the keyboard is; undefined where it can be seen. */
const whatIsUnclear = (job: Rehearsal): Promise<string | undefined> =>
  job.pane.evaluate(() => {
    const focused = document.activeElement
    if (focused === null || focused === document.body) return 'nothing in the pane has the focus'
    const isPill = focused.matches('.filter input')
    const shown = isPill ? (focused.nextElementSibling ?? focused) : focused
    const { outlineStyle, outlineWidth } = getComputedStyle(shown)
    const { top, bottom } = shown.getBoundingClientRect()
    const name = `${shown.tagName} ${shown.textContent?.slice(0, 40) ?? ''}`
    if (outlineStyle === 'none' || outlineWidth === '0px') return `no outline on ${name}`
    if (bottom <= 0 || top >= innerHeight) return `out of sight: ${name}`
    return undefined
  })
