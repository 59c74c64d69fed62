// What faults can do to the world of one request: its session, its return, its taxpayer's filings.
import { saveElsewhere } from './admin-saves.ts'
import { sha256 } from './checksum.ts'
import type { HttpRequest, World } from './exchange.ts'
import type { Hands } from './fault.ts'
import { isFiled, record } from './filings.ts'
import type { Portal, ReturnKey } from './portal.ts'
import { close, sessionOf } from './sessions.ts'
import { bodyOf } from './submissions.ts'
import { readSave } from './validation/save-body.ts'

/** `params` are those of the address. */
export function handsFor(
  { portal, faults }: World,
  { path, headers: { authorization = '' }, body = '' }: HttpRequest,
  { year = '', month = '' }: Readonly<Record<string, string>>,
): Hands {
  const session = () => {
    const found = sessionOf(portal, authorization)
    return typeof found === 'object' ? found : undefined
  }
  /** Does something to the request's return, if the request is of one. */
  const toReturn = (act: (key: ReturnKey) => void): void => {
    const gstin = session()?.gstin
    if (gstin === undefined || !year || !month) return
    const key = { gstin, period: `${month}${year}` }
    if (!isFiled(portal, key))
      portal.ledger.transaction(() => {
        act(key)
      })
  }
  return {
    timestamp: portal.now(),
    newId: () => portal.newId(),
    endSession: () => {
      close(portal, sha256(authorization))
    },
    fileElsewhere: () => {
      toReturn((key) => record(portal, key, {}))
    },
    changeElsewhere: () => {
      toReturn((key) => {
        saveElsewhere(portal, { ...key, sections: { b2b: [anInvoice(portal, key)] } })
      })
    },
    holdBackFilings(minutes) {
      portal.ledger.run(
        'update filing set shown_at = max(shown_at, filed_at + ?) where gstin = ?',
        minutes * 60_000,
        session()?.gstin ?? namedIn(body),
      )
    },
    earlier: () => faults.lastTold(path),
    savedRows() {
      const { searchParams } = new URL(path, 'http://portal')
      const body = bodyOf(portal, searchParams.get('reference_id') ?? '')
      const [first] = readSave(body)?.sections ?? []
      const [sent] = first?.[1] ?? []
      if (!first || !sent) return undefined
      return { section: first[0], rows: [{ ...sent, code: 'RET191114' }] }
    },
  }
}

/** Whom a public call asks about. */
function namedIn(body: string): string {
  const found = /"gstin"\s*:\s*"([^"]*)"/.exec(body)?.[1] ?? ''
  return found.toUpperCase()
}

/** One that no client sent, to a buyer in another state. */
function anInvoice(portal: Portal, { gstin, period }: ReturnKey): object {
  const ctin = gstin.startsWith('27') ? '29AABCU9004Q1ZQ' : '27AAHCM7310P1Z1'
  const number = portal.newId().replaceAll('-', '').slice(-8)
  const itm_det = { rt: 18, txval: 100, iamt: 18 }
  return {
    ctin,
    inv: [
      {
        inum: `ELSE/${number}`,
        idt: `01-${period.slice(0, 2)}-${period.slice(2)}`,
        val: 118,
        pos: ctin.slice(0, 2),
        rchrg: 'N',
        inv_typ: 'R',
        itms: [{ num: 1, itm_det }],
      },
    ],
  }
}
