// The registry of taxpayers, as far as a return needs it. Exceptions are in registry-data.ts; tests add theirs.
import {
  inactiveBuyers,
  notSignatories,
  quarterlyFilers,
  sezUnits,
  withoutApiAccess,
} from './registry-data.ts'
import type { Portal } from './portal.ts'

export function isActive({ ledger }: Portal, gstin: string): boolean {
  const number = gstin.toUpperCase()
  const told = ledger.one<{ active: number }>('select active from registry where gstin = ?', number)
  return told ? told.active === 1 : !inactiveBuyers.includes(number)
}

export function setActive({ ledger }: Portal, gstin: string, active: boolean): void {
  ledger.run(
    `insert into registry values (?, ?) on conflict (gstin) do update set active = excluded.active`,
    gstin.toUpperCase(),
    active ? 1 : 0,
  )
}

/** Whether the taxpayer files by quarter, with the option to furnish invoices in its first two months. */
export function isQuarterly({ ledger }: Portal, gstin: string): boolean {
  const told = ledger.one<{ quarterly: number }>(
    'select quarterly from preference where gstin = ?',
    gstin,
  )
  return told ? told.quarterly === 1 : quarterlyFilers.includes(gstin)
}

export function setQuarterly({ ledger }: Portal, gstin: string, quarterly: boolean): void {
  ledger.run(
    `insert into preference values (?, ?)
     on conflict (gstin) do update set quarterly = excluded.quarterly`,
    gstin.toUpperCase(),
    quarterly ? 1 : 0,
  )
}

export const isSezUnit = (gstin: string): boolean => sezUnits.includes(gstin)

export const hasApiAccess = (gstin: string): boolean => !withoutApiAccess.includes(gstin)

/** Whether the holder of this well-formed PAN signs for taxpayers. */
export const isSignatory = (pan: string): boolean =>
  pan.charAt(3) === 'P' && !notSignatories.includes(pan)
