// The walls of the house hold: each lint rule refuses an import that breaks it, and lets a lawful one pass.
import { join } from 'node:path'
import { ESLint } from 'eslint'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const eslint = new ESLint({ cwd: root })

/** What the linter says of a file there with just this import. */
async function said(file: string, line: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${line}\n`, { filePath: join(root, file) })
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId === '@typescript-eslint/no-restricted-imports')
    .map(({ message }) => message)
}

const value = (from: string): string => `export { thing } from '${from}'`
const type = (from: string): string => `export type { Thing } from '${from}'`

test.each([
  ['templates/tables/b2b.ts', value('../../agent/log.ts')],
  ['templates/tables/b2b.ts', type('../../agent/http/contract.ts')],
  ['templates/tables/b2b.ts', value('../../addin/agent.ts')],
  ['templates/reading/read.ts', value('node:fs')],
  ['templates/reading/read.ts', value('hono')],
  ['templates/reading/read.ts', value('kysely')],
  ['templates/reading/read.ts', value('zod')],
  ['templates/reading/read.ts', value('exceljs')],
  ['templates/workbook.ts', value('node:fs')],
  ['agent/filing/save.ts', value('../../addin/agent.ts')],
  ['agent/filing/save.ts', type('../../addin/agent.ts')],
  ['agent/portal/practice/save.ts', value('../../../templates/tables/b2b.ts')],
  ['agent/portal/practice/save.ts', type('../../../templates/tables/table.ts')],
  ['agent/portal/practice/save.ts', value('../../../templates/columns/gstin.ts')],
  ['agent/portal/practice/save.ts', value('../../../templates/rules/same-number.ts')],
  ['agent/portal/practice/save.ts', value('../../../templates/lists/states.ts')],
  ['agent/portal/practice/save.ts', value('../../../templates/reading/read.ts')],
  ['agent/portal/practice/save.ts', value('../../../templates/payload/b2b.ts')],
  ['agent/portal/practice/save.ts', value('../../filing/save.ts')],
  ['agent/portal/practice/save.ts', value('../sandbox/client.ts')],
  ['agent/portal/practice/validation/b2b.ts', value('../../sandbox/client.ts')],
  ['agent/portal/practice/save.ts', value('../../../addin/agent.ts')],
  ['addin/agent.ts', value('../agent/http/contract.ts')],
  ['addin/agent.ts', value('node:fs')],
  ['addin/agent.ts', value('hono')],
  ['addin/agent.ts', value('kysely')],
  ['addin/agent.ts', value('exceljs')],
  ['addin/views/pane.tsx', value('../preview/host/model.ts')],
  ['addin/views/pane.tsx', type('../preview/host/model.ts')],
  ['addin/views/pane.tsx', value('../../agent/http/contract.ts')],
  ['addin/views/pane.tsx', value('node:fs')],
  ['addin/views/pane.tsx', value('../../templates/problems/english.ts')],
  ['addin/views/pane.tsx', value('../../templates/problems/hindi.ts')],
  ['addin/ui/button.tsx', value('../preview/host/model.ts')],
  ['addin/excel/marks.ts', value('../preview/host/model.ts')],
  ['addin/excel/marks.ts', value('../../agent/log.ts')],
])('%s may not say: %s', async (file, line) => {
  expect(await said(file, line)).toHaveLength(1)
})

test.each([
  ['templates/tables/b2b.ts', value('../lists/states.ts')],
  ['templates/workbook.ts', value('exceljs')],
  ['agent/filing/save.ts', value('../../templates/tables/b2b.ts')],
  ['agent/portal/practice/save.ts', type('../../../templates/wire/answers.ts')],
  ['addin/agent.ts', type('../agent/http/contract.ts')],
  ['addin/views/pane.tsx', value('../excel/marks.ts')],
  ['addin/views/pane.tsx', value('../words.ts')],
])('%s may say: %s', async (file, line) => {
  expect(await said(file, line)).toEqual([])
})
