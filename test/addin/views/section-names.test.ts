// The names of the sections, and the order in which the return has them.
import { expect, test } from 'vitest'
import {
  goesWhole,
  inReturnOrder,
  isOurs,
  sectionName,
  whatIsCounted,
} from '../../../addin/views/section-names.ts'
import { SECTIONS } from '../../../templates/sections.ts'

test('an ordinary month comes in the order of the return, whatever the order of its sheets', () => {
  const sheets = 'b2b b2cl b2cs cdnr cdnur exp at txpd nil hsn doc_issue'.split(' ')
  const ordered = inReturnOrder(sheets.map((section) => ({ section })))
  expect(ordered.map(({ section }) => section).join(' ')).toBe(
    'b2b b2cl exp cdnr cdnur b2cs nil at txpd hsn doc_issue',
  )
})

test('what the portal holds under a name of its own keeps it, and comes last', () => {
  const ordered = inReturnOrder([{ section: 'ECOM_15' }, { section: 'doc_issue' }])
  expect(ordered.map(({ section }) => section)).toEqual(['doc_issue', 'ECOM_15'])
  expect([sectionName('ECOM_15'), isOurs('ECOM_15')]).toEqual(['ECOM_15', false])
})

test.each(SECTIONS.map(({ id }) => id))('the section %s has its name and table', (id) => {
  expect(sectionName(id)).toMatch(/^[A-Z].* \([0-9].*\)$/)
})

test('invoices and notes are documents, rows of a summary are entries', () => {
  expect(whatIsCounted('cdnr')).toEqual(['document', 'documents'])
  expect(whatIsCounted('hsn')).toEqual(['entry', 'entries'])
})

test('a section goes whole here where it does for the agent', () => {
  const whole = SECTIONS.filter(({ saved }) => saved === 'whole').map(({ id }) => id)
  expect(SECTIONS.map(({ id }) => id).filter(goesWhole)).toEqual(whole)
})
