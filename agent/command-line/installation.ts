// `gstr1 connect` and `go-live`: what is settled once for an installation.
import { join } from 'node:path'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import { openDataFolder } from '../data-folder.ts'
import { openDatabase } from '../store/database.ts'
import { createSettings, type Settings } from '../store/settings.ts'
import { openVault } from '../vault/vault.ts'
import { atDesk, type Run } from './at-desk.ts'
import { said, type Program } from './program.ts'

const GO_LIVE = 'LIVE'

/** Key and secret come as two lines on standard input: never as arguments, which other users can see. */
export const runConnect: Run = async (call) => {
  const { environment, lines, interrupted } = call.program
  if (environment === 'practice') return refuse('environment-wrong', { found: environment })
  const key = await lines.next('Key:')
  const secret = await lines.next('Secret:')
  if (interrupted.aborted) return refuse('interrupted')
  if (key === undefined || key === '' || secret === undefined || secret === '') {
    return refuse('keys-not-typed')
  }
  return atDesk(
    call,
    async (desk) => {
      const about = await desk.ask('setKeys', { key, secret })
      return about.ok ? said(about.value, [`Stored for ${environment}.`]) : about
    },
    { beforeGoLive: true },
  )
}

export const runGoLive: Run = async ({ program }) => {
  program.output.notes(
    'From now on "gstr1 start --environment live" files real returns. This program has never yet been used on the\n' +
      `live portal; compare every figure with gst.gov.in before you sign. Type ${GO_LIVE} to go on:`,
  )
  const typed = await program.lines.next('')
  if (program.interrupted.aborted) return refuse('interrupted')
  if (typed !== GO_LIVE) return refuse('word-not-typed', { word: GO_LIVE })
  const switched = await withSettings(program, (settings) =>
    settings.switchOn('live', program.now()),
  )
  return switched.ok
    ? said({ live: true }, ['Live is switched on for this installation.'])
    : switched
}

/** The installation's settings without the rest of the engine. */
export async function withSettings<T>(
  { dataFolder, randomBytes }: Program,
  act: (settings: Settings) => Promise<T>,
): Promise<Result<T>> {
  const folder = openDataFolder(dataFolder)
  if (!folder.ok) return folder
  try {
    const vault = openVault(dataFolder, randomBytes)
    if (!vault.ok) return vault
    const database = await openDatabase(join(dataFolder, 'journal.sqlite'))
    if (!database.ok) return database
    const value = await act(createSettings(database.value, vault.value))
    await database.value.destroy()
    return done(value)
  } finally {
    folder.value.close()
  }
}
