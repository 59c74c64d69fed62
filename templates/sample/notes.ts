// Credit and debit notes of the sample month: returns, breakage, prices set right.
import { cdnr } from '../tables/cdnr.ts'
import { cdnur } from '../tables/cdnur.ts'
import type { Context, Fields } from '../tables/table.ts'
import { goodsAt } from './goods.ts'
import { partyFields, RATES } from './invoices.ts'
import { PARTIES } from './parties.ts'
import { at, pick, type Random } from './random.ts'
import { amountBetween, dayOf, sell, type Item, type Sale } from './sale.ts'
import { numberIn, SERIES, type Series } from './series.ts'

type NoteType = 'C' | 'D'

const SERIES_OF: Readonly<Record<NoteType, Series>> = {
  C: SERIES.creditNotes,
  D: SERIES.debitNotes,
}

/** Numbers and dates of notes, which registered and other customers share. */
function noteBook(context: Context, random: Random) {
  const used: Record<NoteType, number> = { C: 0, D: 0 }
  return (ntty: NoteType): Fields => {
    const series = SERIES_OF[ntty]
    const i = used[ntty]++
    return {
      ntty,
      nt_num: numberIn(series, i),
      nt_dt: dayOf(context, i + random(), series.issued),
    }
  }
}

/** To registered customers: which parties by place in the list, and which way. */
const TO_REGISTERED: readonly (readonly [party: number, ntty: NoteType])[] = [
  [0, 'C'],
  [10, 'C'],
  [3, 'C'],
  [5, 'D'],
  [17, 'C'],
  [7, 'C'],
  [14, 'C'],
  [1, 'C'],
  [20, 'C'],
  [9, 'D'],
  [2, 'C'],
  [12, 'C'],
  [6, 'C'],
  [4, 'D'],
  [8, 'C'],
]

/** To consumers: a large invoice of another state, or an export without payment. */
const TO_OTHERS: readonly (readonly [fields: Fields, ntty: NoteType])[] = [
  [{ typ: 'B2CL', pos: '33' }, 'C'],
  [{ typ: 'EXPWOP' }, 'C'],
  [{ typ: 'B2CL', pos: '27' }, 'D'],
]

export function notesOfTheMonth(context: Context, random: Random): { cdnr: Sale[]; cdnur: Sale[] } {
  const next = noteBook(context, random)
  const item = (rate: number): Item => ({
    good: pick(goodsAt(rate), random),
    txval: amountBetween(150, 14_000, random),
  })
  return {
    cdnr: TO_REGISTERED.map(([index, ntty], i) => {
      const rates = i % 5 === 4 ? [500, 1800] : [at(RATES, i + 2)]
      const fields = { ...partyFields(at(PARTIES, index)), ...next(ntty) }
      return sell(context, cdnr, fields, rates.map(item))
    }),
    cdnur: TO_OTHERS.map(([fields, ntty]) =>
      sell(context, cdnur, { ...fields, ...next(ntty) }, [item(500)], {
        taxOutside: fields.typ !== 'B2CL',
      }),
    ),
  }
}
