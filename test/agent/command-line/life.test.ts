// A return's whole life in commands, each a process of its own, with no agent running: the journal is all that joins them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, test } from 'vitest'
import type { PlanView } from '../../../agent/http/outputs/plan.ts'
import type { ReturnView } from '../../../agent/http/outputs/return.ts'
import type { Review } from '../../../agent/http/outputs/review.ts'
import { BUYERS, gstin, INACTIVE_BUYER, PERIOD, row, TAXPAYER } from '../../sheets.ts'
import { writeBook } from './book.ts'
import { gstr1, start, type Ended } from './gstr1.ts'

const OTP = '575757\n'
const place = mkdtempSync(join(tmpdir(), 'gstr1-life-'))
const at = (name: string): string => join(place, name)
const data = at('data')
const WHO = ['--gstin', TAXPAYER.gstin, '--data', data]
const OF = [...WHO, '--period', PERIOD]
const LAST4 = TAXPAYER.gstin.slice(-4)

const asked = (command: string, ...more: string[]): Promise<Ended> =>
  gstr1([command, ...OF, ...more])
const json = <T>({ out }: Ended): T => JSON.parse(out) as T

const TWELVE = Array.from({ length: 12 }, (_, i) => row({ inum: `INV-${i + 1}` }))
/** The one workbook of this return, as it changes. */
const BOOKS = {
  twelve: TWELVE,
  withRefused: [...TWELVE, row({ inum: 'INV-13', ctin: INACTIVE_BUYER, pos: '29-Karnataka' })],
  one: [row()],
  withMistake: [row(), row({ inum: 'INV-2', ctin: 'NO GSTIN' })],
}

async function save(book: keyof typeof BOOKS, ...more: string[]): Promise<Ended> {
  await writeBook(at('book.xlsx'), BOOKS[book])
  return asked('save', at('book.xlsx'), ...more)
}

afterAll(() => rmSync(place, { recursive: true }))

describe('taxpayer', () => {
  const other = ['--gstin', BUYERS[0], '--data', data]

  test('of whom nothing is known is told so, and what else is needed', async () => {
    const unknown = await gstr1(['taxpayer', ...other])
    expect([unknown.code, unknown.notes]).toEqual([1, expect.stringContaining('gstr1 taxpayer')])
    const few = await gstr1(['taxpayer', ...other, '--username', 'mumbai.foods'])
    expect([few.code, few.notes]).toEqual([2, expect.stringContaining('--gt, --cur-gt')])
  })

  test('is set, and one fact changed later', async () => {
    const facts = ['--username', 'mumbai.foods', '--gt', '41250000', '--cur-gt', '11830450.50']
    expect((await gstr1(['taxpayer', ...other, ...facts, '--quarterly'])).code).toBe(0)
    const changed = await gstr1(['taxpayer', ...other, '--monthly', '--json'])
    expect(json(changed)).toEqual({
      gstin: BUYERS[0],
      username: 'mumbai.foods',
      turnover: 41_250_000_00,
      turnoverToDate: 11_830_450_50,
      sez: false,
      filing: 'monthly',
    })
  })
})

describe('before a sign-in', () => {
  test('save records what is to be sent, ends with 3 and names the command', async () => {
    const saved = await save('twelve', '--json')
    expect(saved.code).toBe(3)
    expect(json(saved)).toMatchObject({ stage: 'saving', work: { waitingFor: 'sign-in' } })
    expect(saved.notes).toContain(`gstr1 login --gstin ${TAXPAYER.gstin}`)
  })

  test('status says that the outcome is open: 4', async () => {
    expect((await asked('status')).code).toBe(4)
  })

  test('a wrong OTP is refused and repeated nowhere', async () => {
    const wrong = await gstr1(['login', ...WHO], { typed: 'CANARY77\n' })
    expect({ code: wrong.code, out: wrong.out }).toEqual({ code: 1, out: '' })
    expect(wrong.notes).not.toContain('CANARY77')
    for (const file of ['journal.sqlite', 'practice/practice.sqlite']) {
      expect(readFileSync(join(data, file), 'latin1')).not.toContain('CANARY77')
    }
  })

  test('login has two steps for scripts: ask for the OTP, then read it', async () => {
    const sent = await gstr1(['login', ...WHO, '--send-otp', '--json'])
    expect([sent.code, json(sent)]).toEqual([0, { sentAt: expect.stringMatching(/^20/) }])
    const signedIn = await gstr1(['login', ...WHO, '--otp-stdin', '--json'], { typed: OTP })
    expect([signedIn.code, json(signedIn)]).toMatchObject([0, { signedIn: true, signing: 'evc' }])
  })

  test('status --wait goes on with what was left, to the verdict', async () => {
    const { code, out, notes } = await asked('status', '--wait')
    expect([code, out]).toEqual([0, expect.stringContaining('12 accepted, 0 refused')])
    expect(notes).toContain('Waiting for the portal’s verdict')
  })
})

describe('save', () => {
  test('--dry-run shows what would change, and sends nothing', async () => {
    const shown = await save('withRefused', '--dry-run', '--json')
    expect(shown.code).toBe(0)
    expect(json<PlanView>(shown).sections).toMatchObject([
      { section: 'b2b', added: { count: 1, txval: 1000_00 }, unchanged: 12 },
    ])
    expect(json<ReturnView>(await asked('status', '--json'))).toMatchObject({
      lastSave: { sent: 12 },
    })
  })

  test('puts what the portal refuses on its cell, with code, sentence and the portal’s words: 1', async () => {
    const { code, out, notes } = await save('withRefused')
    expect(code).toBe(1)
    expect(out).toContain('b2b,sez,de!A17: error: RET191360: The customer’s GSTIN is inactive')
    expect(out).toContain('The portal says: “')
    expect(notes).toContain('b2b: added 1 (₹1,000.00 + ₹180.00 tax), unchanged 12')
    expect(notes).toMatch(/save: Waiting for the portal’s verdict \(\d+ s, next look in \d+ s\)/)
  })

  test('holds back a document with a mistake and says so: 1', async () => {
    const { code, out, notes } = await save('withMistake', '--removals', '11')
    expect([code, out]).toEqual([1, expect.stringContaining('Held back (1): INV-2')])
    expect(notes).toContain('b2b: removes INV-12')
    expect((await save('twelve')).code).toBe(0)
  })

  test('removes many only when their exact number is given', async () => {
    for (const allowed of [[], ['--removals', '12']]) {
      const refused = await save('one', ...allowed)
      expect([refused.code, refused.out]).toEqual([1, ''])
      expect(refused.notes).toContain('--removals 11')
    }
    const { code, notes } = await save('one', '--removals', '11')
    expect(code).toBe(0)
    expect(notes).toContain('b2b: removes INV-12')
  })

  test('another workbook takes its place only when that is meant', async () => {
    await writeBook(at('copy.xlsx'), [row()])
    const refused = await asked('save', at('copy.xlsx'))
    expect([refused.code, refused.notes]).toEqual([1, expect.stringContaining('--take-over')])
    expect((await asked('save', at('copy.xlsx'), '--take-over')).code).toBe(0)
    expect((await save('one', '--take-over')).code).toBe(0)
  })

  test('--no-wait is refused where no agent would go on', async () => {
    const { code, notes } = await save('one', '--no-wait')
    expect([code, notes]).toEqual([1, expect.stringContaining('No agent is running')])
  })

  test('Ctrl-C ends the waiting with 130; the next command goes on where it stopped', async () => {
    await writeBook(at('book.xlsx'), BOOKS.twelve)
    const saving = start(['save', ...OF, at('book.xlsx')])
    await saving.noted(/Waiting for the portal’s verdict/)
    saving.child.kill('SIGINT')
    const { code, out, notes } = await saving.ended
    expect([code, out, notes]).toEqual([130, '', expect.stringContaining('The journal keeps')])
    const again = await save('twelve')
    expect([again.code, again.notes]).toEqual([0, expect.stringContaining('An earlier act')])
    expect(again.notes).toContain('0 submissions')
  })
})

describe('reset', () => {
  test('needs its word, on standard input or as --confirm', async () => {
    const typed = await gstr1(['reset', ...OF], { typed: 'reset\n' })
    expect([typed.code, typed.notes]).toEqual([2, expect.stringContaining('Type RESET')])
    const reset = await gstr1(['reset', ...OF], { typed: 'RESET\n' })
    expect([reset.code, reset.out]).toEqual([0, expect.stringContaining('nothing is saved')])
    expect((await save('one')).code).toBe(0)
  })
})

describe('filing', () => {
  let checksum = ''

  test('proceed prepares, and a review that ties ends with 0', async () => {
    const early = await asked('review')
    expect([early.code, early.notes]).toEqual([1, expect.stringContaining('gstr1 proceed')])
    expect((await asked('proceed')).code).toBe(0)
    const review = await asked('review', '--json')
    expect(review.code).toBe(0)
    expect(json<Review>(review)).toMatchObject({ ties: true, rows: [{ portal: { count: 1 } }] })
    checksum = json<Review>(review).checksum
  })

  test('no OTP is sent without the confirmation, for another summary, or a wrong one', async () => {
    const unconfirmed = await asked('file')
    expect([unconfirmed.code, unconfirmed.notes]).toEqual([2, expect.stringContaining('--confirm')])
    const wrong = await asked('file', '--confirm', '0000')
    expect([wrong.code, wrong.notes]).toEqual([1, expect.stringContaining('confirmation')])
    const other = await asked('file', '--confirm', LAST4, '--checksum', 'another')
    expect([other.code, other.notes]).toEqual([1, expect.stringContaining('has changed')])
    expect(json<ReturnView>(await asked('status', '--json')).stage).toBe('ready')
  })

  test('the OTP step alone ends after the OTP, the second step writes the ARN and nothing else', async () => {
    expect((await asked('file', '--send-otp', '--checksum', checksum)).code).toBe(0)
    const args = ['file', ...OF, '--otp-stdin', '--confirm', LAST4, '--checksum', checksum]
    const filed = await gstr1(args, { typed: OTP })
    expect([filed.code, filed.out]).toEqual([0, 'PRACTICE0000001\n'])
    expect(filed.notes).toContain('Portal and sheets agree to the paisa.')
  })

  test('run again it tells the same ARN, and nothing was filed twice', async () => {
    const again = await asked('file', '--confirm', LAST4, '--json')
    expect([again.code, json(again)]).toMatchObject([0, { stage: 'filed', arn: 'PRACTICE0000001' }])
    const portal = new DatabaseSync(join(data, 'practice/practice.sqlite'), { readOnly: true })
    expect(portal.prepare('select count(*) as filings from filing').get()).toEqual({ filings: 1 })
    portal.close()
  })

  test('a filed return takes no more saves', async () => {
    const { code, notes } = await save('twelve')
    expect([code, notes]).toEqual([1, expect.stringContaining('ARN PRACTICE0000001')])
  })

  test('a company is told to sign on the portal', async () => {
    const company = gstin('29AAVCO9914A1Z')
    const facts = ['--username', 'olive', '--gt', '1', '--cur-gt', '1', '--pan', 'ABZPN4827F']
    const of = ['--gstin', company, '--data', data]
    await gstr1(['taxpayer', ...of, ...facts])
    expect((await gstr1(['login', ...of], { typed: OTP })).out).toContain('signs with DSC')
    const nil = [...of, '--period', '092026']
    await gstr1(['proceed', ...nil, '--nil', '--confirm', 'NIL'])
    const { code, notes } = await gstr1(['file', ...nil, '--send-otp'])
    expect([code, notes]).toEqual([1, expect.stringContaining('gstr1 signed-on-portal')])
  })
})

describe('what only looks', () => {
  test('track tells the filing: 0', async () => {
    const { code, out } = await asked('track', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ said: 'filed', arn: 'PRACTICE0000001' })
  })

  test('summary has a long and a short form', async () => {
    for (const form of ['long', 'short']) {
      const { code, out } = await asked('summary', '--form', form, '--json')
      expect(code).toBe(0)
      expect(JSON.parse(out)).toMatchObject({ gstin: TAXPAYER.gstin, ret_period: PERIOD })
    }
    const { code, notes } = await asked('summary', '--form', 'middle')
    expect([code, notes]).toEqual([2, expect.stringContaining('long or short')])
  })

  test('pull writes the portal’s own JSON to standard output, or to a file', async () => {
    const { code, out, notes } = await asked('pull')
    expect([code, notes]).toEqual([0, expect.stringContaining('B2B: 1')])
    expect(JSON.parse(out)).toMatchObject({ b2b: [{ inv: [{ inum: 'INV-1' }] }] })
    const written = await asked('pull', '--out', at('held.json'), '--json')
    expect(written.code).toBe(0)
    expect(JSON.parse(written.out)).toHaveProperty('documents')
    expect(JSON.parse(readFileSync(at('held.json'), 'utf8'))).toEqual(JSON.parse(out))
    const again = await asked('pull', '--out', at('held.json'))
    expect([again.code, again.notes]).toEqual([1, expect.stringContaining('--force')])
    expect((await asked('pull', '--out', at('held.json'), '--force')).code).toBe(0)
    const nowhere = await asked('pull', '--out', at('no/such/place.json'))
    expect([nowhere.code, nowhere.notes]).toEqual([1, expect.stringContaining('ENOENT')])
  })

  test('reconcile compares a workbook with the portal: 0 where they say the same, else 1 with the columns', async () => {
    await writeBook(at('book.xlsx'), [row()])
    const same = await asked('reconcile', at('book.xlsx'))
    expect([same.code, same.out]).toEqual([0, expect.stringContaining('b2b: 1 the same')])
    await writeBook(at('book.xlsx'), [row({ txval: 900, val: 1062 }), row({ inum: 'INV-2' })])
    const other = await asked('reconcile', at('book.xlsx'))
    expect(other.code).toBe(1)
    expect(other.out).toMatch(/INV-1 \(.*\): different; .*Taxable Value: 900.00 → 1,000.00/)
    expect(other.out).toContain('only in the workbook')
  })

  test('logout ends the session: what needs one ends with 3, the public list of filings does not', async () => {
    const left = await gstr1(['logout', ...WHO, '--json'])
    expect([left.code, json(left)]).toMatchObject([0, { signedIn: false }])
    const summary = await asked('summary', '--json')
    expect([summary.code, json(summary)]).toMatchObject([
      3,
      { problem: { code: 'sign-in-needed' } },
    ])
    expect((await asked('track')).code).toBe(0)
  })
})
