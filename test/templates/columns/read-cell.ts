// Reads one cell by its kind, and keeps what the kind had to say.
import type { Cell } from '../../../templates/block.ts'
import type { Kind, Report, Value } from '../../../templates/columns/kind.ts'
import type { Facts } from '../../../templates/problems/problem.ts'
import { OCTOBER } from '../b2b-sheet.ts'

export interface CellReading {
  readonly value: Value | undefined
  /** `error rate-unknown`, in the order told. */
  readonly told: readonly string[]
  readonly facts: Facts
}

export function readCell(kind: Kind, cell: Cell, format = 'General'): CellReading {
  const told: string[] = []
  const facts: Record<string, string | number> = {}
  const hear =
    (severity: string) =>
    (code: string, more: Facts = {}): undefined => {
      told.push(`${severity} ${code}`)
      Object.assign(facts, more)
    }
  const report: Report = {
    context: OCTOBER,
    error: hear('error'),
    warning: hear('warning'),
    note: hear('note'),
  }
  const value = kind.read(cell, format, report)
  return { value, told, facts }
}
