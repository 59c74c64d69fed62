// What the sample company sells: food and drinks, what is served with them, and a little service.

export interface Good {
  readonly hsn: string
  readonly name: string
  /** UQC; services have none. */
  readonly unit: string
  /** Basis points. */
  readonly rate: number
  /** Paise a unit. */
  readonly price: number
}

const good = (hsn: string, name: string, unit: string, rate: number, price: number): Good => ({
  hsn,
  name,
  unit,
  rate,
  price,
})

export const COFFEE = good('090121', 'Roasted coffee', 'KGS', 500, 640_00)
export const TEA = good('090240', 'Black tea', 'KGS', 500, 310_00)
export const JAM = good('200799', 'Fruit jams', 'BTL', 500, 96_00)
export const NAMKEEN = good('210690', 'Namkeen and savouries', 'PAC', 500, 42_00)

export const GOODS: readonly Good[] = [
  COFFEE,
  TEA,
  JAM,
  NAMKEEN,
  good('190531', 'Biscuits', 'CTN', 500, 780_00),
  good('340250', 'Dishwashing liquid', 'BTL', 1800, 88_00),
  good('482369', 'Paper cups and plates', 'PAC', 1800, 130_00),
  good('760719', 'Aluminium foil rolls', 'ROL', 1800, 165_00),
  good('330741', 'Incense sticks for shops', 'DOZ', 1800, 210_00),
  good('998540', 'Packing in gift hampers', 'NA', 1800, 0),
  good('220210', 'Aerated drinks', 'CTN', 4000, 540_00),
  good('220299', 'Caffeinated drinks', 'CTN', 4000, 960_00),
]

/** Bought from growers in the shell; who buys it pays the tax. */
export const CASHEW = good('080131', 'Cashew nuts in shell', 'KGS', 500, 118_00)

export const DESIGN = good('998391', 'Design of food packaging', 'NA', 1800, 0)

/** Nil rated, and exempt because it is sold loose. */
export const BREAD = good('190590', 'Bread', 'PAC', 0, 38_00)
export const RICE = good('100630', 'Rice, loose', 'KGS', 0, 54_00)

export const goodsAt = (rate: number): readonly Good[] =>
  GOODS.filter((candidate) => candidate.rate === rate)
