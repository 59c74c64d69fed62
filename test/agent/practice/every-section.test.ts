// What holds for every section alike: saved, shown, summed, changed, refused twice by a strict portal, deleted.
import { describe, expect, test } from 'vitest'
import type { SectionSummary } from '../../../templates/wire/answers.ts'
import { without } from './amended-samples.ts'
import { kinds, type Kind } from './every-section.ts'
import * as sample from './samples.ts'
import { rehearse, type Rehearsal } from './rehearsal.ts'
import { codesOf } from './verdicts.ts'

/** A line of the summary by its name, or by the names of the line and the sub-section. */
async function line(at: Rehearsal, name: string): Promise<SectionSummary | undefined> {
  const [own = '', inside] = name.split('/')
  const found = (await at.totals()).get(own)
  return inside ? found?.sub_sections?.find(({ sec_nm }) => sec_nm === inside) : found
}

/** The rows of an answer or a save, wherever they lie. */
function rowsIn(json: unknown): Record<string, unknown>[] {
  if (Array.isArray(json)) {
    return json.flatMap((row: Record<string, unknown>) => {
      const list = row.inv ?? row.nt ?? row.posItms
      return list ? rowsIn(list) : [row]
    })
  }
  return Object.values(json as object).flatMap(rowsIn)
}

const taxable = (found?: SectionSummary) => [found?.ttl_rec, Number(found?.ttl_tax)]
const sign = ({ lines }: Kind) => (/^CDN/.test(lines[0] ?? '') ? -1 : 1)

describe.each(kinds.map((kind) => [kind.key, kind] as const))('%s', (_, kind) => {
  test('is taken, shown with what the portal adds, and counted', () =>
    rehearse(async (at) => {
      await at.signIn()
      expect(await at.verdict(kind.in())).toEqual({
        action: 'SAVE',
        form_typ: 'R1',
        status_cd: 'P',
      })
      const shown = rowsIn((await at.read(kind.slug)).payload)
      const facts = without(rowsIn(kind.in())[0] ?? {}, 'flag', 'itms')
      expect(shown).toEqual([expect.objectContaining(facts)])
      expect(shown[0]).toMatchObject({
        flag: expect.stringMatching(/^[UN]$/) as string,
        chksum: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      })
      for (const name of kind.lines) expect((await line(at, name))?.ttl_rec).toBe(1)
      expect(Number((await line(at, 'TTL_LIAB'))?.ttl_tax)).toBe(kind.owed)
      expect((await line(at, 'TTL_LIAB'))?.ttl_rec).toBe(1)
    }))

  test('is replaced by a row of the same key', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict(kind.in())
      const answer = await at.verdict(kind.in(kind.valued(200_000)))
      expect(answer.status_cd).toBe('P')
      for (const name of kind.lines) {
        expect(taxable(await line(at, name))).toEqual([1, sign(kind) * 200_000])
      }
    }))

  test('is refused twice by a strict portal, and stays as it was', () =>
    rehearse(
      async (at) => {
        await at.signIn()
        await at.verdict(kind.in())
        const before = (await at.totals()).get('TTL_LIAB')
        const answer = await at.verdict(kind.in(kind.valued(200_000)))
        expect(codesOf(answer)).toEqual({ [kind.key]: ['RET191190'] })
        expect((await at.totals()).get('TTL_LIAB')).toEqual(before)
      },
      { saves: 'strict' },
    ))

  test('is deleted with the flag D, and only where it is', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict(kind.in())
      expect((await at.verdict(kind.in({ flag: 'D' }))).status_cd).toBe('P')
      expect((await at.read(kind.slug)).code).toBe(kind.empty ?? 'RET11416')
      const again = await at.verdict(kind.in({ flag: 'D' }))
      expect(codesOf(again)).toEqual({
        [kind.key]: [expect.stringMatching(/^RET191(124|157|168|197)$/)],
      })
    }))

  test('fails the whole request with a member that the schema does not know', () =>
    rehearse(async (at) => {
      await at.signIn()
      const answer = await at.verdict(kind.in({ updby: 'S' }))
      expect([answer.status_cd, answer.error_report?.error_cd]).toEqual(['ER', 'RET191106'])
    }))
})

test('sections that are sent whole are replaced whole, at a strict portal too', () =>
  rehearse(
    async (at) => {
      await at.signIn()
      const month = (nil_amt: number, qty: number, totnum: number) => ({
        nil: { inv: [sample.nilRow({ nil_amt })] },
        hsn: { hsn_b2b: [sample.goods({ qty, txval: qty })] },
        doc_issue: sample.issued([1, sample.range({ totnum, cancel: 0, net_issue: totnum })]),
      })
      await at.verdict(month(1, 2, 3))
      expect((await at.verdict(month(4, 5, 6))).status_cd).toBe('P')
      const totals = await at.totals()
      expect(totals.get('NIL')).toMatchObject({ ttl_rec: 1, ttl_nilsup_amt: '4' })
      expect(totals.get('HSN_B2B')).toMatchObject({ ttl_rec: 1, ttl_tax: '5' })
      expect(totals.get('DOC_ISSUE')).toMatchObject({ ttl_rec: 1, ttl_doc_issued: 6 })
    },
    { saves: 'strict' },
  ))

test('all sections together are one return', () =>
  rehearse(async (at) => {
    await at.signIn()
    const body: Record<string, unknown> = {}
    for (const kind of kinds) {
      for (const [name, json] of Object.entries(kind.in())) {
        const before = body[name] as object | undefined
        body[name] = Array.isArray(json) ? json : { ...before, ...(json as object) }
      }
    }
    expect(await at.verdict(body)).toEqual({ action: 'SAVE', form_typ: 'R1', status_cd: 'P' })
    const total = (await at.totals()).get('TTL_LIAB')
    const owed = kinds.reduce((sum, kind) => sum + kind.owed, 0)
    expect(total).toMatchObject({ ttl_rec: kinds.length, ttl_tax: String(owed) })
  }))
