// The customs port a shipment left by: up to 6 letters and digits, such as INNSA1.
import { textOf, type Kind } from './kind.ts'

export const portCode: Kind = {
  name: 'port-code',
  read(cell, _format, report) {
    const found = textOf(cell)
    const tidy = found.replace(/[\s\u00a0-]/g, '').toUpperCase()
    if (!/^[A-Z0-9]{1,6}$/.test(tidy)) return report.error('port-code-wrong', { found })
    if (tidy !== found) report.note('port-code-tidied', { found, used: tidy })
    return tidy
  },
  write: (value) => value,
  toWire: (value) => value,
  fromWire: (json) => (typeof json === 'string' && json !== '' ? json.toUpperCase() : undefined),
  numberFormat: '@',
}
