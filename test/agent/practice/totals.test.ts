// Any saves, over all sections but b2b, leave what a simple model of them has: the rows, and the totals to the rupee.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rehearse, type Rehearsal } from './rehearsal.ts'
import * as sample from './samples.ts'

interface Act {
  readonly key: number
  readonly rupees: number
  readonly deletes: boolean
}

/** How a section looks to someone who only knows keys and rupees. Rates are 0, so value is all there is. */
interface Sheet {
  readonly line: string
  readonly figure: 'ttl_tax' | 'ttl_nilsup_amt' | 'ttl_doc_issued'
  readonly sign: 1 | -1
  /** What a rupee of it adds to the return. */
  readonly liability: 1 | -1 | 0
  readonly whole: boolean
  json(rows: readonly Act[]): unknown
}

const numbered = (txval: number) => ({ itms: [{ num: 1, itm_det: { rt: 0, txval } }] })
const flag = ({ deletes }: Act) => (deletes ? { flag: 'D' } : {})
const states = ['01', '02', '03', '04']
const state = ({ key }: Act) => states[key] ?? ''
const added = { sign: 1, liability: 1, whole: false, figure: 'ttl_tax' } as const

const sheets: Readonly<Record<string, Sheet>> = {
  b2cl: {
    ...added,
    line: 'B2CL',
    json: (rows) =>
      rows.map((row) =>
        sample.large(
          row.rupees % 2 === 0 ? '33' : '07',
          sample.largeInvoice({
            inum: `L${String(row.key)}`,
            ...numbered(row.rupees),
            ...flag(row),
          }),
        ),
      ),
  },
  b2cs: {
    ...added,
    line: 'B2CS',
    json: (rows) =>
      rows.map((row) =>
        sample.netReturn({ pos: state(row), rt: 0, txval: row.rupees, iamt: 0, ...flag(row) }),
      ),
  },
  cdnr: {
    ...added,
    line: 'CDNR',
    sign: -1,
    json: (rows) =>
      rows.map((row) =>
        sample.notesTo(
          sample.note({ nt_num: `N${String(row.key)}`, ...numbered(row.rupees), ...flag(row) }),
        ),
      ),
  },
  cdnur: {
    ...added,
    line: 'CDNUR',
    json: (rows) =>
      rows.map((row) =>
        sample.exportNote({ nt_num: `U${String(row.key)}`, ...numbered(row.rupees), ...flag(row) }),
      ),
  },
  exp: {
    ...added,
    line: 'EXP',
    json: (rows) =>
      rows.map((row) =>
        sample.exported(
          'WOPAY',
          sample.exportInvoice({
            inum: `X${String(row.key)}`,
            itms: [{ rt: 0, txval: row.rupees }],
            ...flag(row),
          }),
        ),
      ),
  },
  at: { ...added, line: 'AT', json: advances },
  txpd: { ...added, line: 'TXPD', liability: -1, json: advances },
  nil: {
    ...added,
    line: 'NIL',
    figure: 'ttl_nilsup_amt',
    liability: 0,
    whole: true,
    json: (rows) => ({
      inv: rows.map(({ key, rupees }) =>
        sample.nilRow({
          sply_ty: ['INTRB2B', 'INTRAB2B', 'INTRB2C', 'INTRAB2C'][key],
          nil_amt: rupees,
        }),
      ),
    }),
  },
  hsn: {
    ...added,
    line: 'HSN',
    liability: 0,
    whole: true,
    json: (rows) => ({
      hsn_b2c: rows.map(({ key, rupees }) =>
        sample.goods({ hsn_sc: `847${String(key)}`, txval: rupees }),
      ),
    }),
  },
  doc_issue: {
    ...added,
    line: 'DOC_ISSUE',
    figure: 'ttl_doc_issued',
    liability: 0,
    whole: true,
    json: (rows) => ({
      doc_det: [
        {
          doc_num: 1,
          docs: rows.map(({ key, rupees }) =>
            sample.range({ num: key + 1, totnum: rupees, cancel: 0, net_issue: rupees }),
          ),
        },
      ],
    }),
  },
}

function advances(rows: readonly Act[]) {
  return rows.map((row) =>
    sample.farAdvance({
      pos: state(row),
      itms: [{ rt: 0, ad_amt: row.rupees }],
      ...flag(row),
    }),
  )
}

const act = fc.record({
  key: fc.integer({ min: 0, max: 3 }),
  rupees: fc.integer({ min: 1, max: 99_999 }),
  deletes: fc.boolean(),
})
const request = fc
  .dictionary(
    fc.constantFrom(...Object.keys(sheets)),
    fc.array(act, { minLength: 1, maxLength: 3 }),
    { minKeys: 1 },
  )
  .map((acts) => new Map(Object.entries(acts)))

type Model = ReadonlyMap<number, number>

/** What one request leaves of a section, by the rules as a user would say them. */
function after(before: Model, acts: readonly Act[], { whole }: Sheet): Model {
  const once = acts.filter((one) => acts.filter(({ key }) => key === one.key).length === 1)
  if (whole) {
    return once.length < acts.length
      ? before
      : new Map(acts.map(({ key, rupees }) => [key, rupees]))
  }
  const left = new Map(before)
  for (const { key, rupees, deletes } of once) {
    if (deletes) left.delete(key)
    else left.set(key, rupees)
  }
  return left
}

const sumOf = (model: Model) => [...model.values()].reduce((sum, rupees) => sum + rupees, 0)

async function shown(at: Rehearsal): Promise<Record<string, { records: number; sum: number }>> {
  at.settle()
  if ((await at.summary()).code === 'RET13510') return {}
  const totals = await at.totals('short')
  return Object.fromEntries(
    Object.entries(sheets).map(([section, { line, figure }]) => {
      const found = totals.get(line) as unknown as Record<string, unknown>
      return [section, { records: Number(found.ttl_rec), sum: Number(found[figure]) }]
    }),
  )
}

test('any saves leave the rows and totals of a simple model, in every section and in the return', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 5 }), (requests) =>
      rehearse(async (at) => {
        await at.signIn()
        const models = new Map<string, Model>(Object.keys(sheets).map((name) => [name, new Map()]))
        for (const acts of requests) {
          const body: Record<string, unknown> = {}
          for (const [name, sheet] of Object.entries(sheets)) {
            const ofSheet = acts.get(name)
            if (!ofSheet) continue
            body[name] = sheet.json(ofSheet)
            models.set(name, after(models.get(name) ?? new Map(), ofSheet, sheet))
          }
          await at.verdict(body)
        }
        const isEmpty = [...models.values()].every(({ size }) => size === 0)
        const expected = Object.entries(sheets).map(([name, { sign }]) => {
          const model = models.get(name) ?? new Map<number, number>()
          return [name, { records: model.size, sum: sign * sumOf(model) || 0 }]
        })
        expect(await shown(at)).toEqual(isEmpty ? {} : Object.fromEntries(expected))
        if (isEmpty) return
        const liability = Object.entries(sheets).reduce(
          (sum, [name, { sign, liability }]) =>
            sum + sign * liability * sumOf(models.get(name) ?? new Map<number, number>()),
          0,
        )
        const held = await at.admin<Record<string, unknown[]>>(
          'GET',
          `/documents?gstin=${at.gstin}&period=${at.period}`,
        )
        for (const [name, { size }] of models) expect(held[name]).toHaveLength(size)
        const total = (await at.totals()).get('TTL_LIAB')
        expect(Number(total?.ttl_tax)).toBe(liability || 0)
        expect(total?.ttl_rec).toBe([...models.values()].reduce((sum, { size }) => sum + size, 0))
      }),
    ),
    { numRuns: 25 },
  )
}, 60_000)

test('the checksum tells one return from another, and not one way to it from another', () =>
  rehearse(async (at) => {
    await at.signIn()
    const first = sample.netReturn()
    const second = sample.netReturn({ pos: '07' })
    const checksum = async (...saves: object[]) => {
      await at.reset()
      at.settle()
      for (const save of saves) await at.verdict(save)
      at.settle()
      return (await at.summary()).payload.chksum
    }
    const both = await checksum({ b2cs: [first, second] })
    expect(await checksum({ b2cs: [second] }, { b2cs: [first] })).toBe(both)
    const mistaken = sample.netReturn({ txval: -1, iamt: -0.18 })
    expect(await checksum({ b2cs: [mistaken, second] }, { b2cs: [first] })).toBe(both)
    expect(await checksum({ b2cs: [mistaken, second] })).not.toBe(both)
    expect(await checksum({ b2cs: [first] })).not.toBe(both)
  }))
