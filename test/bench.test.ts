// The benchmark that others are timed beside: what it writes is the payload, and what it prints is one line of figures.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { BUYERS, HEADERS, TAXPAYER, row, type Row } from './sheets.ts'
import { b2b } from '../templates/tables/b2b.ts'

const script = join(import.meta.dirname, 'bench', 'rows.ts')
const folder = mkdtempSync(join(tmpdir(), 'bench-rows-'))
afterAll(() => rmSync(folder, { recursive: true }))

const cellsOf = (over: Partial<Row>) => {
  const cells = row({ idt: '05-Jul-2025', ...over })
  return b2b.columns.map(({ name }) => cells[name as keyof Row])
}

async function run(sheets: unknown) {
  const [from, to] = [join(folder, 'in.json'), join(folder, 'out.json')]
  writeFileSync(from, JSON.stringify({ gstin: TAXPAYER.gstin, fp: '072025', sheets }))
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, from, to])
  return { stdout, stderr, payload: JSON.parse(readFileSync(to, 'utf8')) as unknown }
}

test('rows of several sheets become the payload, and one line says how long it took', async () => {
  const { stdout, stderr, payload } = await run({
    b2b: [cellsOf({ inum: 'INV-1', val: 2230 }), cellsOf({ inum: 'INV-1', val: 2230, rt: 5 })],
    hsn: [
      ['8471', 'Laptops', 'NOS-NUMBERS', 2, 1180, 18, 1000, 180, 0, 0, 0],
      ['8471', 'Laptops', 'NOS-NUMBERS', 1, 1050, 5, 1000, 50, 0, 0, 0],
    ],
    docs: [['Invoices for outward supply', 'INV-1', 'INV-1', 1, 0]],
  })
  const line = { iamt: 180, rt: 18, txval: 1000, csamt: 0 }
  expect(payload).toMatchObject({
    gstin: TAXPAYER.gstin,
    fp: '072025',
    b2b: [
      {
        ctin: BUYERS[0],
        inv: [{ inum: 'INV-1', idt: '05-07-2025', itms: [{ itm_det: line }, { num: 501 }] }],
      },
    ],
    hsn: {
      hsn_b2b: [
        { num: 1, hsn_sc: '8471', uqc: 'NOS', qty: 2 },
        { num: 2, rt: 5 },
      ],
    },
    doc_issue: { doc_det: [{ doc_num: 1, docs: [{ num: 1, net_issue: 1 }] }] },
  })
  expect(stdout.trim().split('\n')).toHaveLength(1)
  const figures = JSON.parse(stdout) as Record<string, unknown>
  expect(figures).toMatchObject({ side: 'ours', mix: 'b2b+hsn+docs', n: 4 })
  for (const name of ['total_ms', 'cpu_total_ms', 'cpu_docs_per_s_total', 'peak_rss_mib']) {
    expect(figures[name], name).toBeGreaterThan(0)
  }
  expect(stderr).toBe('')
})

test('what is held back is told beside the figures', async () => {
  const { stderr, payload } = await run({ b2b: [cellsOf({ ctin: 'nobody' }), HEADERS] })
  expect(payload).toEqual({ gstin: TAXPAYER.gstin, fp: '072025' })
  expect(stderr).toContain('b2b,sez,de: 1 rows held back, 1 set aside')
  expect(stderr).toContain('error gstin-length in row 2')
})
