// The column in which the add-in tells what became of each row. The reader leaves it alone: what stands in it is ours.
import type { Cell } from './block.ts'

export const STATUS_HEADER = 'GSTR-1 status'

/** `differs`: the portal holds the document otherwise than the sheet has it now. */
export type RowState =
  'not-sent' | 'differs' | 'on-portal' | 'refused' | 'held-back' | 'set-aside' | 'filed'

/** A sign as well as words. More may follow: why it was refused, the ARN. */
export const STATUS_WORDS: Readonly<Record<RowState, string>> = {
  'not-sent': '○ Not sent',
  differs: '△ Differs from the portal',
  'on-portal': '✓ On the portal',
  refused: '✗ Refused',
  'held-back': '! Held back',
  'set-aside': '– Set aside',
  filed: '✓ Filed',
}

const WORDS = Object.values(STATUS_WORDS)

/** Whether a cell holds what this column says, and nothing that a person wrote. */
export const isStatusText = (cell: Cell): boolean =>
  typeof cell === 'string' && WORDS.some((words) => cell.startsWith(words))
