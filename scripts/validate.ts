// npm run validate: is manifest.xml one that Office loads? With `-- --online` Microsoft's service is asked too.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { manifestFaults } from './manifest-rules.ts'
import { manifestFile, project } from './project-for-manifest.ts'

const { values } = parseArgs({ options: { online: { type: 'boolean', default: false } } })

const faults = manifestFaults(readFileSync(manifestFile, 'utf8'), project)
for (const fault of faults) console.error(fault)
if (faults.length === 0) console.log('manifest.xml keeps every rule that can be checked offline.')
process.exitCode = faults.length === 0 ? 0 : 1

if (values.online && faults.length === 0) {
  console.log('Asking Microsoft (the manifest is uploaded to its validation service) …')
  const program = join(import.meta.dirname, '../node_modules/office-addin-manifest/cli.js')
  const asked = spawnSync(process.execPath, [program, 'validate', manifestFile], {
    stdio: 'inherit',
  })
  process.exitCode = asked.status ?? 1
}
