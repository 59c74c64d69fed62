// Whether the pane, as it stands, is fit for everybody: axe finds nothing and nothing is wider than the narrowest pane,
// in light, dark and forced colours. And what moved on its own while somebody looked at it.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Frame, Page } from 'playwright-core'

export const LOOKS = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
} as const

/** Office shows no pane that is narrower, in pixels. */
export const NARROWEST = 320

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8')

interface Watched {
  axe?: typeof axe
  shifts?: { listening: boolean; readonly seen: Shift[] }
}

/** What moved though nobody had just pressed or typed anything in the pane. */
export interface Shift {
  /** Its weight among the page's layout shifts: area times distance, of the whole pane. */
  readonly value: number
  /** `button.button.primary “Go on to File”, from 354 to 450` */
  readonly moved: readonly string[]
  /** Among it was what must stand still: the pane's header, a view's title, or its primary button. */
  readonly ofFixed: boolean
}

/** What is wrong with the pane's looks, in words; nothing when all is well. The page is left as it was. */
export async function judge(page: Page, pane: Frame): Promise<string[]> {
  const wrong: string[] = []
  await listenToShifts(pane, false)
  const before = await setPaneWidth(page, `${NARROWEST}px`)
  for (const [look, media] of Object.entries(LOOKS)) {
    await page.emulateMedia(media)
    const found = [...(await violations(pane)), ...(await pane.evaluate(tooWide))]
    wrong.push(...found.map((fault) => `${look}: ${fault}`))
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null })
  await setPaneWidth(page, before)
  await listenToShifts(pane, true)
  return wrong
}

/** Gives the width that it had. */
export const setPaneWidth = (page: Page, width: string): Promise<string> =>
  page.locator('.desk .pane').evaluate((element: HTMLElement, wanted) => {
    const { width: had } = element.style
    element.style.width = wanted
    return had
  }, width)

/** What axe finds wrong there, in words. */
export async function violations(
  where: Page | Frame,
  options: axe.RunOptions = {},
): Promise<string[]> {
  if (!(await where.evaluate(() => 'axe' in window))) await where.evaluate(AXE)
  return where.evaluate(async (wanted) => {
    const { axe: checker } = window as unknown as Required<Watched>
    const { violations: found } = await checker.run(document, wanted)
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => `${id}: ${html} ${failureSummary}`),
    )
  }, options)
}

/** Runs in the pane. */
function tooWide(): string[] {
  const root = document.documentElement
  const wide = root.scrollWidth - root.clientWidth
  return wide > 0 ? [`${wide} px wider than the pane`] : []
}

/** From now on what moves by itself is noted; `shifts` tells. */
export const watchShifts = (pane: Frame): Promise<void> =>
  pane.evaluate(() => {
    const FIXED = '.banner, header, nav, h2, .button.primary'
    /** As long as the web counts a movement as the answer to a press, in ms. */
    const RECENT = 500
    const elementOf = ({ node }: LayoutShiftSource) =>
      node instanceof Element ? node : node?.parentElement
    const nameOf = (source: LayoutShiftSource): string => {
      const element = elementOf(source)
      const name = [element?.tagName.toLowerCase(), ...(element?.classList ?? [])].join('.')
      const { previousRect: from, currentRect: to } = source
      return `${name} “${element?.textContent?.slice(0, 40) ?? ''}”, from ${from.y} to ${to.y}`
    }
    const isFixed = (element: Element | null | undefined): boolean =>
      element?.closest(FIXED) != null || element?.querySelector(FIXED) != null
    const watched: Required<Watched>['shifts'] = { listening: true, seen: [] }
    Object.assign(window, { shifts: watched })
    // The browser's own `hadRecentInput` tells only of the top page's.
    let pressed = -Infinity
    const press = (): void => {
      pressed = performance.now()
    }
    for (const type of ['pointerdown', 'keydown']) addEventListener(type, press, { capture: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as LayoutShiftEntry[]) {
        if (entry.startTime - pressed < RECENT || !watched.listening) continue
        watched.seen.push({
          value: entry.value,
          moved: entry.sources.map(nameOf),
          ofFixed: entry.sources.some((source) => isFixed(elementOf(source))),
        })
      }
    }).observe({ type: 'layout-shift' })
  })

export const shifts = (pane: Frame): Promise<readonly Shift[]> =>
  pane.evaluate(() => (window as unknown as Watched).shifts?.seen ?? [])

/** What we move ourselves does not count. Entries come a frame late. */
const listenToShifts = (pane: Frame, listening: boolean): Promise<void> =>
  pane.evaluate(async (listens) => {
    const { shifts: watched } = window as unknown as Watched
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
    if (watched !== undefined) watched.listening = listens
  }, listening)

/** Chromium's own; TypeScript's library does not have them. */
interface LayoutShiftSource {
  readonly node: Node | null
  readonly previousRect: DOMRect
  readonly currentRect: DOMRect
}

interface LayoutShiftEntry {
  readonly value: number
  readonly startTime: number
  readonly sources: readonly LayoutShiftSource[]
}
