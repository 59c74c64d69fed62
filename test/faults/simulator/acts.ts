// What a user, the portal and fate can do to a return: one function each, and how often.
import { practiceKeys, practiceOtps } from '../../../agent/portal/practice/credentials.ts'
import { createSandbox } from '../../../agent/portal/sandbox/sandbox.ts'
import { BUYERS, PERIOD } from '../../sheets.ts'
import { orderAny } from './portal-faults.ts'
import { below, oneOf } from './random.ts'
import type { Rehearsal } from './rehearsal.ts'
import { WORKBOOKS } from './workbooks.ts'

const MINUTE = 60_000

type Act = (rehearsal: Rehearsal) => Promise<unknown>

export async function signIn(rehearsal: Rehearsal): Promise<void> {
  const { gstin } = rehearsal.taxpayer
  await rehearsal.ask(({ settings }) => settings.setTaxpayer('practice', rehearsal.taxpayer))
  if ((await rehearsal.did(({ sessions }) => sessions.requestOtp(gstin))) === undefined) return
  const session = await rehearsal.did(({ sessions }) => sessions.signIn(gstin, practiceOtps.login))
  if (session !== undefined) await rehearsal.ask(({ filing }) => filing.resume(gstin))
}

export async function save(rehearsal: Rehearsal, which: number): Promise<void> {
  const { key } = rehearsal
  const workbook = WORKBOOKS[which]
  if (workbook === undefined) throw new Error(`no workbook ${which}`)
  const plan = await rehearsal.did(({ filing }) => filing.plan({ ...key, blocks: workbook.blocks }))
  if (plan === undefined) return
  const removals = plan.sections.reduce((sum, { removed }) => sum + removed.count, 0)
  const taken = await rehearsal.ask(({ filing }) => filing.save(key, { plan: plan.plan, removals }))
  // Whoever died under it may have written it down before.
  if (taken === undefined) rehearsal.expected = without(rehearsal.expected, workbook.held)
  else if (taken.ok) rehearsal.expected = { ...rehearsal.expected, ...workbook.held }
  else rehearsal.told.push(`  refused: ${taken.problem.code}`)
}

const without = (known: Rehearsal['expected'], sections: object): Rehearsal['expected'] =>
  Object.fromEntries(Object.entries(known).filter(([section]) => !(section in sections)))

export const prepare: Act = (rehearsal) =>
  rehearsal.did(({ filing }) => filing.prepare(rehearsal.key))

export async function review(rehearsal: Rehearsal): Promise<boolean> {
  const found = await rehearsal.did(({ filing }) => filing.review(rehearsal.key))
  if (found === undefined) return false
  rehearsal.reviewed.push(found.checksum)
  return found.ties
}

export const requestEvc: Act = (rehearsal) =>
  rehearsal.did(({ filing }) =>
    filing.requestEvc(rehearsal.key, rehearsal.reviewed.at(-1) ?? 'never reviewed'),
  )

/** Once or twice at a time, now and then with a wrong OTP, or from a pane that shows an older review. */
async function file(rehearsal: Rehearsal): Promise<void> {
  const { random, key, reviewed } = rehearsal
  const checksum = (random() < 0.85 ? reviewed.at(-1) : reviewed.at(0)) ?? 'never reviewed'
  const otp = random() < 0.9 ? practiceOtps.evc : '000000'
  await fileWith(rehearsal, checksum, otp, random() < 0.3 ? 2 : 1, key.gstin.slice(-4))
}

export async function fileWith(
  rehearsal: Rehearsal,
  checksum: string,
  otp: string = practiceOtps.evc,
  clicks = 1,
  confirmation = rehearsal.key.gstin.slice(-4),
): Promise<void> {
  rehearsal.confirmations.push(checksum)
  const results = await rehearsal.ask(({ filing }) =>
    Promise.all(
      Array.from({ length: clicks }, () =>
        filing.file(rehearsal.key, {
          checksum,
          otp,
          confirmation,
          // Whoever signs here takes what the portal holds, whether it is what the sheets hold or not.
          differences: 'FILE WITH THIS DIFFERENCE',
        }),
      ),
    ),
  )
  for (const result of results ?? []) {
    rehearsal.told.push(`  ${result.ok ? result.value.stage : `refused: ${result.problem.code}`}`)
  }
}

async function reset(rehearsal: Rehearsal): Promise<void> {
  rehearsal.expected = {}
  await rehearsal.did(({ filing }) => filing.reset(rehearsal.key, 'RESET'))
}

async function nil(rehearsal: Rehearsal): Promise<void> {
  await rehearsal.did(({ filing }) => filing.prepareNil(rehearsal.key, 'NIL'))
  const { stage, nil: isNil } = await rehearsal.settled()
  if (stage !== 'ready' || !isNil) return
  rehearsal.reviewed.push('nil')
  await requestEvc(rehearsal)
}

/** A person who looked on the portal says what is there. */
export async function tellNotFiled(rehearsal: Rehearsal): Promise<void> {
  if (rehearsal.filed() !== undefined) return
  await rehearsal.did(({ filing }) => filing.notFiled(rehearsal.key, 'NOT FILED'))
}

export const filedElsewhere = (rehearsal: Rehearsal): void => {
  if (rehearsal.filed() !== undefined) return
  const { gstin } = rehearsal.key
  rehearsal.world.practice.admin('POST /filings', { gstin, period: PERIOD })
}

/** Another client of the same taxpayer saves an invoice of its own, or forgets all. */
async function touchedElsewhere(rehearsal: Rehearsal): Promise<void> {
  const { world, taxpayer, key } = rehearsal
  const other = createSandbox({
    base: 'http://practice',
    keys: () => Promise.resolve(practiceKeys),
    now: () => world.clock.now(),
    random: rehearsal.random,
    record: () => Promise.resolve('kept by nobody'),
    heardTime: () => undefined,
    send: world.wire.send,
  })
  rehearsal.touchedByOthers = true
  await rehearsal.drive(
    (async () => {
      await other.requestOtp(taxpayer)
      const session = await other.verifyOtp(taxpayer, practiceOtps.login)
      if (session.kind !== 'answer') return
      const access = { token: session.value.access_token, gstin: key.gstin, period: key.period }
      const body = JSON.stringify({ gstin: key.gstin, fp: key.period, ...FOREIGN })
      await (rehearsal.random() < 0.5 ? other.save(access, body) : other.reset(access))
    })(),
  )
}

/** ₹1,000 at 18 % to another state. */
const FOREIGN = {
  b2b: [
    {
      ctin: BUYERS[0],
      inv: [
        {
          inum: 'X-1',
          idt: '15-10-2026',
          val: 1180,
          pos: '27',
          rchrg: 'N',
          inv_typ: 'R',
          itms: [{ num: 1801, itm_det: { rt: 18, txval: 1000, iamt: 180, csamt: 0 } }],
        },
      ],
    },
  ],
}

async function pass(rehearsal: Rehearsal): Promise<void> {
  const minutes = oneOf(rehearsal.random, [1, 5, 20, 40, 420])
  rehearsal.told.push(`  ${minutes} minutes`)
  await rehearsal.pass(minutes * MINUTE)
}

/** What the pane offers next. */
export async function goOn(rehearsal: Rehearsal): Promise<void> {
  const { stage, work, empty, heldBack, leftOut, nil: isNil } = await rehearsal.settled()
  rehearsal.told.push(`  at ${stage}`)
  if (work?.waitingFor === 'sign-in') return signIn(rehearsal)
  if (stage === 'draft') return save(rehearsal, below(rehearsal.random, WORKBOOKS.length - 1))
  if (stage === 'filing') {
    await rehearsal.pass(40 * MINUTE)
    return tellNotFiled(rehearsal)
  }
  if (stage === 'saved' || stage === 'savedWithErrors') {
    if (empty) return save(rehearsal, 0)
    await prepare(rehearsal)
    return
  }
  if (stage !== 'ready' && stage !== 'otpRequested') return
  if (heldBack.length > 0 && !leftOut) {
    await rehearsal.did(({ filing }) => filing.leaveOut(rehearsal.key, heldBack))
  }
  if (isNil) rehearsal.reviewed.push('nil')
  else if (!(await review(rehearsal)) && rehearsal.random() < 0.5) return save(rehearsal, 0)
  if (stage === 'ready') await requestEvc(rehearsal)
  else {
    // Another pane still shows an older review, and its user is quicker.
    const latest = rehearsal.reviewed.at(-1) ?? ''
    const older = rehearsal.reviewed.find((checksum) => checksum !== latest)
    if (older !== undefined && rehearsal.random() < 0.3) await fileWith(rehearsal, older)
    await fileWith(rehearsal, latest)
  }
}

/** Two panes, each about its own. */
async function twoPanes(rehearsal: Rehearsal): Promise<void> {
  const { key } = rehearsal
  const first = WORKBOOKS[0]?.blocks ?? []
  rehearsal.expected = without(rehearsal.expected, { b2b: [] })
  await rehearsal.ask(async ({ filing }) => {
    const plan = await filing.plan({ ...key, blocks: first })
    await Promise.all([
      plan.ok ? filing.save(key, { plan: plan.value.plan, removals: undefined }) : undefined,
      filing.prepare(key),
      filing.review(key),
    ])
  })
}

/**
 * How long the portal's lists of filings are behind. Three negatives after the fence take forty minutes: lists further behind
 * than that would be believed.
 */
const LISTED_AFTER = [40, 10 * MINUTE, 35 * MINUTE]

interface Choice {
  readonly weight: number
  readonly act: Act
}

export const ACTS = {
  'go on': { weight: 40, act: goOn },
  save: { weight: 8, act: (one) => save(one, below(one.random, WORKBOOKS.length)) },
  prepare: { weight: 3, act: prepare },
  review: { weight: 3, act: review },
  'ask for the OTP': { weight: 3, act: requestEvc },
  file: { weight: 10, act: file },
  reset: { weight: 3, act: reset },
  nil: { weight: 3, act: nil },
  'sign in': { weight: 3, act: signIn },
  'sign out': {
    weight: 2,
    act: (one) => one.ask(({ sessions }) => sessions.signOut(one.key.gstin)),
  },
  'two panes': { weight: 2, act: twoPanes },
  'say that it is not filed': { weight: 2, act: tellNotFiled },
  'say that it is signed on the portal': {
    weight: 1,
    async act(one) {
      const said = await one.did(({ filing }) => filing.signedOnPortal(one.key))
      if (said !== undefined) one.signedOnPortal = true
    },
  },
  'time passes': { weight: 6, act: pass },
  restart: { weight: 4, act: (one) => one.restart() },
  'filed elsewhere': { weight: 1, act: (one) => Promise.resolve(filedElsewhere(one)) },
  'filed elsewhere at any moment': {
    weight: 1,
    act(one) {
      one.life.mortal.soon(1 + below(one.random, 30), () => filedElsewhere(one))
      return Promise.resolve()
    },
  },
  'changed elsewhere': { weight: 2, act: touchedElsewhere },
  'the portal fails': {
    weight: 14,
    act(one) {
      const order = orderAny(one.random)
      one.told.push(`  ${JSON.stringify(order)}`)
      one.world.practice.admin('POST /faults', order)
      return Promise.resolve()
    },
  },
  'the portal is not there': {
    weight: 2,
    act(one) {
      one.world.wire.unreachable = 1 + below(one.random, 4)
      return Promise.resolve()
    },
  },
  'its list of filings is behind': {
    weight: 3,
    act(one) {
      const track = oneOf(one.random, LISTED_AFTER)
      one.world.pace = { ...one.world.pace, track }
      return Promise.resolve()
    },
  },
} satisfies Record<string, Choice>
