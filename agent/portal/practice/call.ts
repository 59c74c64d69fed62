// A call of the portal's interface: its address, the token it takes and what it does.
import type { Answer } from './answers.ts'
import type { Portal, ReturnKey } from './portal.ts'
import type { TaxpayerSession } from './sessions.ts'

export interface CallRequest {
  /** What stands in the address for `:year`, `:month`, `:slug`. */
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** Parsed JSON; nothing where the request had no body. */
  readonly body: unknown
  readonly secret: string | undefined
  /** The caller is content with what the portal told earlier; public calls only. */
  readonly acceptsCache: boolean
  /** The ledger's event of this request. */
  readonly event: number
}

export type Call = {
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly path: string
} & (
  | {
      readonly token: 'none' | 'platform'
      handle(portal: Portal, request: CallRequest): Answer
    }
  | {
      readonly token: 'taxpayer'
      handle(portal: Portal, request: CallRequest, session: TaxpayerSession): Answer
    }
)

/** The return that the address and the token's GSTIN name. */
export function returnOf({ params }: CallRequest, { gstin }: TaxpayerSession): ReturnKey {
  return { gstin, period: `${params.month ?? ''}${params.year ?? ''}` }
}
