// States and territories as place of supply: code, the template's own label, and what people write instead; and those of
// which parties are.

export interface State {
  readonly code: string
  readonly name: string
  readonly aliases?: readonly string[]
}

/** In the order of the template's list. 28 was never offered; 25 merged into 26 on 26-01-2020 but is still listed. */
export const STATES: readonly State[] = [
  { code: '01', name: 'Jammu & Kashmir', aliases: ['JK', 'Jammu and Kashmir'] },
  { code: '02', name: 'Himachal Pradesh', aliases: ['HP'] },
  { code: '03', name: 'Punjab', aliases: ['PB'] },
  { code: '04', name: 'Chandigarh', aliases: ['CH'] },
  { code: '05', name: 'Uttarakhand', aliases: ['UK', 'UA', 'Uttaranchal'] },
  { code: '06', name: 'Haryana', aliases: ['HR'] },
  { code: '07', name: 'Delhi', aliases: ['DL', 'New Delhi', 'NCT of Delhi'] },
  { code: '08', name: 'Rajasthan', aliases: ['RJ'] },
  { code: '09', name: 'Uttar Pradesh', aliases: ['UP'] },
  { code: '10', name: 'Bihar', aliases: ['BR'] },
  { code: '11', name: 'Sikkim', aliases: ['SK'] },
  { code: '12', name: 'Arunachal Pradesh', aliases: ['AR'] },
  { code: '13', name: 'Nagaland', aliases: ['NL'] },
  { code: '14', name: 'Manipur', aliases: ['MN'] },
  { code: '15', name: 'Mizoram', aliases: ['MZ'] },
  { code: '16', name: 'Tripura', aliases: ['TR'] },
  { code: '17', name: 'Meghalaya', aliases: ['ML'] },
  { code: '18', name: 'Assam', aliases: ['AS'] },
  { code: '19', name: 'West Bengal', aliases: ['WB'] },
  { code: '20', name: 'Jharkhand', aliases: ['JH'] },
  { code: '21', name: 'Odisha', aliases: ['OD', 'OR', 'Orissa'] },
  { code: '22', name: 'Chhattisgarh', aliases: ['CG', 'Chattisgarh'] },
  { code: '23', name: 'Madhya Pradesh', aliases: ['MP'] },
  { code: '24', name: 'Gujarat', aliases: ['GJ'] },
  { code: '25', name: 'Daman & Diu' },
  {
    code: '26',
    name: 'Dadra & Nagar Haveli & Daman & Diu',
    aliases: ['Dadra & Nagar Haveli', 'Dadra and Nagar Haveli and Daman and Diu', 'DNHDD'],
  },
  { code: '27', name: 'Maharashtra', aliases: ['MH'] },
  { code: '29', name: 'Karnataka', aliases: ['KA'] },
  { code: '30', name: 'Goa', aliases: ['GA'] },
  { code: '31', name: 'Lakshdweep', aliases: ['LD', 'Lakshadweep'] },
  { code: '32', name: 'Kerala', aliases: ['KL'] },
  { code: '33', name: 'Tamil Nadu', aliases: ['TN', 'Tamilnadu'] },
  { code: '34', name: 'Puducherry', aliases: ['PY', 'Pondicherry'] },
  { code: '35', name: 'Andaman & Nicobar Islands', aliases: ['AN', 'Andaman and Nicobar'] },
  { code: '36', name: 'Telangana', aliases: ['TS', 'TG'] },
  { code: '37', name: 'Andhra Pradesh', aliases: ['AP'] },
  { code: '38', name: 'Ladakh', aliases: ['LA'] },
  { code: '97', name: 'Other Territory' },
]

/** How a GSTIN, UIN or other number of a party may begin: 28 is Andhra Pradesh before 2014, 99 the centre. */
export const PARTY_STATES: ReadonlySet<string> = new Set([
  ...STATES.map(({ code }) => code),
  '28',
  '99',
])

/** Outside India: offered only where the sheet's list carries it. */
export const FOREIGN: State = { code: '96', name: 'Foreign Country', aliases: ['Foreign'] }
