import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BUYER, HOME_BUYER, rehearse, type Rehearsal } from './rehearsal.ts'
import { interState, invoice, party } from './rows.ts'

describe('documents read back', () => {
  test('carry what the portal adds: status of the buyer, who put them there, every tax head, a checksum', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict({ b2b: [party(BUYER, invoice())] })
      expect((await at.documents()).payload).toEqual({
        b2b: [
          {
            ctin: BUYER,
            cfs: 'N',
            inv: [
              {
                ...invoice(),
                itms: [
                  {
                    num: 1,
                    itm_det: {
                      rt: 18,
                      txval: 50_000,
                      iamt: 9000,
                      camt: 0,
                      samt: 0,
                      csamt: 0,
                    },
                  },
                ],
                flag: 'U',
                updby: 'S',
                cflag: 'N',
                chksum: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
              },
            ],
          },
        ],
      })
    }))

  test('can be asked for by buyer, by day of saving and by action required', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict({
        b2b: [party(BUYER, invoice()), party(HOME_BUYER, invoice({ inum: 'KT/2' }))],
      })
      const ctins = async (query: string) =>
        (await at.documents(query)).payload.b2b.map(({ ctin }) => ctin)
      expect(await ctins('')).toEqual([BUYER, HOME_BUYER])
      expect(await ctins(`?counterparty_gstin=${BUYER}`)).toEqual([BUYER])
      expect(await ctins('?from=11/08/2025')).toEqual([BUYER, HOME_BUYER])
      expect((await at.documents('?from=12/08/2025')).code).toBe('RET11416')
      expect((await at.documents('?action_required=Y')).code).toBe('RET11416')
      expect((await at.documents('?from=2025-08-12')).code).toBe(422)
    }))
})

// ── any sequence of saves leaves exactly what a model of it has ─────────────────────────────────

const numbers = ['A/1', 'a/1', 'A/2', 'B-3'] as const
const act = fc.record({
  party: fc.constantFrom(BUYER, HOME_BUYER),
  number: fc.constantFrom(...numbers),
  rupees: fc.integer({ min: 1, max: 99_999 }),
  kind: fc.constantFrom('put', 'put', 'put', 'delete', 'identity', 'broken'),
})
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never
type Model = Map<string, { party: string; rupees: number }>

/** What one request should leave, by the rules as a user would say them. */
function expected(model: Model, acts: readonly Act[]): Model {
  const left = new Map(model)
  const key = ({ number }: Act) => number.toUpperCase()
  for (const act of acts) {
    const twice = acts.filter((other) => key(other) === key(act)).length > 1
    if (twice || act.kind === 'broken') continue
    const there = model.get(key(act))
    if (act.kind === 'put') {
      if (!there || there.party === act.party) {
        left.set(key(act), { party: act.party, rupees: act.rupees })
      }
    } else if (there?.party === act.party) left.delete(key(act))
  }
  return left
}

function row({ number, rupees, kind }: Act): object {
  if (kind === 'identity') return { inum: number, flag: 'D' }
  const whole = invoice({ inum: number, val: rupees, pos: '27' }, [interState(rupees)])
  if (kind === 'delete') return { ...whole, flag: 'D' }
  return kind === 'broken' ? { ...whole, pos: '39' } : whole
}

async function held(at: Rehearsal): Promise<Model> {
  const reply = await at.documents()
  if (reply.code) return new Map()
  return new Map(
    reply.payload.b2b.flatMap(({ ctin, inv }) =>
      inv.map(({ inum, val }) => [
        String(inum).toUpperCase(),
        { party: ctin, rupees: Number(val) },
      ]),
    ),
  )
}

test('any sequence of saves leaves the documents and totals of a simple model', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      (requests) =>
        rehearse(async (at) => {
          await at.signIn()
          let model: Model = new Map()
          for (const acts of requests) {
            await at.verdict({ b2b: acts.map((act) => party(act.party, row(act))) })
            model = expected(model, acts)
            expect(await held(at)).toEqual(model)
          }
          at.settle()
          const summary = await at.summary()
          if (model.size === 0) expect(summary.code).toBe('RET13510')
          else {
            const total = summary.payload.sec_sum.find(({ sec_nm }) => sec_nm === 'B2B')
            expect(total?.ttl_rec).toBe(model.size)
            const rupees = [...model.values()].reduce((sum, one) => sum + one.rupees, 0)
            expect(total?.ttl_tax).toBe(String(rupees))
          }
        }),
    ),
    { numRuns: 30 },
  )
})
