// What an amendment changes: beside its own figures it carries their difference to those of its originals.
import type { Figures, Head } from './totals.ts'

/** The heads that a difference is told of, and the head that it is told as. */
const told = {
  val: 'act_val',
  txval: 'act_txval',
  iamt: 'act_iamt',
  camt: 'act_camt',
  samt: 'act_samt',
  csamt: 'act_csamt',
} as const satisfies Partial<Record<Head, Head>>

export const actual = (head: Head): Head => (head in told ? told[head as keyof typeof told] : head)

export function difference(figures: Figures, original: Figures): Figures {
  return {
    ...figures,
    ...Object.fromEntries(
      Object.keys(told).map((name) => {
        const head = name as keyof typeof told
        return [told[head], (figures[head] ?? 0) - (original[head] ?? 0)]
      }),
    ),
  }
}

export function addUp(list: readonly Figures[]): Figures {
  const sums: Partial<Record<Head, number>> = {}
  for (const figures of list) {
    for (const [name, amount] of Object.entries(figures)) {
      const head = name as Head
      sums[head] = (sums[head] ?? 0) + amount
    }
  }
  return sums
}
