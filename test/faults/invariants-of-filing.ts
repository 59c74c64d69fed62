// The invariants about the one act that cannot be taken back.
import type { LedgerFiling, Seen } from './history.ts'
import type { Invariant } from './invariants.ts'

/** The checksum that a filing is of; a nil return has none. Nothing where somebody else filed on the portal. */
export const filedBy = ({ chksum, isnil }: LedgerFiling['body']): string | undefined =>
  isnil === 'Y' ? 'nil' : chksum

const isFiled = ({ view }: Seen): boolean =>
  view.stage === 'filed' || view.stage === 'filedElsewhere'
/** What a return that we filed may be called, from the moment the portal has it. */
const TRUE_WORDS: ReadonlySet<string> = new Set(['filing', 'accepted', 'filed', 'filedElsewhere'])

/** For each OTP that the portal sent, how many requests to file followed it. */
export function filesPerOtp(requests: readonly { readonly call: string }[]): number[] {
  const counts: number[] = []
  for (const { call } of requests) {
    if (call === 'requestEvc') counts.push(0)
    if (call === 'file') counts.push((counts.pop() ?? 0) + 1)
  }
  return counts
}

export const filingsInvariants: readonly Invariant[] = [
  {
    id: 'I1',
    says: 'a return is filed at most once',
    broken: ({ ledger: { filings } }) =>
      filings.length > 1 ? `${filings.length} filings` : undefined,
  },
  {
    id: 'I2',
    says: 'at most one request to file for an OTP, and at most one once the portal has filed',
    broken({ ledger: { requests, filings } }) {
      const most = Math.max(0, ...filesPerOtp(requests))
      if (most > 1) return `${most} requests to file for one OTP`
      const filedAt = filings[0]?.event ?? Infinity
      const late = requests.filter(({ call, seq }) => call === 'file' && seq > filedAt).length
      return late > 1 ? `${late} requests to file after the filing` : undefined
    },
  },
  {
    id: 'I3',
    says: 'filed is said only of what the portal has filed, with its ARN, and of the one who filed it',
    broken({ seen, ledger: { filings }, journal, signedOnPortal }) {
      const [filing] = filings
      const wrong = seen.find((one) => isFiled(one) && one.view.arn !== filing?.arn)
      if (wrong !== undefined) return `${wrong.view.stage} with ${wrong.view.arn ?? 'no ARN'}`
      const ours = filing !== undefined && filedBy(filing.body) !== undefined
      const lost = journal.events.some(
        ({ operation_id, to_state }) =>
          to_state === 'UNKNOWN' &&
          journal.operations.some(({ id, kind }) => id === operation_id && kind === 'FILE'),
      )
      const said = seen.at(-1)?.view.stage
      if (said === 'filedElsewhere' && ours) return 'our filing is called another’s'
      if (said === 'filed' && !ours && !signedOnPortal && !lost)
        return 'another’s filing is called ours'
      return undefined
    },
  },
  {
    id: 'I4',
    says: 'what we filed is never shown as not filed',
    broken({ seen }) {
      const denied = seen.find(
        ({ filed, view }) => filed === 'by us' && !TRUE_WORDS.has(view.stage),
      )
      return denied && `shown as ${denied.view.stage} when it was filed`
    },
  },
  {
    id: 'I7',
    says: 'what is filed is what was reviewed and confirmed',
    broken({ ledger: { filings }, confirmations, journal }) {
      const of = filings.map(({ body }) => filedBy(body)).find((checksum) => checksum !== undefined)
      if (of === undefined) return undefined
      if (!confirmations.includes(of)) return `${of} was filed, which nobody confirmed`
      const kept = journal.operations.some(
        ({ kind, state, body }) =>
          kind === 'FILE' &&
          state !== 'INTENT' &&
          (of === 'nil' ? body.includes('"isnil":"Y"') : body.includes(`"chksum":"${of}"`)),
      )
      return kept ? undefined : `${of} was filed without a journal entry that it was sent`
    },
  },
  {
    id: 'I17',
    says: 'filed is shown only with an ARN, and only after the portal was asked for it',
    broken({ seen, ledger: { requests } }) {
      const bare = seen.find((one) => isFiled(one) !== (one.view.arn !== undefined))
      if (bare !== undefined) return `${bare.view.stage} with ${bare.view.arn ?? 'no ARN'}`
      const asked = requests.find(({ call }) => call === 'track' || call === 'publicTrack')
      const early = seen.find((one) => isFiled(one) && (asked?.seq ?? Infinity) > one.after)
      return early && `${early.view.stage} before the portal was asked`
    },
  },
]
