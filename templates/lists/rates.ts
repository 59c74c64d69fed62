// The portal's rate list, and when the law retired or brought a rate. Rates are basis points: 18 % is 1800.

export interface Rate {
  readonly rate: number
  /** First and last invoice date, `YYYY-MM-DD`, on which the rate is ordinary; outside it a warning, never an error. */
  readonly from?: string
  readonly until?: string
}

/**
 * The portal takes any of these on any date (RET191175 for others). Dates: rate notifications of
 * 21-09-2025 ended 12 % and 28 % for nearly all goods and brought 40 %; older starts are historical.
 */
export const RATES: readonly Rate[] = [
  { rate: 0 },
  { rate: 10, from: '2017-10-23' },
  { rate: 25 },
  { rate: 100, from: '2019-04-01' },
  { rate: 150, from: '2019-04-01' },
  { rate: 300 },
  { rate: 500 },
  { rate: 600, from: '2022-04-01' },
  { rate: 750, from: '2019-04-01' },
  { rate: 1200, until: '2025-09-21' },
  { rate: 1800 },
  { rate: 2800, until: '2026-01-31' },
  { rate: 4000, from: '2025-09-22' },
]

const known = new Map<unknown, Rate>(RATES.map((rate) => [rate.rate, rate]))

/** The rate of the list, of its basis points. */
export const rateOf = (points: unknown): Rate | undefined => known.get(points)

/** Compensation cess ended for nearly everything on this date (tobacco on 01-02-2026). */
export const CESS_ENDED = '2025-09-22'
