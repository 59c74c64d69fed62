// Every table does what its golden cases say.
import { describe, expect, test } from 'vitest'
import { TABLES } from '../../../templates/tables/tables.ts'
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

test('every table has golden cases', () => {
  expect(GOLDENS.map(({ table }) => table)).toEqual(TABLES.map(({ id }) => id))
})

describe.each(GOLDENS)('$table', (golden) => {
  test.each(golden.cases)('$shows', (one) => {
    expect(outcomeOfSheet(golden, one, TABLES)).toEqual(expectedOfSheet(one))
  })

  test.each(golden.cells.map((one) => ({ text: JSON.stringify([one[0], one[2]]), one })))(
    'a row with $text',
    ({ one }) => {
      expect(outcomeOfCell(golden, one, TABLES)).toEqual(expectedOfCell(one))
    },
  )

  test('is known by its names and headers, in its periods', () => {
    expect(outcomeOfHeader(golden, TABLES)).toEqual(expectedOfHeader(golden))
  })

  test('shows a refusal on the columns it is about', () => {
    expect(outcomeOfRefusal(golden, TABLES)).toEqual(expectedOfRefusal(golden))
  })

  test('reads what the portal hands back as the rows that gave it', () => {
    expect(outcomeOfPortal(golden, TABLES)).toEqual(golden.portal.back)
  })

  test('has its title and totals above the header of the template', async () => {
    const table = TABLES.find(({ id }) => id === golden.table)
    expect(table && (await outcomeOfTemplate(golden, table))).toEqual(golden.template)
  })
})
