// Speed and memory: node --expose-gc test/bench/main.ts. Ratios within this run, since machines are noisy.
// The baseline of the rows is what nobody can do without: parsing the rows' JSON and writing the payload's.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { check } from '../../agent/filing/check.ts'
import { wireOf } from '../../agent/filing/snapshot.ts'
import type { Block, Cell } from '../../templates/block.ts'
import { payloadOf } from '../../templates/payload/payload.ts'
import { writePayload } from '../../templates/payload/payload-text.ts'
import { documentsOf, type Reading } from '../../templates/reading/read-workbook.ts'
import { b2b } from '../../templates/tables/b2b.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import { block, BUYERS, HEADERS, PERIOD, row, TAXPAYER, type Row } from '../sheets.ts'

const CONTEXT = { taxpayer: TAXPAYER, gstin: TAXPAYER.gstin, period: PERIOD }
const HEAD = { gstin: TAXPAYER.gstin, period: PERIOD }

/** Invoices of one, two and three rates: 1.7 rows each, as traders have them. */
function sheetOf(invoices: number): Block {
  const rows: Cell[][] = [[...HEADERS]]
  for (let i = 0; i < invoices; i += 1) {
    const rates = [18, 5, 40].slice(0, 1 + (i % 10 < 5 ? 0 : i % 10 < 8 ? 1 : 2))
    for (const rt of rates) {
      const cells = row({
        ctin: BUYERS[i % BUYERS.length] ?? '',
        inum: `INV/26-27/${i}`,
        rt,
        txval: 1000 + (i % 900),
        val: rates.reduce((sum, rate) => sum + (1000 + (i % 900)) * (1 + rate / 100), 0),
      })
      rows.push(b2b.columns.map(({ name }) => cells[name as keyof Row]))
    }
  }
  return block(rows)
}

function textOf(reading: Reading): string {
  const pieces: string[] = []
  writePayload(HEAD, documentsOf(reading), TABLES, (piece) => pieces.push(piece))
  return pieces.join('')
}

interface Figure {
  readonly cpu: number
  readonly wall: number
  readonly heap: number
}

/** CPU and wall milliseconds of the best of five, and the heap that stays (MiB). */
function measure(work: () => unknown): Figure {
  let best: Figure | undefined
  for (let i = 0; i < 5; i += 1) {
    globalThis.gc?.()
    const before = process.memoryUsage().heapUsed
    const cpu = process.cpuUsage()
    const start = performance.now()
    const kept = work()
    const wall = performance.now() - start
    const used = process.cpuUsage(cpu)
    const heap = (process.memoryUsage().heapUsed - before) / 2 ** 20
    const figure = { cpu: (used.user + used.system) / 1000, wall, heap }
    if (kept !== undefined && (best === undefined || figure.cpu < best.cpu)) best = figure
  }
  if (best === undefined) throw new Error('nothing was measured')
  return best
}

console.log(
  'rows in memory → documents, every check → payload text; baseline: JSON.parse + JSON.stringify',
)
console.log(
  'invoices     rows   baseline ms       ours ms   times   docs per CPU second   heap MiB',
)
for (const invoices of [5_000, 50_000, 200_000]) {
  const sheet = sheetOf(invoices)
  const rowsText = JSON.stringify(sheet.values)
  const payload = payloadOf(HEAD, wireOf(check([sheet], CONTEXT).reading), TABLES)
  const baseline = measure(() => [JSON.parse(rowsText), JSON.stringify(payload)])
  const ours = measure(() => textOf(check([sheet], CONTEXT).reading))
  console.log(
    [
      String(invoices).padStart(8),
      String(sheet.values.length - 1).padStart(8),
      baseline.cpu.toFixed(0).padStart(13),
      ours.cpu.toFixed(0).padStart(13),
      (ours.cpu / baseline.cpu).toFixed(1).padStart(7),
      Math.round((invoices / ours.cpu) * 1000)
        .toLocaleString('en-IN')
        .padStart(21),
      ours.heap.toFixed(0).padStart(10),
    ].join(' '),
  )
}

console.log('\nthe pane in a browser')
execFileSync(process.execPath, [join(import.meta.dirname, 'pane/main.ts')], { stdio: 'inherit' })
