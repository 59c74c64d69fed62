// `gstr1 start`: the agent, until it is told to stop.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { refuse } from '../../templates/problems/problem.ts'
import { startAgent } from '../agent.ts'
import { createLog } from '../log.ts'
import { practiceOtps } from '../portal/practice/credentials.ts'
import type { Run } from './at-desk.ts'
import { withSettings } from './installation.ts'
import { said } from './program.ts'

export const runStart: Run = async ({ program, given }) => {
  const { output, root, environment } = program
  if (!existsSync(join(root, 'dist/taskpane.html'))) return refuse('not-built')
  if (environment === 'live') {
    const on = await withSettings(program, (settings) => settings.isOn('live'))
    if (!on.ok) return on
    if (!on.value) return refuse('live-locked')
  }
  const agent = await startAgent({
    environment,
    port: program.port,
    dataFolder: program.dataFolder,
    distFolder: join(root, 'dist'),
    officeFolder: join(root, 'node_modules/@microsoft/office-js/dist'),
    workbooksFolder: join(root, 'templates/workbooks'),
    version: program.version,
    log: createLog({ stream: process.stderr, now: program.now }),
    newId: program.newId,
    randomBytes: program.randomBytes,
    random: program.random,
  })
  if (!agent.ok) return agent
  const { url, pairing, close } = agent.value
  // Before the first line is printed: whoever reads it may already ask to stop.
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })

  const link = () => `${url}/preview#pair=${pairing.newCode().code}`
  output.out(`GSTR-1 for Excel is running at ${url} (${environment}).`)
  if (environment === 'practice') {
    output.out(`Practice: nothing real is filed. Every OTP is ${practiceOtps.login}.`)
  }
  const first = link()
  output.out(`\nOpen this in a browser within two minutes (Excel is not needed):\n  ${first}`)
  output.out(
    'The browser may warn that it does not know the certificate of this computer: go on to localhost,',
  )
  output.out('or stop here (Ctrl+C), run "npm run trust" once, and start again.')
  output.out(
    `\nFor the pane in Excel the code is ${pairing.newCode().code}. Press Enter for new codes, Ctrl+C to stop.`,
  )
  if (given.open) openBrowser(first)

  const lines = createInterface({ input: program.input })
  lines.on('line', () => output.out(`\n${link()}\nCode for Excel: ${pairing.newCode().code}`))
  await stopped
  lines.close()
  await close()
  return said(undefined, [])
}

/** The system's own way to open an address; where there is none, the printed address does. */
function openBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '', url]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', url]
  if (command === undefined) return
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
