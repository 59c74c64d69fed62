// Microsoft's unmodified office.js (the part for Excel) in node, answered by our host. Every test gets its own workbook.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { runInThisContext } from 'node:vm'
import type { CellFile, SheetFile } from '../../agent/xlsx/workbook-file.ts'
import { WorkbookModel } from '../../addin/preview/host/model.ts'
import { nativeBridge, type NativeBridge } from '../../addin/preview/host/native-bridge.ts'
import { isSetSupported } from '../../addin/preview/host/requirements.ts'
import { Session, type SessionOptions } from '../../addin/preview/host/session.ts'
import type { Cell } from '../../templates/block.ts'

const CLIENT = '@microsoft/office-js/dist/excel-web-16.00.js'

/** Members of OfficeExtension that its public types leave out. */
interface Plug {
  HostBridge: { init(bridge: NativeBridge): void }
}

export interface OpenWorkbook {
  readonly model: WorkbookModel
  readonly session: Session
  /** Errors of the host itself, which should never happen. */
  readonly hostErrors: readonly unknown[]
}

/** Opens a workbook under office.js: `Excel.run` talks to it from now on. */
export function openWorkbook(
  sheets: readonly SheetFile[],
  options: SessionOptions = {},
): OpenWorkbook {
  loadClient()
  const model = new WorkbookModel({ name: 'Test.xlsx', sheets })
  const session = new Session(model, options)
  const hostErrors: unknown[] = []
  const plug = OfficeExtension as unknown as Plug
  plug.HostBridge.init(nativeBridge(session, (error) => hostErrors.push(error)))
  return { model, session, hostErrors }
}

/** A sheet of plain values from A1 on; nothing else of it is special unless told. */
export function sheetOf(
  name: string,
  values: readonly (readonly Cell[])[],
  more: Partial<SheetFile> & { formats?: Readonly<Record<number, string>> } = {},
): SheetFile {
  const { formats = {}, ...rest } = more
  const cells: CellFile[] = values.flatMap((line, row) =>
    line.map((value, column) => {
      const numberFormat = formats[column]
      return { row, column, value, ...(numberFormat === undefined ? {} : { numberFormat }) }
    }),
  )
  return {
    name,
    hidden: false,
    cells: cells.filter(({ value }) => value !== null),
    widths: {},
    hiddenRows: [],
    frozenRows: 0,
    merges: [],
    unlocked: [],
    ...rest,
  }
}

/** The least of a browser that the client touches while it loads. */
const BROWSER: Readonly<Record<string, unknown>> = {
  window: globalThis,
  self: globalThis,
  document: {
    createElement: () => ({}),
    getElementsByTagName: () => [],
    addEventListener: () => undefined,
    URL: 'https://localhost/',
    cookie: '',
  },
  location: { href: 'https://localhost/', search: '', hash: '', protocol: 'https:', host: '' },
  addEventListener: () => undefined,
  Office: { context: { requirements: { isSetSupported } } },
}

let isLoaded = false

function loadClient(): void {
  if (isLoaded) return
  isLoaded = true
  for (const [name, value] of Object.entries(BROWSER)) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value, writable: true })
  }
  const file = createRequire(import.meta.url).resolve(CLIENT)
  runInThisContext(readFileSync(file, 'utf8'), { filename: file })
}
