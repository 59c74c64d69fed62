// manifest.xml is one that Office loads; and each rule that says so can say no.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { manifestFaults } from '../scripts/manifest-rules.ts'
import { manifestFile, project } from '../scripts/project-for-manifest.ts'

const manifest = readFileSync(manifestFile, 'utf8')

test('our manifest breaks no rule', () => {
  expect(manifestFaults(manifest, project)).toEqual([])
})

test.each([
  [{ actions: [{ id: 'fly' }] }, 'Action fly is not associated'],
  [{ actions: [] }, 'A shortcut is for nextProblem, which is no action'],
  [{ shortcuts: [{ action: 'nextProblem', key: { default: 'Shift+N' } }] }, 'Shift+N is no'],
  [{ shortcuts: [] }, 'There is no file of shortcuts'],
])('shortcuts that Excel would refuse: %j', (change, fault) => {
  const ours = project.json('assets/shortcuts.json') as object
  const broken = { ...project, json: () => ({ ...ours, ...change }) }
  expect(manifestFaults(manifest, broken).join('\n')).toContain(fault)
})

test.each<[change: string | RegExp, to: string, fault: string]>([
  ['</OfficeApp>', '', 'not well-formed'],
  [/(<Id>.*<\/Id>)\s*(<Version>.*<\/Version>)/, '$2$1', 'Id stands too late in OfficeApp'],
  ['<Permissions>', '<Extra/><Permissions>', 'Extra does not belong in OfficeApp'],
  [/<Id>5b0f6c3e/, '<Id>5B0F6C3E', 'Id is not a lower-case GUID'],
  ['0.1.0.0', '0.1', 'Version is not'],
  ['ReadWriteDocument', 'ReadDocument', 'Permissions'],
  [/DisplayName DefaultValue="/, `$&${'x'.repeat(125)}`, 'DisplayName is longer than 125'],
  [/Description DefaultValue="/, `$&${'x'.repeat(250)}`, 'Description is longer than 250'],
  [/id="Tab.Label" DefaultValue="/, `$&${'x'.repeat(125)}`, 'Tab.Label is longer than 125'],
  [/id="CheckNow.Text" DefaultValue="/, `$&${'x'.repeat(250)}`, 'CheckNow.Text is longer than 250'],
  [' id="Tab.Label"', ' id="Return.Label"', 'Return.Label is defined more than once'],
  [/Tab\.Label/g, 'Tab.'.padEnd(33, 'x'), 'longer than 32'],
  ['resid="CheckNow.Text"', 'resid="Nothing"', 'Nothing is used but not defined'],
  ['resid="CheckNow.Text"', 'resid="ShowPane.Text"', 'CheckNow.Text is never used'],
  [/https:(\/\/localhost:3443\/assets\/icon-16)/, 'http:$1', 'is not https'],
  [/localhost:3443(\/assets\/icon-16)/, 'cdn.example$1', 'is not on our own origin'],
  ['assets/next-32.png', 'assets/nothing.png', 'There is no PNG assets/nothing.png'],
  ['assets/next-32.png', 'assets/next-16.png', 'Next.32 is not 32 pixels'],
  ['assets/icon-64.png', 'assets/icon-32.png', 'HighResolutionIconUrl has 32 pixels'],
  ['3443/pane"/>', '3443/elsewhere"/>', 'serves no page /elsewhere'],
  [/<bt:Image size="80" resid="Next.80"\/>/, '', 'lacks the size 80'],
  [/<Runtimes>[^]*<\/Runtimes>/, '', 'Runtimes is not the first'],
  ['lifetime="long"', 'lifetime="short"', 'not a long one'],
  [
    'FunctionFile resid="Pane.Url"',
    'FunctionFile resid="Preview.Url"',
    'FunctionFile points to another',
  ],
  [
    '<SourceLocation resid="Pane.Url"',
    '<SourceLocation resid="Preview.Url"',
    'SourceLocation points',
  ],
  [/<Set Name="SharedRuntime".*/, '', 'do not ask for SharedRuntime'],
  [/<Set Name="ExcelApi".*/, '', 'do not ask for ExcelApi'],
  ['>checkNow<', '>checkLater<', 'checkLater is not associated'],
  ['shortcuts.json', 'nothing.json', 'There is no file of shortcuts'],
])('%s → %.40s: %s', (change, to, fault) => {
  const broken = manifest.replace(change, to)
  expect(broken).not.toBe(manifest)
  expect(manifestFaults(broken, project).join('\n')).toContain(fault)
})
