// Writes templates/workbooks: the current template and the sample company, plain and protected.
// The same source gives the same bytes.
import { mkdir, writeFile } from 'node:fs/promises'
import { sampleCompany, SAMPLE_PERIOD, sampleTables } from '../templates/sample-company.ts'
import { tablesOf } from '../templates/tables/tables.ts'
import { buildTemplate } from '../templates/workbook.ts'

const folder = new URL('../templates/workbooks/', import.meta.url)
const sample = sampleCompany()
const own = { tables: sampleTables(sample), rows: sample.rows }

const workbooks = {
  [`template-${SAMPLE_PERIOD}.xlsx`]: { tables: tablesOf(SAMPLE_PERIOD) },
  'sample-company.xlsx': own,
  'sample-company-protected.xlsx': { ...own, protect: true },
}

await mkdir(folder, { recursive: true })
for (const [name, { tables, ...options }] of Object.entries(workbooks)) {
  const bytes = await buildTemplate(tables, SAMPLE_PERIOD, options)
  await writeFile(new URL(name, folder), withoutTimes(bytes))
  console.log(name)
}

/** exceljs stamps every part with the time of writing: all set to 1980-01-01, where zip begins to count. */
function withoutTimes(bytes: Uint8Array): Uint8Array {
  const START = 0x0021_0000
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length - 22
  let entry = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    view.setUint32(entry + 12, START, true)
    view.setUint32(view.getUint32(entry + 42, true) + 10, START, true)
    entry += 46 + [28, 30, 32].reduce((sum, at) => sum + view.getUint16(entry + at, true), 0)
  }
  return bytes
}
