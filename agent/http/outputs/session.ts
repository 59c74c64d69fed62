// Who the agent serves, and the session with the portal.
import type { Environment, Gstin, Period } from '../../../templates/identifiers.ts'
import type { Taxpayer } from '../../../templates/taxpayer.ts'

export interface About {
  readonly version: string
  readonly environment: Environment
  /** The Sandbox key and secret are stored (always true in practice). */
  readonly hasKeys: boolean
  readonly taxpayers: readonly Taxpayer[]
  /** In practice: whose return the sample workbooks hold, and of which month. */
  readonly sample?: { readonly gstin: Gstin; readonly period: Period }
}

export interface SessionView {
  readonly signedIn: boolean
  /** ISO time. */
  readonly expiresAt?: string
  /** A company must normally sign with DSC, which no API here does; a firm or LLP sometimes. */
  readonly signing: 'evc' | 'dsc' | 'ask'
}
