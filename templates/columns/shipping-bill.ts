// The number of a shipping bill or bill of export: 3 to 7 digits, on the wire as text.
import { textOf, type Kind } from './kind.ts'

const DIGITS = /^[0-9]{3,7}$/

export const shippingBill: Kind = {
  name: 'shipping-bill',
  read(cell, _format, report) {
    const found = textOf(cell)
    return DIGITS.test(found) ? found : report.error('shipping-bill-wrong', { found })
  },
  write: (value) => value,
  toWire: (value) => value,
  // Error reports have it as a number.
  fromWire: (json) => (DIGITS.test(String(json)) ? String(json) : undefined),
  numberFormat: '@',
}
