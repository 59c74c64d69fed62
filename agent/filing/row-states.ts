// What became of each row of the sheets: from the check, from what the portal confirmed, and from the last verdict.
import { sameDocument } from '../../templates/payload/same-document.ts'
import type { WireDocument } from '../../templates/payload/wire-document.ts'
import type { SheetReading } from '../../templates/reading/read-sheet.ts'
import type { Reading } from '../../templates/reading/read-workbook.ts'
import { eachRow, isBlankBut } from '../../templates/reading/sheet-rows.ts'
import type { RowState } from '../../templates/status-column.ts'
import type { RowStates, SheetRowStates } from '../http/outputs/check.ts'
import { heldBy, idOf, type PortalSide } from './plan.ts'
import { refusedIn, type Refused } from './refused.ts'
import type { ReturnState } from './return-view.ts'
import { wireOf } from './snapshot.ts'

interface Known {
  readonly documents: ReadonlyMap<string, WireDocument>
  readonly held: ReadonlyMap<string, WireDocument>
  readonly refused: ReadonlyMap<string, Refused>
  readonly isFiled: boolean
}

export function rowStatesOf(
  reading: Reading,
  portal: PortalSide,
  state: Pick<ReturnState, 'known' | 'operations' | 'snapshot'>,
): RowStates {
  const { arn } = state.known
  const known: Known = {
    documents: new Map(wireOf(reading).map((document) => [idOf(document), document])),
    held: heldBy(portal),
    refused: refusedIn(state),
    isFiled: arn !== null,
  }
  return {
    sheets: reading.sheets.map((sheet) => statesOf(sheet, known)),
    ...(arn !== null && { arn }),
  }
}

function statesOf({ rows, table, header, held, documents }: SheetReading, known: Known) {
  const states: (RowState | null)[] = []
  const refusals: SheetRowStates['refusals'][number][] = []
  const put = (row: number, state: RowState): void => {
    states[row - header.row - 1] = state
  }
  // Every row with content is ready, held back, or set aside.
  eachRow(rows, (row, cells, block) => {
    const { status = -1 } = header
    if (row <= header.row || isBlankBut(cells, status - block.firstColumn)) return
    put(row, 'set-aside')
  })
  for (const { row } of held) put(row, 'held-back')
  for (const { key, rows: own } of documents) {
    const { state, refused } = stateOf(idOf({ table: table.id, key }), known)
    for (const row of own) {
      put(row, state)
      if (refused !== undefined) {
        refusals.push({ row, code: refused.code, message: refused.message })
      }
    }
  }
  // Blank rows between others are holes so far.
  const filled = Array.from(states, (state) => state ?? null)
  return { sheet: rows.sheet, headerRow: header.row, rows: filled, refusals }

  function stateOf(
    id: string,
    { documents: read, held: there, refused, isFiled }: Known,
  ): { state: RowState; refused?: Refused } {
    const ours = read.get(id)
    const theirs = there.get(id)
    const no = refused.get(id)
    if (ours === undefined) return { state: 'not-sent' }
    if (theirs !== undefined && sameDocument(table, theirs, ours)) {
      return { state: isFiled ? 'filed' : 'on-portal' }
    }
    if (no !== undefined && sameDocument(table, no.sent, ours)) {
      return { state: 'refused', refused: no }
    }
    return { state: theirs === undefined ? 'not-sent' : 'differs' }
  }
}
