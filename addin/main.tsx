// The pane's start: theme, clock, drawing, keys; then Excel and the agent.
import { render } from 'preact'
import { refuse } from '../templates/problems/problem.ts'
import { registerCommands } from './commands.ts'
import { onExcelWaits } from './excel/in-excel.ts'
import { followTheme } from './ui/theme.ts'
import { keepFocus } from './ui/keep-focus.ts'
import { keepTab } from './ui/tab-order.ts'
import { refused } from './views/act.ts'
import { walkWithKeys } from './views/check/walk.ts'
import { countsDown } from './views/file/otp-wait.ts'
import { bringAhead } from './views/later.tsx'
import { Pane } from './views/pane.tsx'
import { start } from './views/start/start-acts.ts'
import { change, onChange, pane, type PaneState } from './views/state.ts'

const SECOND = 1_000

const root = document.getElementById('pane')
if (root === null) throw new Error('taskpane.html has no element with the id "pane"')

/** The state as of this moment: what counts down is right from its first picture on. */
const current = (): PaneState => ({ ...pane(), now: Date.now() })
const draw = (): void => keepFocus(root, () => render(<Pane state={current()} />, root))

onChange(draw)
draw()
setInterval(() => (pane().return?.work !== undefined || countsDown(current())) && draw(), SECOND)
setInterval(draw, 30 * SECOND)
followTheme(document.documentElement)
window.addEventListener('focus', () => followTheme(document.documentElement))
window.addEventListener('keydown', walkWithKeys)
window.addEventListener('keydown', keepTab, { capture: true })
window.addEventListener('unhandledrejection', ({ reason }) => {
  if (reason instanceof Error && reason.name === 'ChunkLoadError') change({ partMissing: true })
  else refused(refuse('pane-fault', { message: String(reason) }).problem)
})

onExcelWaits((excelWaits) => change({ excelWaits }))

// Office's script stands after this one, so that the first picture does not wait for it; this event comes after both.
document.addEventListener('DOMContentLoaded', () => void begin())

async function begin(): Promise<void> {
  if (await isInExcel()) {
    const started = start()
    registerCommands(started)
    followTheme(document.documentElement)
    await started
  } else {
    change({ place: 'outside-excel' })
  }
  whenIdle(() => void bringAhead())
}

/** Not every browser under Excel has `requestIdleCallback`: Safari's has not. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work)
  else setTimeout(work, SECOND)
}

/** False in a plain browser, and where Office's own script did not load. */
async function isInExcel(): Promise<boolean> {
  if (typeof Office === 'undefined') return false
  const { host } = await Office.onReady()
  return host === Office.HostType.Excel
}
