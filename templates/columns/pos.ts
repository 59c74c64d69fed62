// Place of supply: `29-Karnataka` and what people write instead. Inside it is the two-digit code.
import { FOREIGN, STATES } from '../lists/states.ts'
import { fold, textOf, type Kind } from './kind.ts'

const ALL = [...STATES, FOREIGN]
const LABELS = new Map(ALL.map(({ code, name }) => [code, `${code}-${name}`]))
const CODE_OF_LABEL = new Map([...LABELS].map(([code, label]) => [label, code]))
const CODE_OF_NAME = new Map(
  ALL.flatMap(({ code, name, aliases = [] }) =>
    [name, ...aliases].map((text) => [fold(text), code] as const),
  ),
)

export const pos: Kind = {
  name: 'pos',
  read(cell, _format, report) {
    const good = typeof cell === 'string' ? CODE_OF_LABEL.get(cell) : undefined
    if (good !== undefined) return good
    const found = textOf(cell)
    const digits = /^(\d{1,2})(\D.*)?$|^(\D*)(\d{2})$/s.exec(found)
    const code = (digits?.[1] ?? digits?.[4])?.padStart(2, '0')
    const beside = fold(digits?.[2] ?? digits?.[3] ?? '')
    if (code !== undefined && LABELS.has(code) && !/\d/.test(beside)) {
      const named = CODE_OF_NAME.get(beside)
      if (named !== undefined && named !== code && !(code === '25' && named === '26')) {
        return report.error('pos-contradicts', { found, code, named })
      }
      return code
    }
    const named = CODE_OF_NAME.get(fold(found))
    if (named === undefined) return report.error('pos-unknown', { found })
    report.note('pos-from-name', { found, used: LABELS.get(named) ?? named })
    return named
  },
  write: (value) => LABELS.get(String(value)) ?? value,
  toWire: (value) => value,
  fromWire: (json) =>
    (typeof json === 'string' || typeof json === 'number') &&
    LABELS.has(String(json).padStart(2, '0'))
      ? String(json).padStart(2, '0')
      : undefined,
  numberFormat: '@',
  labels: STATES.map(({ code, name }) => `${code}-${name}`),
}
