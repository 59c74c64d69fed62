// The four ways in which the portal can differ, and what happens there: left alone, and where the sheet wins.
import type { DifferenceKind } from '../../../agent/http/outputs/plan.ts'

export interface KindWords {
  readonly kind: DifferenceKind
  readonly title: string
  readonly leftAlone: string
  readonly sheetWins: string
}

export const KINDS: readonly KindWords[] = [
  {
    kind: 'elsewhere',
    title: 'Changed on the portal by other software',
    leftAlone: 'The portal’s version stays, and yours is not sent.',
    sheetWins: 'Your version replaces the portal’s.',
  },
  {
    kind: 'only-there',
    title: 'Only on the portal',
    leftAlone: 'They stay in the return, though no sheet has them.',
    sheetWins: 'They are removed from the portal.',
  },
  {
    kind: 'gone',
    title: 'Gone from the portal',
    leftAlone: 'They stay out of the return, though the sheets have them.',
    sheetWins: 'They are sent again.',
  },
  {
    kind: 'e-invoice',
    title: 'E-invoices that the sheet has otherwise',
    leftAlone: 'What came from the e-invoice stays, and yours is not sent.',
    sheetWins:
      'Your version replaces it. The portal then counts it as uploaded by you, without its IRN.',
  },
]
