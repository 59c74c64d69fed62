// `gstr1 trust`, `untrust` and `doctor`: the commands about this computer.
import { homedir } from 'node:os'
import { join } from 'node:path'
import { runDoctor as examine } from '../doctor.ts'
import { runStep, runTrust as changeTrust } from '../trust.ts'
import { said, type Call } from './program.ts'

const trusting =
  (action: 'trust' | 'untrust') =>
  async ({ program }: Call) => {
    const code = await changeTrust({
      action,
      dataFolder: program.dataFolder,
      url: `https://localhost:${program.port}`,
      now: program.now(),
      platform: process.platform,
      home: homedir(),
      print: program.output.out,
      run: runStep,
    })
    return said(undefined, [], code)
  }

export const runTrust = trusting('trust')
export const runUntrust = trusting('untrust')

export async function runDoctor({ program, given }: Call) {
  const code = await examine({
    port: program.port,
    dataFolder: program.dataFolder,
    distFolder: join(program.root, 'dist'),
    json: given.json ?? false,
    now: program.now(),
    nodeVersion: process.versions.node,
    platform: process.platform,
    environment: process.env,
    home: homedir(),
    print: program.output.out,
    run: (step) => runStep(step, true),
  })
  return said(undefined, [], code)
}
