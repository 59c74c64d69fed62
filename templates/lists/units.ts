// Unit quantity codes (UQC), as the template lists them, and what people write instead.
import type { Choice } from '../columns/choice.ts'

/** Services have no unit. The template's list does not offer it, the portal wants it. */
export const NO_UNIT = 'NA'

export const UNITS: readonly Choice[] = [
  unit('BAG', 'BAGS', 'Bag'),
  unit('BAL', 'BALE', 'Bales'),
  unit('BDL', 'BUNDLES', 'Bundle', 'Bdls'),
  unit('BKL', 'BUCKLES', 'Buckle'),
  unit('BOU', 'BILLION OF UNITS'),
  unit('BOX', 'BOX', 'Boxes'),
  unit('BTL', 'BOTTLES', 'Bottle', 'Btls'),
  unit('BUN', 'BUNCHES', 'Bunch'),
  unit('CAN', 'CANS', 'Can'),
  unit('CBM', 'CUBIC METERS', 'Cubic metre', 'Cubic metres', 'Cubic meter', 'Cum', 'm3'),
  unit('CCM', 'CUBIC CENTIMETERS', 'Cubic centimetres', 'cc', 'cm3'),
  unit('CMS', 'CENTIMETERS', 'Centimetres', 'Centimeter', 'cm'),
  unit('CTN', 'CARTONS', 'Carton', 'Ctns'),
  unit('DOZ', 'DOZENS', 'Dozen', 'Dz', 'Dzn'),
  unit('DRM', 'DRUMS', 'Drum'),
  unit('GGK', 'GREAT GROSS'),
  unit('GMS', 'GRAMMES', 'Gram', 'Grams', 'Gramme', 'gm', 'g'),
  unit('GRS', 'GROSS'),
  unit('GYD', 'GROSS YARDS'),
  unit('KGS', 'KILOGRAMS', 'Kilogram', 'Kilogrammes', 'Kilo', 'kg'),
  unit('KLR', 'KILOLITRE', 'Kilolitres', 'Kiloliter', 'kl'),
  unit('KME', 'KILOMETRE', 'Kilometres', 'Kilometer', 'km', 'kms'),
  unit('LTR', 'LITRES', 'Litre', 'Liter', 'Liters', 'Ltrs', 'Lt', 'Lit', 'l'),
  unit('MLT', 'MILILITRE', 'Millilitre', 'Millilitres', 'Milliliter', 'ml'),
  unit('MTR', 'METERS', 'Meter', 'Metre', 'Metres', 'Mtrs', 'm'),
  unit('MTS', 'METRIC TON', 'Metric tons', 'Metric tonne', 'Metric tonnes', 'MT'),
  unit('NOS', 'NUMBERS', 'Number', 'No', 'Nos.', 'Num', 'Each', 'Ea'),
  unit('PAC', 'PACKS', 'Pack', 'Packet', 'Packets', 'Pkt', 'Pkts'),
  unit('PCS', 'PIECES', 'Piece', 'Pc'),
  unit('PRS', 'PAIRS', 'Pair', 'Pr'),
  unit('QTL', 'QUINTAL', 'Quintals', 'Qtls'),
  unit('ROL', 'ROLLS', 'Roll'),
  unit('SET', 'SETS', 'Set'),
  unit('SQF', 'SQUARE FEET', 'Square foot', 'Sq ft', 'sft'),
  unit('SQM', 'SQUARE METERS', 'Square metres', 'Square meter', 'Square metre', 'Sq m', 'Sq mtr'),
  unit('SQY', 'SQUARE YARDS', 'Square yard', 'Sq yd', 'Sq yds'),
  unit('TBS', 'TABLETS', 'Tablet', 'Tab', 'Tabs'),
  unit('TGM', 'TEN GROSS'),
  unit('THD', 'THOUSANDS', 'Thousand'),
  unit('TON', 'TONNES', 'Tonne', 'Tons'),
  unit('TUB', 'TUBES', 'Tube'),
  unit('UGS', 'US GALLONS', 'US gallon'),
  unit('UNT', 'UNITS', 'Unit'),
  unit('YDS', 'YARDS', 'Yard', 'Yd'),
  unit('OTH', 'OTHERS', 'Other'),
  { wire: NO_UNIT, label: 'NA', aliases: ['N.A.', 'Not applicable'] },
]

function unit(wire: string, name: string, ...aliases: readonly string[]): Choice {
  return { wire, label: `${wire}-${name}`, aliases: [name, ...aliases] }
}
