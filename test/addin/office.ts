// Microsoft's unmodified office.js (the part for Excel) in node, answered by our host. Every test gets its own workbook.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { runInThisContext } from 'node:vm'
import { expect, onTestFinished } from 'vitest'
import type { CellFile, SheetFile } from '../../agent/xlsx/workbook-file.ts'
import { WorkbookModel } from '../../addin/preview/host/model.ts'
import { nativeBridge, type NativeBridge } from '../../addin/preview/host/native-bridge.ts'
import { isSetSupported } from '../../addin/preview/host/requirements.ts'
import {
  Session,
  type Conversation,
  type SessionOptions,
} from '../../addin/preview/host/session.ts'
import type { Cell } from '../../templates/block.ts'
import { readApiSets } from './api-sets.ts'

const CLIENT = '@microsoft/office-js/dist/excel-web-16.00.js'

/** Members of OfficeExtension that its public types leave out. */
interface Plug {
  HostBridge: { init(bridge: NativeBridge): void }
}

export interface OpenWorkbook {
  readonly model: WorkbookModel
  readonly session: Session
  /** Every batch so far, in bytes of JSON; an answer that was refused has none. */
  readonly traffic: readonly { readonly request: number; readonly answer: number | undefined }[]
}

/**
 * Opens a workbook under office.js: `Excel.run` talks to it from now on. When the test ends, no member may have
 * been missing but those in `missing`, and office.js may hold on to nothing.
 */
export function openWorkbook(
  sheets: readonly SheetFile[],
  { missing = [], ...options }: SessionOptions & { readonly missing?: readonly string[] } = {},
): OpenWorkbook {
  loadClient()
  const model = new WorkbookModel({ name: 'Test.xlsx', sheets })
  const session = new Session(model, { apiSets, ...options })
  const hostErrors: unknown[] = []
  const plug = OfficeExtension as unknown as Plug
  const traffic: { request: number; answer: number | undefined }[] = []
  const listenedIn: Conversation = {
    execute: async (text, flags) => {
      const answer = await session.execute(text, flags)
      const size = answer.ok ? Buffer.byteLength(answer.text) : undefined
      traffic.push({ request: Buffer.byteLength(text), answer: size })
      return answer
    },
    onEvents: (listener) => session.onEvents(listener),
  }
  plug.HostBridge.init(nativeBridge(listenedIn, (error) => hostErrors.push(error)))
  onTestFinished(() => {
    expect(hostErrors).toEqual([])
    expect([...session.missing.keys()]).toEqual(missing)
    expect(session.keptObjects).toBe(0)
  })
  return { model, session, traffic }
}

const apiSets = readApiSets()

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
}

/** What the loader, office.js itself, would add: it is not part of the file for Excel. */
const OFFICE = {
  context: { requirements: { isSetSupported } },
  onReady: () => Promise.resolve({ host: 'Excel', platform: 'OfficeOnline' }),
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
  Object.assign(globalThis, { Office: OFFICE })
}
