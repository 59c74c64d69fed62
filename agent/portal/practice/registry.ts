// The registry of taxpayers, as far as a return needs it. Exceptions are in registry-data.ts; tests add theirs.
import {
  inactiveBuyers,
  notSignatories,
  quarterlyFilers,
  sezUnits,
  withoutApiAccess,
} from './registry-data.ts'
import { financialYearOf, quarterOf } from './dates.ts'
import type { Portal, ReturnKey } from './portal.ts'

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

export const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'] as const

/** Whether the taxpayer files the period by quarter, with the option to furnish invoices in its first two months. */
export const isQuarterly = (portal: Portal, { gstin, period }: ReturnKey): boolean =>
  isQuarterlyIn(portal, gstin, `${financialYearOf(period)} ${quarterOf(period)}`)

/** `2025-26 Q1` is from April to June. What was chosen for it goes before what is so in general. */
export function isQuarterlyIn({ ledger }: Portal, gstin: string, quarter: string): boolean {
  const told =
    ledger.one<{ quarterly: number }>(
      'select quarterly from quarter_preference where gstin = ? and quarter = ?',
      gstin,
      quarter,
    ) ??
    ledger.one<{ quarterly: number }>('select quarterly from preference where gstin = ?', gstin)
  return told ? told.quarterly === 1 : quarterlyFilers.includes(gstin)
}

export function choose(
  { ledger }: Portal,
  gstin: string,
  quarter: string,
  quarterly: boolean,
): void {
  ledger.run(
    'insert or replace into quarter_preference values (?, ?, ?)',
    gstin,
    quarter,
    quarterly ? 1 : 0,
  )
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
