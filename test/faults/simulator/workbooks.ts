// The workbooks that a simulated user has open, and what each of them means the portal shall hold.
import type { Block, Cell } from '../../../templates/block.ts'
import { docs } from '../../../templates/tables/docs.ts'
import { block, BUYERS, INACTIVE_BUYER, row, sheet, type Row } from '../../sheets.ts'
import type { Held } from '../history.ts'

export interface Workbook {
  readonly blocks: Block[]
  /** By section, of the sheets that are there; what is refused or held back is left out. */
  readonly held: Readonly<Record<string, readonly Held[]>>
}

const issued = (from: number, to: number): readonly Cell[] => [
  'Invoices for outward supply',
  `S-${from}`,
  `S-${to}`,
  to - from + 1,
  0,
]

interface Content {
  readonly invoices: readonly Row[]
  /** The portal does not take these. */
  readonly refused?: readonly Row[]
  /** Our own checks do not let these through. */
  readonly wrong?: readonly Row[]
  readonly series?: readonly (readonly [from: number, to: number])[]
}

const CONTENTS: readonly Content[] = [
  { invoices: [row({ inum: 'A-1' })] },
  {
    invoices: [row({ inum: 'A-1', txval: 2000, val: 2360 }), row({ inum: 'A-2', ctin: BUYERS[1] })],
  },
  { invoices: [row({ inum: 'A-2', ctin: BUYERS[2] }), row({ inum: 'A-3' })] },
  { invoices: [row({ inum: 'A-1' })], refused: [row({ inum: 'R-1', ctin: INACTIVE_BUYER })] },
  { invoices: [row({ inum: 'A-3' })], wrong: [row({ inum: 'W-1', txval: 'a lot' })] },
  { invoices: [row({ inum: 'A-1' })], series: [[1, 10]] },
  {
    invoices: [row({ inum: 'A-2', ctin: BUYERS[1] })],
    series: [
      [1, 12],
      [20, 30],
    ],
  },
  { invoices: [] },
]

const headers = docs.columns.map(({ header }) => header)

export const WORKBOOKS: readonly Workbook[] = CONTENTS.map(
  ({ invoices, refused = [], wrong = [], series }) => ({
    blocks: [
      ...sheet([...invoices, ...refused, ...wrong]),
      ...(series === undefined
        ? []
        : [
            block(
              [
                [docs.title],
                [''],
                [''],
                headers,
                ...series.map(([from, to]) => [...issued(from, to)]),
              ],
              docs.sheets[0],
            ),
          ]),
    ],
    held: {
      b2b: invoices.map(({ ctin, inum, val }) => ({
        section: 'b2b',
        key: `${String(ctin)}|${String(inum)}`,
        paise: Number(val) * 100,
      })),
      ...(series !== undefined && {
        doc_issue: series.map(([from, to]) => ({
          section: 'doc_issue',
          key: `1|S-${from}|S-${to}`,
          paise: to - from + 1,
        })),
      }),
    },
  }),
)
