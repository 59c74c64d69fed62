// The ribbon's own buttons and Excel's keyboard shortcuts. They share the pane's page, so they do what its buttons do.
import { refuse } from '../templates/problems/problem.ts'
import { refused } from './views/act.ts'
import { walk } from './views/check/walk.ts'
import { go } from './views/go.ts'
import { ofReturn, pane } from './views/state.ts'

/** A shortcut comes without an event. */
type Event = Office.AddinCommands.Event | null | undefined

/**
 * The names are those of the manifest and of assets/shortcuts.json. A press may be what opens the pane: a check waits
 * until it has `started`.
 */
export function registerCommands(started: Promise<void>): void {
  Office.actions.associate('checkNow', (event: Event) => run(event, () => checkOnce(started)))
  Office.actions.associate('nextProblem', (event: Event) => run(event, () => walk(1)))
  Office.actions.associate('previousProblem', (event: Event) => run(event, () => walk(-1)))
}

async function checkOnce(started: Promise<void>): Promise<void> {
  await Office.addin.showAsTaskpane()
  await started
  if (ofReturn(pane()) === undefined) return refused(refuse('no-return-chosen').problem)
  go('check')
  const { checkWorkbook } = await import('./views/check/check-acts.ts')
  await checkWorkbook()
}

/** Excel shows a command as running until it is told of the end, however it ends. */
async function run(event: Event, command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } finally {
    event?.completed?.()
  }
}
