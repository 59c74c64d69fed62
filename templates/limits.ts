// What Excel lets a user type into a cell of the template, by kind; pasting goes past it.

export interface Limit {
  readonly type: 'decimal' | 'whole' | 'textLength'
  readonly operator: 'between' | 'equal' | 'greaterThanOrEqual'
  /** One bound, or two for `between`. */
  readonly bounds: readonly number[]
  readonly error: string
}

/** What is said to a value that is not in its list. */
export const NOT_IN_LIST = 'Choose from the list.'

export const LIMITS: Readonly<Record<string, Limit>> = {
  amount: {
    type: 'decimal',
    operator: 'greaterThanOrEqual',
    bounds: [0],
    error: 'Enter an amount of zero or more. What is taken back goes into a credit note.',
  },
  'signed-amount': {
    type: 'decimal',
    operator: 'between',
    bounds: [-9_999_999_999_999, 9_999_999_999_999],
    error: 'Enter an amount, with a minus sign where more was taken back than supplied.',
  },
  quantity: {
    type: 'decimal',
    operator: 'between',
    bounds: [-999_999_999_999_999, 999_999_999_999_999],
    error: 'Enter a quantity as a number; the unit stands in the column before.',
  },
  count: {
    type: 'whole',
    operator: 'between',
    bounds: [0, 9_999_999_999],
    error: 'Enter how many documents: a whole number.',
  },
  hsn: {
    type: 'textLength',
    operator: 'between',
    bounds: [4, 8],
    error: 'An HSN or SAC code has 4 to 8 digits.',
  },
  'document-number': {
    type: 'textLength',
    operator: 'between',
    bounds: [1, 16],
    error: 'The number may have up to 16 letters, digits, - and /.',
  },
  gstin: {
    type: 'textLength',
    operator: 'equal',
    bounds: [15],
    error: 'A GSTIN has 15 characters.',
  },
  'port-code': {
    type: 'textLength',
    operator: 'between',
    bounds: [1, 6],
    error: 'A port code has up to 6 letters and digits.',
  },
  'shipping-bill': {
    type: 'textLength',
    operator: 'between',
    bounds: [3, 7],
    error: 'A shipping bill number has 3 to 7 digits.',
  },
}
