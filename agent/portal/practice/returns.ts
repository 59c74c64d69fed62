// The state of one return at the portal. Its version counts every change of its data.
import type { Portal, ReturnKey } from './portal.ts'

export interface ReturnState {
  /** 0 before anything was stored. */
  readonly version: number
  /** The version that proceed was done for. */
  readonly readyVersion: number | null
  readonly readyNil: boolean
  /** Epoch milliseconds from which the summary's checksums are made. */
  readonly checksumsAt: number
}

const NEW: ReturnState = { version: 0, readyVersion: null, readyNil: false, checksumsAt: 0 }

export function stateOf({ ledger }: Portal, { gstin, period }: ReturnKey): ReturnState {
  const found = ledger.one<{
    version: number
    ready_version: number | null
    ready_nil: number
    checksums_at: number
  }>('select * from return_state where gstin = ? and period = ?', gstin, period)
  if (!found) return NEW
  return {
    version: found.version,
    readyVersion: found.ready_version,
    readyNil: found.ready_nil === 1,
    checksumsAt: found.checksums_at,
  }
}

export const isReady = (state: ReturnState): boolean => state.readyVersion === state.version

/** `at` is when the change happened, in epoch milliseconds. */
export function dataChanged(portal: Portal, key: ReturnKey, at: number): void {
  const state = stateOf(portal, key)
  put(portal, key, {
    ...state,
    version: state.version + 1,
    checksumsAt: at + portal.settings.pace.checksum,
  })
}

export function nowReady(portal: Portal, key: ReturnKey, nil: boolean): void {
  const state = stateOf(portal, key)
  put(portal, key, { ...state, readyVersion: state.version, readyNil: nil })
}

function put({ ledger }: Portal, { gstin, period }: ReturnKey, state: ReturnState): void {
  ledger.run(
    'insert or replace into return_state values (?, ?, ?, ?, ?, ?)',
    gstin,
    period,
    state.version,
    state.readyVersion,
    state.readyNil ? 1 : 0,
    state.checksumsAt,
  )
}
