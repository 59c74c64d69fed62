// How long big and bad workbooks take, and how much memory: node --expose-gc test/bench/xlsx.ts
// Each is made and read in a process of its own, so that one peak does not hide another.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readBlocks, streamBlocks } from '../../agent/xlsx/read-blocks.ts'
import { readWorkbook } from '../../agent/xlsx/read-workbook.ts'
import { rawParts, rawWorkbook, sheetData, zip } from '../agent/xlsx/raw-workbook.ts'

const ROWS = 100_000

/** Thirteen cells a row, as in b2b; texts come as `text` writes them. */
function invoices(text: (value: string) => string): string {
  const number = (value: number) => `<c><v>${value}</v></c>`
  return Array.from(
    { length: ROWS },
    (_, i) =>
      '<row>' +
      text(`29AAAPA${1000 + (i % 9000)}A1Z5`) +
      text(`Party number ${i % 3000} Traders`) +
      text(`INV/26-27/${i}`) +
      number(46300 + (i % 30)) +
      number(1180.5 + i) +
      text('29-Karnataka') +
      text('N') +
      '<c/>' +
      text('Regular B2B') +
      '<c/>' +
      number(18) +
      number(1000.33 + i) +
      number(0) +
      '</row>',
  ).join('')
}

function sharedStrings() {
  const places = new Map<string, number>()
  const rows = invoices((value) => {
    const place = places.get(value) ?? places.size
    places.set(value, place)
    return `<c t="s"><v>${place}</v></c>`
  })
  const strings = [...places.keys()].map((value) => `<si><t>${value}</t></si>`).join('')
  return rawWorkbook({ sheets: { 'b2b,sez,de': sheetData(rows) }, strings })
}

const inlineStrings = () =>
  rawWorkbook({
    sheets: {
      'b2b,sez,de': sheetData(invoices((value) => `<c t="inlineStr"><is><t>${value}</t></is></c>`)),
    },
  })

const emptyRows = () =>
  rawWorkbook({
    sheets: {
      s: sheetData(
        Array.from(
          { length: 1_048_576 },
          (_, i) => `<row r="${i + 1}" spans="1:13" s="1" customFormat="1" ht="15"/>`,
        ).join(''),
      ),
    },
  })

const bomb = () =>
  zip([
    ...rawParts({ sheets: { s: '' } }),
    { name: 'xl/bomb.xml', content: Buffer.alloc(146_000_000, 'a') },
  ])

const readers = {
  blocks: async (path: string) => {
    const result = await readBlocks(path)
    return result.ok ? `${result.value.length} blocks` : result.problem.code
  },
  'blocks, streamed': async (path: string) => {
    let rows = 0
    let live = 0
    for await (const block of streamBlocks(path, path)) {
      rows += block.values.length
      globalThis.gc?.()
      live = Math.max(live, process.memoryUsage().heapUsed)
    }
    return `${rows} rows, at most ${Math.round(live / 1e6)} MB alive`
  },
  preview: async (path: string) => {
    const result = await readWorkbook(path, path)
    return result.ok ? `${result.value.sheets[0]?.cells.length ?? 0} cells` : result.problem.code
  },
} as const

const makers = {
  '100,000 rows, shared strings': sharedStrings,
  '100,000 rows, inline strings': inlineStrings,
  '1,048,576 rows, only formatted': emptyRows,
  'a bomb of 146 MB': bomb,
} as const

const CASES: readonly (readonly [keyof typeof makers, ...(keyof typeof readers)[]])[] = [
  ['100,000 rows, shared strings', 'blocks', 'blocks, streamed', 'preview'],
  ['100,000 rows, inline strings', 'blocks', 'blocks, streamed', 'preview'],
  ['1,048,576 rows, only formatted', 'blocks'],
  ['a bomb of 146 MB', 'blocks'],
]

const self = fileURLToPath(import.meta.url)
const again = (what: string, path: string) =>
  execFileSync(process.execPath, ['--expose-gc', self, what, path], { encoding: 'utf8' }).trim()

const [, , what, path] = process.argv
if (what === undefined || path === undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-xlsx-'))
  const file = join(folder, 'book.xlsx')
  for (const [maker, ...how] of CASES) {
    console.log(`${maker}: ${again(maker, file)}`)
    for (const reader of how) console.log(`  ${reader}: ${again(reader, file)}`)
  }
  rmSync(folder, { recursive: true })
} else if (what in makers) {
  const bytes = makers[what as keyof typeof makers]()
  writeFileSync(path, bytes)
  console.log(`${(bytes.length / 1e6).toFixed(1)} MB`)
} else {
  const start = performance.now()
  const told = await readers[what as keyof typeof readers](path)
  const ms = Math.round(performance.now() - start)
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(`${ms} ms, peak ${peak} MB resident: ${told}`)
}
