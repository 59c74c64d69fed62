import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { SectionSummary, Summary } from '../../../templates/wire/answers.ts'
import { BUYER, HOME_BUYER, rehearse, type Rehearsal } from './rehearsal.ts'
import { interState, intraState, invoice, party } from './rows.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const EMPTY = sha256('')

/** One document in each part of B2B, two in 4A. */
const everyPart = {
  b2b: [
    party(
      BUYER,
      invoice({ inum: 'R1', val: 118.5 }, [interState(100.45)]),
      invoice({ inum: 'R2', val: 105 }, [{ ...interState(100, 5), csamt: 2.25 }]),
      invoice({ inum: 'REV', val: 10, rchrg: 'Y' }, [interState(10)]),
      invoice({ inum: 'DE', val: 20, inv_typ: 'DE' }, [interState(20)]),
    ),
    party(
      HOME_BUYER,
      invoice({ inum: 'HOME', val: 236, pos: '29' }, [intraState(200)]),
      invoice({ inum: 'SEZ1', val: 30, inv_typ: 'SEWP' }, [interState(30)]),
      invoice({ inum: 'SEZ2', val: 40, inv_typ: 'SEWOP' }, [{ rt: 18, txval: 40 }]),
    ),
  ],
}

async function taken(at: Rehearsal, type: 'long' | 'short' = 'long'): Promise<Summary> {
  await at.signIn()
  await at.verdict(everyPart)
  at.settle()
  return (await at.summary(type)).payload
}

const line = ({ sec_sum }: Summary, name: string): SectionSummary => {
  const found = sec_sum.find(({ sec_nm }) => sec_nm === name)
  if (!found) throw new Error(`no line ${name}`)
  return found
}

describe('the summary', () => {
  test('adds up the section and its parts to the paisa, amounts as strings, counts as numbers', () =>
    rehearse(async (at) => {
      const summary = await taken(at)
      expect(line(summary, 'B2B')).toMatchObject({
        ttl_rec: 7,
        ttl_val: '559.5',
        ttl_tax: '500.45',
        ttl_igst: '33.88',
        ttl_cgst: '18',
        ttl_sgst: '18',
        ttl_cess: '2.25',
      })
      const counts = ['4A', '4B', '6C', 'SEZWP', 'SEZWOP'].map(
        (part) => line(summary, `B2B_${part}`).ttl_rec,
      )
      expect(counts).toEqual([3, 1, 1, 1, 1])
      expect(line(summary, 'TTL_LIAB')).toMatchObject({ ttl_rec: 7, ttl_tax: '500.45' })
    }))

  test('writes amounts as numbers where the portal is set to', () =>
    rehearse(
      async (at) => {
        expect(line(await taken(at), 'B2B').ttl_tax).toBe(500.45)
      },
      { amounts: 'number' },
    ))

  test('has every section, also the empty ones, with the figures of their kind', () =>
    rehearse(async (at) => {
      const summary = await taken(at)
      const names = summary.sec_sum.map(({ sec_nm }) => sec_nm)
      for (const part of documentedSections.split(' ')) expect(names).toContain(part)
      expect(new Set(names).size).toBe(names.length)
      expect(line(summary, 'B2CLA')).toEqual({
        sec_nm: 'B2CLA',
        chksum: EMPTY,
        ttl_rec: 0,
        ...Object.fromEntries(
          ['ttl', 'act'].flatMap((kind) =>
            ['val', 'tax', 'igst', 'cgst', 'sgst', 'cess'].map((head) => [`${kind}_${head}`, '0']),
          ),
        ),
      })
      expect(line(summary, 'NIL')).toEqual({
        sec_nm: 'NIL',
        chksum: EMPTY,
        ttl_rec: 0,
        ttl_expt_amt: '0',
        ttl_ngsup_amt: '0',
        ttl_nilsup_amt: '0',
      })
      expect(line(summary, 'DOC_ISSUE')).toMatchObject({ ttl_rec: 0, net_doc_issued: 0 })
      expect(line(summary, 'CDNR').sub_sections?.map(({ sec_nm }) => sec_nm)).toEqual([
        'CDNR_4A',
        'CDNR_4B',
        'CDNR_6C',
        'CDNR_SEZWOP',
        'CDNR_SEZWP',
      ])
    }))

  test('hashes: the empty text for an empty line, the five parts for a section of parts, TTL_LIAB for all', () =>
    rehearse(async (at) => {
      const summary = await taken(at)
      expect(line(summary, 'B2CS').chksum).toBe(EMPTY)
      expect(line(summary, 'B2BA').chksum).toBe(sha256(EMPTY.repeat(5)))
      expect(line(summary, 'B2B').chksum).not.toBe(line(summary, 'B2BA').chksum)
      expect(line(summary, 'TTL_LIAB').chksum).toBe(summary.chksum)
    }))

  test('tells each buyer apart in the long form only', () =>
    rehearse(async (at) => {
      const long = await taken(at)
      expect(line(long, 'B2B').cpty_sum).toMatchObject([
        { ctin: BUYER, ttl_rec: 4, ttl_tax: '230.45' },
        { ctin: HOME_BUYER, ttl_rec: 3, ttl_tax: '270' },
      ])
      expect(long.smryTyp).toBe('L')
      const short = (await at.summary('short')).payload
      expect(line(short, 'B2B').cpty_sum).toBeUndefined()
      expect([short.smryTyp, short.chksum]).toEqual(['S', long.chksum])
    }))

  test('changes its checksum with any amount, and gets it back when the amount comes back', () =>
    rehearse(async (at) => {
      const before = (await taken(at)).chksum
      const save = async (val: number) => {
        await at.verdict({
          b2b: [party(BUYER, invoice({ inum: 'R1', val }, [interState(100.45)]))],
        })
        at.settle()
        return (await at.summary()).payload.chksum
      }
      expect(await save(118.51)).not.toBe(before)
      expect(await save(118.5)).toBe(before)
    }))

  test('is RET13510 where nothing is saved, and 422 for a kind that is none', () =>
    rehearse(async (at) => {
      await at.signIn()
      expect((await at.summary()).code).toBe('RET13510')
      const path = `${at.returnPath}?summary_type=medium`
      expect((await at.call('GET', path)).code).toBe(422)
    }))
})

const documentedSections =
  'AT ATA B2B B2B_4A B2B_4B B2B_6C B2B_SEZWOP B2B_SEZWP B2BA B2BA_4A B2BA_4B B2BA_6C ' +
  'B2BA_SEZWOP B2BA_SEZWP B2CL B2CLA B2CS B2CSA CDNR CDNRA CDNUR CDNURA EXP EXPA HSN HSN_B2B ' +
  'HSN_B2C NIL DOC_ISSUE TXPD TXPDA SUPECOM SUPECOMA ECOM ECOM_REG ECOM_DE ECOM_SEZWOP ' +
  'ECOM_SEZWP ECOM_UNREG ECOMA ECOMA_REG ECOMA_DE ECOMA_SEZWOP ECOMA_SEZWP ECOMA_UNREG TTL_LIAB'
