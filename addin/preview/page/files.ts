// Workbooks in and out of the page, through the agent.
import type { WorkbookFile } from '../../../agent/xlsx/workbook-file.ts'
import { done, type Result } from '../../../templates/problems/problem.ts'
import { call } from '../../agent.ts'

/** Refuses what the agent refuses: `xlsx-unreadable` and its like, `request-too-large`. */
export async function readFile(file: File): Promise<Result<WorkbookFile>> {
  return call('openWorkbook', { name: file.name, base64: await base64Of(file) })
}

/** Hands the workbook to the browser as a download. */
export async function download(workbook: WorkbookFile): Promise<Result<void>> {
  const written = await call('writeWorkbook', { workbook })
  if (!written.ok) return written
  const bytes = Uint8Array.from(atob(written.value.base64), (letter) => letter.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: XLSX }))
  const link = document.createElement('a')
  link.href = address
  link.download = workbook.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), MINUTE)
  return done(undefined)
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Browsers fetch the blob after the click; by then they have. */
const MINUTE = 60_000

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error ?? new Error(`${file.name} could not be read`))
    reader.readAsDataURL(file)
  })
}
