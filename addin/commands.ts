// The ribbon's own buttons. They share the pane's page, so they do what the pane's buttons do.
import { checkWorkbook } from './views/check/check-acts.ts'
import { walk } from './views/check/walk.ts'
import { go } from './views/go.ts'

/** The names are those of the manifest. */
export function registerCommands(): void {
  Office.actions.associate('checkNow', (event: Office.AddinCommands.Event) =>
    run(event, async () => {
      await Office.addin.showAsTaskpane()
      go('check')
      await checkWorkbook()
    }),
  )
  Office.actions.associate('nextProblem', (event: Office.AddinCommands.Event) =>
    run(event, () => walk(1)),
  )
}

/** Excel shows a command as running until it is told of the end, however it ends. */
async function run(event: Office.AddinCommands.Event, command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } finally {
    event.completed()
  }
}
