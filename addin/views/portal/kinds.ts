// The ways in which a document is not the same in the sheets and on the portal, in the words of the view.
import type { ReconciledRow } from '../../../agent/http/outputs/portal.ts'

export type Kind = ReconciledRow['kind']

export const KINDS: readonly { readonly kind: Kind | 'all'; readonly text: string }[] = [
  { kind: 'all', text: 'All' },
  { kind: 'different', text: 'Different' },
  { kind: 'only-here', text: 'Only in the sheets' },
  { kind: 'only-there', text: 'Only on the portal' },
  { kind: 'held-back', text: 'In rows with a mistake' },
]

export const WORDS: Readonly<Record<Kind, string>> = {
  different: 'Different',
  'only-here': 'Only in the sheets',
  'only-there': 'Only on the portal',
  'held-back': 'On the portal; its row in the sheet has a mistake',
}

/** What the portal has can be written into the sheets. */
export const canBeWritten = ({ kind }: ReconciledRow): boolean =>
  kind === 'different' || kind === 'only-there'
