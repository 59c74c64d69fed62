// Tax by rate as bars, one a rate, its heads side by side; each head has a pattern of its own, and the same figures stand
// in a table. The bars are for the eye only.
import type { Review } from '../../../agent/http/outputs/review.ts'
import { figure, inRupees } from '../../ui/amounts.ts'
import { AMOUNTS, HEADS, taxOf } from '../amounts-words.ts'

type Rate = NonNullable<Review['figures']>['rates'][number]

const WIDTH = 288
const HEIGHT = 16

export function TaxByRate({ rates }: { rates: readonly Rate[] }) {
  const most = Math.max(0, ...rates.map(sizeOf))
  if (rates.length === 0) return null
  const used = HEADS.filter(({ part }) => rates.some((rate) => rate[part] !== 0))
  return (
    <section aria-labelledby="tax-by-rate">
      <h3 id="tax-by-rate">Tax by rate</h3>
      {most > 0 && <Patterns />}
      <ul class="rates">
        {rates.map((rate) => (
          <li key={rate.rate}>
            <span>{rateName(rate)}</span>
            <strong>{inRupees(taxOf(rate))}</strong>
            {most > 0 && sizeOf(rate) > 0 && <Bar rate={rate} most={most} />}
          </li>
        ))}
      </ul>
      {used.length > 1 && <Legend heads={used} />}
      <details>
        <summary>All figures by rate</summary>
        {rates.map((rate) => (
          <Figures key={rate.rate} rate={rate} />
        ))}
      </details>
    </section>
  )
}

const rateName = ({ rate }: Rate): string => `${rate / 100}%`

/** Of the bar: heads below zero, where credit notes outweigh, take room like the others. */
const sizeOf = (rate: Rate): number =>
  HEADS.reduce((sum, { part }) => sum + Math.abs(rate[part]), 0)

function Bar({ rate, most }: { rate: Rate; most: number }) {
  let from = 0
  return (
    <svg
      class="bar"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {HEADS.filter(({ part }) => rate[part] !== 0).map(({ part }) => {
        const x = from
        const width = (Math.abs(rate[part]) / most) * WIDTH
        from += width
        const below = rate[part] < 0 ? 'below' : ''
        return <Piece key={part} part={part} x={x} width={width} more={below} />
      })}
    </svg>
  )
}

interface PieceProps {
  readonly part: string
  readonly x: number
  readonly width: number
  readonly more?: string
}

/** The colour, and over it the pattern. */
function Piece({ part, x, width, more = '' }: PieceProps) {
  const box = { x, y: 1, width, height: HEIGHT - 2 }
  return (
    <>
      <rect {...box} class={`${part} ${more}`} />
      <rect {...box} fill={`url(#head-${part})`} />
    </>
  )
}

/** IGST is plain, CGST is striped, SGST dotted, cess checked. */
function Patterns() {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id="head-camt" width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M-1 1l2-2M0 6l6-6M5 7l2-2" />
        </pattern>
        <pattern id="head-samt" width="6" height="6" patternUnits="userSpaceOnUse">
          <circle cx="3" cy="3" r="1.2" />
        </pattern>
        <pattern id="head-csamt" width="5" height="5" patternUnits="userSpaceOnUse">
          <path d="M0 0h5M0 0v5" />
        </pattern>
        <pattern id="head-iamt" width="1" height="1" />
      </defs>
    </svg>
  )
}

function Legend({ heads }: { heads: readonly (typeof HEADS)[number][] }) {
  return (
    <ul class="legend hint">
      {heads.map(({ part, word }) => (
        <li key={part}>
          <svg width="20" height={HEIGHT} viewBox={`0 0 20 ${HEIGHT}`} aria-hidden="true">
            <Piece part={part} x={0.5} width={19} />
          </svg>{' '}
          {word}
        </li>
      ))}
    </ul>
  )
}

function Figures({ rate }: { rate: Rate }) {
  return (
    <table class="rate-table">
      <caption>{rateName(rate)}</caption>
      <tbody>
        {AMOUNTS.filter(({ part }) => part === 'txval' || rate[part] !== 0).map(
          ({ part, word }) => (
            <tr key={part}>
              <th scope="row">{word}</th>
              <td>{figure(rate[part])}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  )
}
