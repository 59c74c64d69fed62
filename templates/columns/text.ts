// Free text that is never sent: names, remarks.
import { textOf, type Kind } from './kind.ts'

export const text: Kind = {
  name: 'text',
  read: (cell) => (typeof cell === 'string' ? cell : textOf(cell)),
  write: (value) => value,
  toWire: (value) => value,
  fromWire: (json) => (typeof json === 'string' ? json : undefined),
  numberFormat: '@',
}
