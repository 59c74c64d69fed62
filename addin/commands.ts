// The ribbon's own buttons and Excel's keyboard shortcuts. They share the pane's page, so they do what its buttons do.
import { walk } from './views/check/walk.ts'
import { go } from './views/go.ts'

/** A shortcut comes without an event. */
type Event = Office.AddinCommands.Event | null | undefined

/** The names are those of the manifest and of assets/shortcuts.json. */
export function registerCommands(): void {
  Office.actions.associate('checkNow', (event: Event) =>
    run(event, async () => {
      await Office.addin.showAsTaskpane()
      go('check')
      const { checkWorkbook } = await import('./views/check/check-acts.ts')
      await checkWorkbook()
    }),
  )
  Office.actions.associate('nextProblem', (event: Event) => run(event, () => walk(1)))
  Office.actions.associate('previousProblem', (event: Event) => run(event, () => walk(-1)))
}

/** Excel shows a command as running until it is told of the end, however it ends. */
async function run(event: Event, command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } finally {
    event?.completed?.()
  }
}
