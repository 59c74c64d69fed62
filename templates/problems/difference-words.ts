// What is said of documents that are not the same in the sheets and on the portal. English; the codes are the contract's.

type Code =
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

const WORDS: Readonly<Record<Code, Words>> = {
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
export const causeWords = (cause: Code, documents: string): string =>
  WORDS[cause].cause.replace('{documents}', documents)

export const stateWords = (state: Code | 'same'): string =>
  state === 'same' ? 'the same' : WORDS[state].state

/** Said where no document we know of accounts for a difference. */
export const UNEXPLAINED = 'not explained. Pull what the portal holds and compare'
