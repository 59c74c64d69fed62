// No part of a definition is idle: whatever is taken out of a table, or whichever word is changed, a golden case fails.
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { Table } from '../../../templates/tables/table.ts'
import { TABLES } from '../../../templates/tables/tables.ts'
import type { Golden } from './golden/golden.ts'
import { GOLDENS } from './golden/goldens.ts'
import {
  expectedOfCell,
  expectedOfHeader,
  expectedOfRefusal,
  expectedOfSheet,
  outcomeOfCell,
  outcomeOfHeader,
  outcomeOfPortal,
  outcomeOfRefusal,
  outcomeOfSheet,
  outcomeOfTemplate,
} from './golden/outcome.ts'
import { mutantsOf } from './golden/without.ts'

/** Whether all golden cases hold for a definition; one that breaks the program on the way does not pass. */
async function passes(golden: Golden, table: Table): Promise<boolean> {
  // The other tables have their own turn: only those that stand beside take part, for the sake of time.
  const beside = new Set(golden.cases.flatMap((one) => Object.keys(one.beside ?? {})))
  const tables = [table, ...TABLES.filter(({ id }) => beside.has(id))]
  try {
    return (
      golden.cells.every((one) =>
        isDeepStrictEqual(outcomeOfCell(golden, one, tables), expectedOfCell(one)),
      ) &&
      golden.cases.every((one) =>
        isDeepStrictEqual(outcomeOfSheet(golden, one, tables), expectedOfSheet(one)),
      ) &&
      isDeepStrictEqual(outcomeOfRefusal(golden, tables), expectedOfRefusal(golden)) &&
      isDeepStrictEqual(outcomeOfHeader(golden, tables), expectedOfHeader(golden)) &&
      isDeepStrictEqual(outcomeOfPortal(golden, tables), golden.portal.back) &&
      isDeepStrictEqual(await outcomeOfTemplate(golden, table), golden.template)
    )
  } catch {
    return false
  }
}

/** Parts that say what would hold without them in this table, but not in others that share them. */
function saysNothingNew({ key, shape, columns }: Table, part: string): boolean {
  const [only] = columns.filter(({ name }) => key.includes(name))
  // A code whose role no column has marks the whole key; a number has other work besides.
  const roleOfKey =
    key.length === 1 && only?.role !== 'number' && part === `columns.${only?.name}.role`
  // A document without lines is its own line.
  const levelOfDerived = shape.lines === undefined && /^derived\.\d+\.level /.test(part)
  // What picks the list hangs nowhere in the tree.
  const levelOfMember = part === `columns.${shape.member}.level party`
  // Whose amendment it is is asked where amendments are made (agent/filing/amend).
  const whose = part === 'amends'
  return roleOfKey || levelOfDerived || levelOfMember || whose
}

describe.each(GOLDENS)('$table', (golden) => {
  const table = TABLES.find(({ id }) => id === golden.table)
  if (table === undefined) throw new Error(`${golden.table} is no table`)

  test('passes whole', async () => {
    expect(await passes(golden, table)).toBe(true)
  })

  test('does not pass without any of its parts', async () => {
    const survivors: string[] = []
    let tried = 0
    for (const { part, without } of mutantsOf(table)) {
      if (saysNothingNew(table, part)) continue
      tried += 1
      if (await passes(golden, without)) survivors.push(part)
    }
    expect(survivors).toEqual([])
    expect(tried).toBeGreaterThan(50)
  })
})
