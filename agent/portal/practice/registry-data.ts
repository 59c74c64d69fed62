// Who is special in the practice world. Everyone else with a well-formed number exists and is active.

/** Cancelled or suspended registrations: a document to one of them ends as `RET191360`. */
export const inactiveBuyers: readonly string[] = [
  '29AABCI4567K1Z4',
  '27AAFFI2345L1Z8',
  '33ABCPI6789M1Z5',
  '07AAECI3456N1Z7',
]

/** Taxpayers whose own supplies are always inter-state. */
export const sezUnits: readonly string[] = ['29AAGFZ1234S1ZE']

/** Taxpayers who file by quarter. */
export const quarterlyFilers: readonly string[] = ['29AAEFQ5678B1Z0']

/** Taxpayers who have not switched on API access on the portal: `AUTH4037` at sign-in. */
export const withoutApiAccess: readonly string[] = ['29AAHFN5678A1Z2']

/** Persons who sign for nobody. A PAN whose fourth letter is not `P` is no person and signs for nobody either. */
export const notSignatories: readonly string[] = ['ZZZPZ9999Z']
