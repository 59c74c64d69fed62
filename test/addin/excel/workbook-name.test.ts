import { expect, test } from 'vitest'
import { nameIn } from '../../../addin/excel/workbook-name.ts'

test.each([
  ['C:\\Clients\\Nandi Foods\\June 2026.xlsx', 'June 2026.xlsx'],
  ['/Users/asha/June 50%.xlsx', 'June 50%.xlsx'],
  ['https://firm.sharepoint.com/sites/gst/June%202026.xlsx?web=1', 'June 2026.xlsx'],
  ['https://firm.sharepoint.com/sites/gst/50%.xlsx', '50%.xlsx'],
  ['sample-company.xlsx', 'sample-company.xlsx'],
])('%s is called %s', (place, name) => expect(nameIn(place)).toBe(name))

test('a workbook that was never saved has no name', () => expect(nameIn('')).toBeUndefined())
