// The sample company's registered customers. Everyone is invented.
import { checkCharacter, isGstin, type Gstin } from '../identifiers.ts'

export interface Party {
  readonly ctin: Gstin
  readonly receiver: string
  readonly type: 'R' | 'SEWP' | 'SEWOP' | 'DE'
  /** Supplies on which the recipient pays the tax. */
  readonly reverse?: true
}

/** State, PAN, name; then what is special. */
export const PARTIES: readonly Party[] = [
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

function party(state: string, pan: string, receiver: string, type: Party['type'] = 'R'): Party {
  return { ctin: gstinOf(state, pan), receiver, type }
}

export function gstinOf(state: string, pan: string): Gstin {
  const first14 = `${state}${pan}1Z`
  const gstin = first14 + checkCharacter(first14)
  if (!isGstin(gstin)) throw new Error(`no form of a GSTIN: ${gstin}`)
  return gstin
}
