// `gstr1 taxpayer`: the facts about a GSTIN that rules and the portal need, shown or set.
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import { formatRupees } from '../../templates/money.ts'
import type { Taxpayer } from '../../templates/taxpayer.ts'
import { aboutTaxpayer } from './at-desk.ts'
import { rupeesOf, type Given, type OptionName } from './options.ts'
import { said } from './program.ts'

export const runTaxpayer = aboutTaxpayer(async ({ given }, desk, gstin) => {
  const about = await desk.ask('about', {})
  if (!about.ok) return about
  const known = about.value.taxpayers.find((taxpayer) => taxpayer.gstin === gstin)
  if (!FACTS.some((fact) => given[fact] !== undefined)) {
    return known === undefined
      ? refuse('taxpayer-unknown', { gstin })
      : said(known, taxpayerLines(known))
  }
  const changed = changedBy(given, known ?? { gstin, sez: false, filing: 'monthly' })
  if (!changed.ok) return changed
  const stored = await desk.ask('setTaxpayer', changed.value)
  return stored.ok ? said(stored.value, taxpayerLines(stored.value)) : stored
})

const FACTS = [
  'username',
  'gt',
  'cur-gt',
  'sez',
  'no-sez',
  'quarterly',
  'monthly',
  'pan',
] as const satisfies readonly OptionName[]

type Start = Pick<Taxpayer, 'gstin' | 'sez' | 'filing'> & Partial<Taxpayer>

/** Refuses `facts-missing` (facts: options), which the portal cannot do without. */
function changedBy(given: Given, known: Start): Result<Taxpayer> {
  const gt = rupeesOf(given, 'gt')
  if (!gt.ok) return gt
  const toDate = rupeesOf(given, 'cur-gt')
  if (!toDate.ok) return toDate
  const username = given.username ?? known.username
  const turnover = gt.value ?? known.turnover
  const turnoverToDate = toDate.value ?? known.turnoverToDate
  if (username === undefined || turnover === undefined || turnoverToDate === undefined) {
    const missing = { '--username': username, '--gt': turnover, '--cur-gt': turnoverToDate }
    const options = Object.entries(missing).flatMap(([option, value]) =>
      value === undefined ? [option] : [],
    )
    return refuse('facts-missing', { options: options.join(', ') })
  }
  const signatoryPan = given.pan ?? known.signatoryPan
  const quarterly = switched(known.filing === 'quarterly', given.quarterly, given.monthly)
  return done({
    gstin: known.gstin,
    username,
    turnover,
    turnoverToDate,
    sez: switched(known.sez, given.sez, given['no-sez']),
    filing: quarterly ? 'quarterly' : 'monthly',
    ...(signatoryPan !== undefined && { signatoryPan }),
  })
}

const switched = (before: boolean, on = false, off = false): boolean => on || (before && !off)

const taxpayerLines = (taxpayer: Taxpayer): string[] => [
  `${taxpayer.gstin}: ${taxpayer.username}, files ${taxpayer.filing}${taxpayer.sez ? ', SEZ' : ''}`,
  `Turnover ₹${formatRupees(taxpayer.turnover)}, this year so far ₹${formatRupees(taxpayer.turnoverToDate)}`,
  `Signatory’s PAN: ${taxpayer.signatoryPan ?? 'not told; filing needs it'}`,
]
