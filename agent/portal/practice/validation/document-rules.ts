// Rules that documents of several sections share: number, date, place of supply, receiver, operator.
import type { PortalCode } from '../codes.ts'
import { dayOf, endOf, gstStart, monthsBeforeEndOf } from '../dates.ts'
import { isBuyer, isOperator } from '../gstin.ts'
import type { Rule, Sent } from './section.ts'

const NUMBER = /^(?=.{1,16}$)[a-zA-Z0-9/-]*[a-zA-Z1-9][a-zA-Z0-9/-]*$/
const STATE = /^(0[1-9]|[12]\d|3[0-8]|97)$/
const FOREIGN = '96'

export const isNumber = (text: string): boolean => NUMBER.test(text)

export const numberRule = <D>(of: (document: D) => string): Rule<D> => ({
  code: 'RET191203',
  broken: ({ document }) => !isNumber(of(document)),
})

export const dateRule = <D>(code: PortalCode, of: (document: D) => string): Rule<D> => ({
  code,
  broken({ document }, { period }) {
    const day = dayOf(of(document))
    return (
      day === undefined ||
      day > endOf(period) ||
      day < gstStart ||
      day < monthsBeforeEndOf(period, 18)
    )
  },
})

type Reach = 'abroad' | 'India'

/** `abroad`: the place may also be another country. */
export const isPlace = (text: string, reach: Reach): boolean =>
  STATE.test(text) || (reach === 'abroad' && text === FOREIGN)

export const placeRule = <D>(of: (sent: Sent<D>) => string, reach: Reach): Rule<D> => ({
  code: 'RET191112',
  broken: (sent) => !isPlace(of(sent), reach),
})

/** Of sections whose party is the receiver. */
export const receiverRules: readonly Rule<unknown>[] = [
  {
    code: 'RET191113',
    broken: ({ party }, { gstin }) => !isBuyer(party) || party.toUpperCase() === gstin,
  },
  {
    code: 'RET191360',
    unless: ['RET191113'],
    broken: ({ party }, { isActive }) => !isActive(party),
  },
]

export const operatorRule: Rule<{ etin?: string | undefined }> = {
  code: 'RET191152',
  broken: ({ document: { etin } }) => etin !== undefined && !isOperator(etin),
}

const TYPES = ['R', 'DE', 'SEWP', 'SEWOP', 'CBW']

export const typeRule: Rule<{ inv_typ: string }> = {
  code: 'RET191181',
  broken: ({ document }) => !TYPES.includes(document.inv_typ),
}
