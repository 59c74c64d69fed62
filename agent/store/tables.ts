// The journal's tables. Ids are texts we make, times ISO, money paise, JSON text; every key names its environment.
import type { Environment, Gstin, Period } from '../../templates/identifiers.ts'
import type { PortalOperation } from '../../templates/problems/portal-codes.ts'

export interface ReturnKey {
  readonly environment: Environment
  readonly gstin: Gstin
  readonly period: Period
}

export interface Tables {
  pane: { token_hash: string; paired_at: string }
  /** What a person switched on for this installation. */
  switch: { name: string; at: string }
  /** Sealed by the vault. */
  secret: { name: string; sealed: string }
  taxpayer: { environment: Environment; gstin: Gstin; facts: string }
  return: ReturnRow
  operation: OperationRow
  event: EventRow
  evidence: EvidenceRow
  snapshot: SnapshotRow
  /** What the portal last confirmed to us. */
  confirmed: ReturnKey & { table_id: string; key: string; document: string }
  /** Where the portal was found to hold something else than that; null: nothing. */
  theirs: ReturnKey & { section: string; table_id: string; key: string; document: string | null }
  /** The portal's checksum of a section when what it holds was last known in full. */
  seen: ReturnKey & { section: string; checksum: string }
}

/** What is known of a return beyond its operations. */
export interface ReturnRow extends ReturnKey {
  version: number
  /** The summary that was reviewed, as it came; filing sends it back. */
  summary: string | null
  reviewed_checksum: string | null
  reviewed_at: string | null
  /** The EVC OTP that was asked for and not yet sent: for which checksum, when. */
  evc_checksum: string | null
  evc_at: string | null
  /** JSON list of the documents left out by name. */
  left_out: string | null
  awaiting_signature: 0 | 1
  ack: string | null
  arn: string | null
  filed_on: string | null
  filed_elsewhere: 0 | 1
  /** JSON of the problem that ended the last act. */
  refusal: string | null
  /** The portal's totals are still to be compared with what it confirmed. */
  compare_due: 0 | 1
  read_back: 'same' | 'different' | 'no-answer' | null
  /** An ARN that a person read on the portal. */
  told_arn: string | null
  /** JSON of the workbook the last save came from. */
  saved_from: string | null
}

export type OperationKind = 'SAVE' | 'PROCEED' | 'RESET' | 'FILE'

/** See agent/filing/operation.ts for what each means and what may follow. */
export type OperationState =
  'INTENT' | 'SENT' | 'ACKED' | 'UNKNOWN' | 'DONE' | 'DONE_WITH_ERRORS' | 'REJECTED' | 'VOID'

export interface OperationRow extends ReturnKey {
  id: string
  kind: OperationKind
  /** Order within the return. */
  seq: number
  state: OperationState
  version: number
  snapshot_id: string | null
  /** Exactly what is sent, and its SHA-256. */
  body: string
  body_sha256: string
  reference_id: string | null
  sent_at: string | null
  /** FILE: until then the request may still be travelling. */
  fence_until: string | null
  /** JSON of the outcome once there is one. */
  outcome: string | null
  created_at: string
}

/** Append-only: every change of state and every negative answer that counts. */
export interface EventRow {
  operation_id: string
  n: number
  at: string
  name: string
  from_state: OperationState | null
  to_state: OperationState
  note: string
  /** The call it rests on. */
  evidence_id: string | null
}

/** Append-only: every call to the portal and what came back, without OTPs, PANs and tokens. */
export interface EvidenceRow {
  id: string
  at: string
  environment: Environment
  gstin: Gstin | null
  period: Period | null
  call: PortalOperation
  /** Method, path and query. */
  request: string
  body_sha256: string | null
  /** 0 where no status line was read. */
  status: number
  answer: string
  transaction_id: string
}

/** What the sheets held when Save was pressed. */
export interface SnapshotRow extends ReturnKey {
  id: string
  /** Order within the return; the clock may be set back. */
  seq: number
  at: string
  /** JSON: where each document was read, totals by section, names held back. */
  content: string
  /** JSON: what the portal held of everything that this save touches; null where it touches nothing. */
  before: string | null
}
