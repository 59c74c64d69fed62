// Why documents are not the same in the sheets and on the portal, and what is said of it. English.

/**
 * Why a document is not the same on both sides. `rounding` its taxes differ within ₹1 a line; `changed-there`, `only-there`
 * and `gone` other software did it; `refused` by the portal in the last save; `waiting` held back with its section or left
 * as the portal has it; `not-sent` for another reason; `still-there` the portal has it from an earlier save, the sheets hold
 * it back or no longer have it.
 */
export type DifferenceCause =
  | 'rounding'
  | 'changed-there'
  | 'only-there'
  | 'gone'
  | 'refused'
  | 'waiting'
  | 'not-sent'
  | 'still-there'

interface Words {
  /** Of one document. */
  readonly state: string
  /** Of several: `{documents}` stands for `14 documents`. */
  readonly cause: string
}

const WORDS: Readonly<Record<DifferenceCause, Words>> = {
  rounding: { state: 'rounded otherwise', cause: 'rounding in {documents}' },
  'changed-there': {
    state: 'changed on the portal',
    cause: '{documents} changed on the portal by other software',
  },
  'only-there': {
    state: 'only on the portal',
    cause: '{documents} only on the portal, from other software',
  },
  gone: {
    state: 'removed on the portal',
    cause: '{documents} removed from the portal by other software',
  },
  refused: { state: 'refused by the portal', cause: '{documents} refused by the portal' },
  waiting: { state: 'waiting', cause: '{documents} waiting, or left as the portal has it' },
  'not-sent': { state: 'not sent', cause: '{documents} not sent with the last save' },
  'still-there': {
    state: 'still on the portal',
    cause: '{documents} still on the portal, held back or gone from the sheets',
  },
}

/** `rounding in 14 documents`. */
export const causeWords = (cause: DifferenceCause, documents: string): string =>
  WORDS[cause].cause.replace('{documents}', documents)

export const stateWords = (state: DifferenceCause | 'same'): string =>
  state === 'same' ? 'the same' : WORDS[state].state

/** Said where no document we know of accounts for a difference. */
export const UNEXPLAINED = 'not explained. Pull what the portal holds and compare'
