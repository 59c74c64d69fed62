// What every section has in common, as a table: its place in the save, in the answers and in the summary, and a good row.
import * as amended from './amended-samples.ts'
import { BUYER } from './rehearsal.ts'
import { interState, invoice } from './rows.ts'
import * as sample from './samples.ts'

export interface Kind {
  /** As the ledger and the error report name it. */
  readonly key: string
  readonly slug: string
  /** Lines of the summary that count the row. */
  readonly lines: readonly string[]
  readonly empty?: 'RET11417'
  /** What the row is worth for the return's total, in rupees, where the original is not known. */
  readonly owed: number
  /** The sections of a save that has the row with these changes, and as the answer shows them. */
  in(changes?: object): Record<string, unknown>
  /** Rupees of the row's taxable value, in a row that is otherwise good. */
  valued(txval: number): object
  /** A flag that a deletion has beside what the row says. */
  readonly whole?: boolean
}

const numbered = (txval: number) => ({ itms: invoice({}, [interState(txval)]).itms })
const plain = (line: object) => ({ itms: [line] })
const local = (txval: number, rt: number) => ({
  rt,
  txval,
  iamt: 0,
  camt: Math.round(txval * rt) / 200,
  samt: Math.round(txval * rt) / 200,
  csamt: 0,
})

export const kinds: readonly Kind[] = [
  {
    key: 'b2b',
    slug: 'b2b',
    lines: ['B2B', 'B2B_4A'],
    owed: 50_000,
    in: (changes) => ({ b2b: [{ ctin: BUYER, inv: [invoice(changes)] }] }),
    valued: numbered,
  },
  {
    key: 'b2ba',
    slug: 'b2ba',
    lines: ['B2BA', 'B2BA_4A'],
    owed: 30_000,
    in: (changes) => ({ b2ba: [{ ctin: BUYER, inv: [amended.amendedInvoice(changes)] }] }),
    valued: numbered,
  },
  {
    key: 'b2cl',
    slug: 'b2cl',
    lines: ['B2CL'],
    owed: 120_000,
    in: (changes) => ({ b2cl: [sample.large('33', sample.largeInvoice(changes))] }),
    valued: numbered,
  },
  {
    key: 'b2cla',
    slug: 'b2cla',
    lines: ['B2CLA'],
    owed: 120_000,
    in: (changes) => ({ b2cla: [sample.large('33', amended.amendedLarge(changes))] }),
    valued: numbered,
  },
  {
    key: 'b2cs',
    slug: 'b2cs',
    lines: ['B2CS'],
    owed: -1000,
    in: (changes) => ({ b2cs: [sample.netReturn(changes)] }),
    valued: (txval) => ({ txval, iamt: (txval * 18) / 100 }),
  },
  {
    key: 'b2csa',
    slug: 'b2csa',
    lines: ['B2CSA'],
    owed: 51_000,
    in: (changes) => ({ b2csa: [amended.amendedNet(changes)] }),
    valued: (txval) => plain(local(txval, 12)),
  },
  {
    key: 'cdnr',
    slug: 'cdnr',
    lines: ['CDNR', 'CDNR/CDNR_4A'],
    owed: -2000,
    in: (changes) => ({ cdnr: [sample.notesTo(sample.note(changes))] }),
    valued: numbered,
  },
  {
    key: 'cdnra',
    slug: 'cdnra',
    lines: ['CDNRA', 'CDNRA/CDNRA_4A'],
    owed: -2000,
    in: (changes) => ({ cdnra: [sample.notesTo(amended.amendedNote(changes))] }),
    valued: numbered,
  },
  {
    key: 'cdnur',
    slug: 'cdnur',
    lines: ['CDNUR', 'CDNUR/B2CL'],
    owed: -10_000,
    in: (changes) => ({ cdnur: [sample.plainNote(changes)] }),
    valued: numbered,
  },
  {
    key: 'cdnura',
    slug: 'cdnura',
    lines: ['CDNURA', 'CDNURA/B2CL'],
    owed: -10_000,
    in: (changes) => ({ cdnura: [amended.amendedPlainNote(changes)] }),
    valued: numbered,
  },
  {
    key: 'exp',
    slug: 'exp',
    lines: ['EXP', 'EXP/EXPWP'],
    empty: 'RET11417',
    owed: 200_000,
    in: (changes) => ({ exp: [sample.exported('WPAY', sample.exportInvoice(changes))] }),
    valued: (txval) => plain(interState(txval)),
  },
  {
    key: 'expa',
    slug: 'expa',
    lines: ['EXPA', 'EXPA/EXPWP'],
    empty: 'RET11417',
    owed: 200_000,
    in: (changes) => ({ expa: [sample.exported('WPAY', amended.amendedExport(changes))] }),
    valued: (txval) => plain(interState(txval)),
  },
  {
    key: 'at',
    slug: 'at',
    lines: ['AT'],
    owed: 40_000,
    in: (changes) => ({ at: [sample.advance(changes)] }),
    valued: advanceOf,
  },
  {
    key: 'ata',
    slug: 'ata',
    lines: ['ATA'],
    owed: 40_000,
    in: (changes) => ({ ata: [amended.amendedAdvance(changes)] }),
    valued: advanceOf,
  },
  {
    key: 'txpd',
    slug: 'txp',
    lines: ['TXPD'],
    owed: -40_000,
    in: (changes) => ({ txpd: [sample.advance(changes)] }),
    valued: advanceOf,
  },
  {
    key: 'txpda',
    slug: 'txpa',
    lines: ['TXPDA'],
    owed: -40_000,
    in: (changes) => ({ txpda: [amended.amendedAdvance(changes)] }),
    valued: advanceOf,
  },
  {
    key: 'clttx',
    slug: 'supeco',
    lines: ['SUPECOM', 'SUPECOM/SUPECOM_14A'],
    owed: 0,
    in: (changes) => ({ supeco: { clttx: [amended.supply(changes)] } }),
    valued: (suppval) => ({ suppval }),
  },
  {
    key: 'paytx',
    slug: 'supeco',
    lines: ['SUPECOM', 'SUPECOM/SUPECOM_14B'],
    owed: 0,
    in: (changes) => ({ supeco: { paytx: [amended.supply({ etin: amended.PAYER, ...changes })] } }),
    valued: (suppval) => ({ suppval }),
  },
  {
    key: 'clttxa',
    slug: 'supecoa',
    lines: ['SUPECOMA', 'SUPECOMA/SUPECOMA_14A'],
    owed: 0,
    in: (changes) => ({ supecoa: { clttxa: [amended.amendedSupply(changes)] } }),
    valued: (suppval) => ({ suppval }),
  },
  {
    key: 'paytxa',
    slug: 'supecoa',
    lines: ['SUPECOMA', 'SUPECOMA/SUPECOMA_14B'],
    owed: 0,
    in: (changes) => ({
      supecoa: {
        paytxa: [amended.amendedSupply({ etin: amended.PAYER, oetin: amended.PAYER, ...changes })],
      },
    }),
    valued: (suppval) => ({ suppval }),
  },
  {
    key: 'ecom_b2b',
    slug: 'ecom',
    lines: ['ECOM', 'ECOM_REG'],
    owed: 1000,
    in: (changes) => ({ ecom: { b2b: [amended.sold(amended.operated(changes))] } }),
    valued: numbered,
  },
  {
    key: 'ecom_urp2b',
    slug: 'ecom',
    lines: ['ECOM', 'ECOM_REG'],
    owed: 1000,
    in: (changes) => ({ ecom: { urp2b: [amended.soldUnregistered(amended.operated(changes))] } }),
    valued: numbered,
  },
  {
    key: 'ecom_b2c',
    slug: 'ecom',
    lines: ['ECOM', 'ECOM_UNREG'],
    owed: 80_000,
    in: (changes) => ({ ecom: { b2c: [amended.operatedNet(changes)] } }),
    valued: (txval) => local(txval, 5),
  },
  {
    key: 'ecom_urp2c',
    slug: 'ecom',
    lines: ['ECOM', 'ECOM_UNREG'],
    owed: 80_000,
    in: (changes) => ({ ecom: { urp2c: [amended.operatedPlain(changes)] } }),
    valued: (txval) => local(txval, 5),
  },
  {
    key: 'ecom_b2ba',
    slug: 'ecoma',
    lines: ['ECOMA', 'ECOMA_REG'],
    empty: 'RET11417',
    owed: 1000,
    in: (changes) => ({ ecoma: { b2ba: [amended.sold(amended.amendedOperated(changes))] } }),
    valued: numbered,
  },
  {
    key: 'ecom_urp2ba',
    slug: 'ecoma',
    lines: ['ECOMA', 'ECOMA_REG'],
    empty: 'RET11417',
    owed: 1000,
    in: (changes) => ({
      ecoma: { urp2ba: [amended.soldUnregistered(amended.amendedOperated(changes))] },
    }),
    valued: numbered,
  },
  {
    key: 'ecom_b2ca',
    slug: 'ecoma',
    lines: ['ECOMA', 'ECOMA_UNREG'],
    empty: 'RET11417',
    owed: 76_000,
    in: (changes) => ({
      ecoma: { b2ca: [{ pos: '29', posItms: [amended.amendedOperatedNet(changes)] }] },
    }),
    valued: (txval) => plain(local(txval, 5)),
  },
  {
    key: 'ecom_urp2ca',
    slug: 'ecoma',
    lines: ['ECOMA', 'ECOMA_UNREG'],
    empty: 'RET11417',
    owed: 9000,
    in: (changes) => ({ ecoma: { urp2ca: [amended.amendedOperatedPlain(changes)] } }),
    valued: (txval) => plain(local(txval, 5)),
  },
]

function advanceOf(ad_amt: number) {
  return plain({ ...amended.without(local(ad_amt, 18), 'txval'), ad_amt })
}
