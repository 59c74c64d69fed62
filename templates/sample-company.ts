// The sample company: a month of believable invoices, made from a seed, with a few mistakes planted on purpose.
// Everyone in it is invented.
import type { Cell } from './block.ts'
import {
  checkCharacter,
  isGstin,
  lastDayOf,
  type Gstin,
  type Paise,
  type Period,
} from './identifiers.ts'
import { derive } from './reading/read-sheet.ts'
import { plantMistakes, type Planted } from './sample-mistakes.ts'
import { b2b } from './tables/b2b.ts'
import type { Document, Fields } from './tables/table.ts'
import type { Taxpayer } from './taxpayer.ts'

export const SAMPLE_PERIOD = '102026' as Period

/** A proprietor who sells food and drinks to shops: PAN's fourth letter P, so that EVC is hers to give. */
export const SAMPLE_TAXPAYER: Taxpayer = {
  gstin: gstinOf('29', 'ABZPN4827F'),
  username: 'nandi.foods',
  turnover: 6_84_20_000_00 as Paise,
  turnoverToDate: 3_12_75_000_00 as Paise,
  sez: false,
  filing: 'monthly',
  signatoryPan: 'ABZPN4827F',
}

export interface SampleCompany {
  /** Rows by table id, as `buildTemplate` takes them. */
  readonly rows: Readonly<Record<string, readonly (readonly Cell[])[]>>
  readonly planted: readonly Planted[]
}

interface Party {
  readonly ctin: Gstin
  readonly receiver: string
  readonly type: 'R' | 'SEWP' | 'SEWOP' | 'DE'
  /** Supplies on which the recipient pays the tax. */
  readonly reverse?: true
}

/** State, PAN, name; then what is special. */
const PARTIES: readonly Party[] = [
  party('29', 'AAKFC3141B', 'Cauvery Provision Stores'),
  party('29', 'BQTPM2718L', 'Malnad Mart'),
  party('29', 'AAQCS1618H', 'Sahyadri Super Bazaar Pvt Ltd'),
  party('29', 'AAMFJ5772D', 'Jayanagar Cold Drinks House'),
  party('29', 'CLWPH4669K', 'Hoysala Sweets and Savouries'),
  party('29', 'AAZCV8281G', 'Vijaya Retail Chain Ltd'),
  party('29', 'AAEFT3010Q', 'Tunga Wholesale Merchants'),
  party('29', 'BPLPK7320R', 'Kodagu Coffee and Spice Corner'),
  party('29', 'AAHAU9031E', 'Udupi Employees Consumers Society'),
  party('29', 'AAXFB4771M', 'Belagavi Bakery Supplies'),
  party('33', 'AAOFK6054C', 'Kaveri Delta Foods'),
  party('33', 'AARCP2236N', 'Pothigai Hypermarkets Pvt Ltd'),
  party('32', 'BXSPV5092J', 'Vembanad Traders'),
  party('36', 'AAJFG8817P', 'Golconda General Stores'),
  party('37', 'AAWCA1459F', 'Amaravathi Distributors Pvt Ltd'),
  party('27', 'AATFD7643S', 'Deccan Dry Fruit Company'),
  party('30', 'CFNPD3385W', 'Dona Paula Beach Caterers'),
  party('29', 'AAYCI6120T', 'Itagalpura SEZ Canteen Services Ltd', 'SEWP'),
  party('33', 'AAVCO9914A', 'Oragadam Export Zone Foods Ltd', 'SEWP'),
  party('29', 'AALCE4403Y', 'Electronics Park SEZ Hospitality Ltd', 'SEWOP'),
  party('29', 'AAPFX2598V', 'Exim Processed Fruits', 'DE'),
  party('27', 'AAGCN7006U', 'Nhava Export House Pvt Ltd', 'DE'),
  { ...party('29', 'AAUFR1187Z', 'Ranga Cashew Processors'), reverse: true },
]

/** How many invoices the special parties get; the others share the rest. */
const SPECIAL_INVOICES = 3
const INVOICES = 200
const FIRST_NUMBER = 1207

/** Packaged food, most goods, aerated drinks: basis points, as often as they are sold. */
const RATES = [500, 500, 1800, 1800, 1800, 4000]

/** Small amounts, in paise, whose tax tends to end on half a paisa: what floating point rounds wrongly. */
const HALF_PAISA = [33_25, 102_50, 1_005_50, 2_250_10, 41_75, 310_30]

export function sampleCompany(seed = 2026): SampleCompany {
  const invoices = makeInvoices(randomNumbers(seed))
  const { cells, planted } = plantMistakes(b2b, invoices)
  return { rows: { [b2b.id]: cells }, planted }
}

function makeInvoices(random: () => number): Document[] {
  const special = PARTIES.filter(({ type, reverse }) => type !== 'R' || reverse)
  const regular = PARTIES.filter((candidate) => !special.includes(candidate))
  const every = Math.floor(INVOICES / (special.length * SPECIAL_INVOICES))
  const days = Number(lastDayOf(SAMPLE_PERIOD).slice(8))
  return Array.from({ length: INVOICES }, (_, i) => {
    const turn = i % every === every - 1 ? Math.floor(i / every) : undefined
    const buyer =
      turn !== undefined && turn < special.length * SPECIAL_INVOICES
        ? at(special, turn)
        : pick(regular, random)
    const day = String(1 + Math.floor((i * days) / INVOICES)).padStart(2, '0')
    return makeInvoice(buyer, i, day, random)
  })
}

function makeInvoice(buyer: Party, i: number, day: string, random: () => number): Document {
  const rate = buyer.reverse ? 500 : pick(RATES, random)
  const second = pick(RATES, random)
  const rates = second === rate || buyer.reverse || random() < 0.6 ? [rate] : [rate, second]
  const lines: Fields[] = rates.map((rt, line) => ({
    rt,
    txval: (line === 0 ? HALF_PAISA[i - 20] : undefined) ?? amountOf(random),
    csamt: 0,
  }))
  const fields: Fields = {
    ctin: buyer.ctin,
    receiver: buyer.receiver,
    inum: `NF/26-27/${FIRST_NUMBER + i}`,
    idt: `2026-10-${day}`,
    pos: buyer.ctin.slice(0, 2),
    rchrg: buyer.reverse ? 'Y' : 'N',
    inv_typ: buyer.type,
  }
  const document: Document = {
    table: b2b,
    key: '',
    fields,
    lines: structuredClone(lines),
    rows: [],
  }
  derive(document, {
    taxpayer: SAMPLE_TAXPAYER,
    gstin: SAMPLE_TAXPAYER.gstin,
    period: SAMPLE_PERIOD,
  })
  fields.val = document.lines.reduce((sum, line) => sum + valueOf(line, buyer), 0)
  return { ...document, lines }
}

/** Taxable value and tax; the recipient pays the tax of a reverse charge. In paise. */
const valueOf = (line: Fields, { reverse }: Party): number =>
  [line.txval, ...(reverse ? [] : [line.iamt, line.camt, line.samt])].reduce<number>(
    (sum, part) => sum + Number(part ?? 0),
    0,
  )

/** ₹200 to ₹90,000, small orders more often; in paise, at times whole rupees. */
function amountOf(random: () => number): number {
  const size = 200_00 + Math.floor(random() ** 3 * 89_800_00)
  return random() < 0.4 ? size - (size % 100) : size
}

function party(state: string, pan: string, receiver: string, type: Party['type'] = 'R'): Party {
  return { ctin: gstinOf(state, pan), receiver, type }
}

function gstinOf(state: string, pan: string): Gstin {
  const first14 = `${state}${pan}1Z`
  const gstin = first14 + checkCharacter(first14)
  if (!isGstin(gstin)) throw new Error(`no form of a GSTIN: ${gstin}`)
  return gstin
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length]
  if (item === undefined) throw new Error('an empty list')
  return item
}

const pick = <T>(list: readonly T[], random: () => number): T =>
  at(list, Math.floor(random() * list.length))

/** Mulberry32: small, fast, the same everywhere. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
