// Every operation of the contract, led to the part that does it. Nothing is decided here.
import { readFile } from 'node:fs/promises'
import type { Environment } from '../templates/identifiers.ts'
import { missingSheets } from '../templates/missing-sheets.ts'
import { done, refuse, type Result } from '../templates/problems/problem.ts'
import { SAMPLE_PERIOD, SAMPLE_TAXPAYER } from '../templates/sample-company.ts'
import { tablesOf } from '../templates/tables/tables.ts'
import type { Changes } from './changes.ts'
import type { Filing } from './filing/filing.ts'
import { signingOf } from './filing/file.ts'
import type { Sessions } from './filing/sessions.ts'
import type { Handlers } from './http/contract.ts'
import type { About, SessionView } from './http/outputs/session.ts'
import type { Pairing } from './http/pairing.ts'
import type { Settings } from './store/settings.ts'
import type { ReturnKey } from './store/tables.ts'
import { fitsEnvironment, readKeys, writeKeys } from './keys.ts'
import { readWorkbook } from './xlsx/read-workbook.ts'
import { writeWorkbook } from './xlsx/write-workbook.ts'

export interface HandlerParts {
  readonly version: string
  readonly environment: Environment
  readonly filing: Filing
  readonly sessions: Sessions
  readonly settings: Settings
  readonly pairing: Pairing
  readonly changes: Changes
  /** Folder of the committed workbooks. */
  readonly workbooks: string
}

/** Watchers look again after so long even if nothing told them to (milliseconds). */
const LOOK_AGAIN = 15_000

const SAMPLES = {
  plain: 'sample-company.xlsx',
  protected: 'sample-company-protected.xlsx',
} as const

export function createHandlers(parts: HandlerParts): Handlers {
  const { environment, filing, sessions, settings, pairing, changes } = parts
  const keyOf = ({ gstin, period }: Pick<ReturnKey, 'gstin' | 'period'>): ReturnKey => ({
    environment,
    gstin,
    period,
  })

  const hasKeys = async (): Promise<boolean> =>
    environment === 'practice' || (await readKeys(settings, environment)) !== undefined

  async function about(): Promise<Result<About>> {
    const taxpayers = await settings.taxpayers(environment)
    const sample = { gstin: SAMPLE_TAXPAYER.gstin, period: SAMPLE_PERIOD }
    return done({
      version: parts.version,
      environment,
      hasKeys: await hasKeys(),
      taxpayers,
      ...(environment === 'practice' && { sample }),
    })
  }

  async function session(gstin: ReturnKey['gstin']): Promise<Result<SessionView>> {
    const expires = await sessions.expiry(gstin)
    return done({
      signedIn: expires !== undefined,
      signing: signingOf(gstin),
      ...(expires !== undefined && { expiresAt: expires.toISOString() }),
    })
  }

  return {
    pair: ({ code }) => pairing.redeem(code),
    about,
    async setKeys(keys) {
      if (!fitsEnvironment(keys, environment)) {
        return refuse('keys-of-other-environment', { found: keys.key.slice(0, 8), environment })
      }
      await writeKeys(settings, environment, keys)
      return about()
    },
    async setTaxpayer(taxpayer) {
      await settings.setTaxpayer(environment, taxpayer)
      return done(taxpayer)
    },

    session: ({ gstin }) => session(gstin),
    requestOtp: async ({ gstin }) =>
      (await hasKeys()) ? sessions.requestOtp(gstin) : refuse('keys-missing'),
    async signIn({ gstin, otp }) {
      const signedIn = await sessions.signIn(gstin, otp)
      if (!signedIn.ok) return signedIn
      await filing.resume(gstin)
      return session(gstin)
    },
    async signOut({ gstin }) {
      await sessions.signOut(gstin)
      return session(gstin)
    },

    check: (workbook) => filing.check(workbook),
    fixes: ({ wanted, ...workbook }) => filing.fixes(workbook, wanted),
    plan: (workbook) => filing.plan(workbook),
    planUndo: (of) => filing.planUndo(keyOf(of)),
    save: (input) => filing.save(keyOf(input), input),
    stopSaving: (of) => filing.stopSaving(keyOf(of)),
    async missingSheets({ gstin, period, names }) {
      const taxpayer = await settings.taxpayer(environment, gstin)
      return done(missingSheets(names, tablesOf(period, taxpayer?.filing)))
    },
    state: async (of) => done(await filing.state(keyOf(of))),
    async *watch(of, signal) {
      for (;;) {
        const wait = AbortSignal.any([signal, AbortSignal.timeout(LOOK_AGAIN)])
        const change = changes.next(`${of.gstin} ${of.period}`, wait)
        const view = await filing.state(keyOf(of))
        yield view
        if (signal.aborted || view.work === undefined || view.work.waitingFor !== undefined) return
        await change
      }
    },

    prepare: (of) => filing.prepare(keyOf(of)),
    prepareNil: ({ confirmation, ...of }) => filing.prepareNil(keyOf(of), confirmation),
    reset: ({ confirmation, ...of }) => filing.reset(keyOf(of), confirmation),
    review: (of) => filing.review(keyOf(of)),
    leaveOut: ({ documents, ...of }) => filing.leaveOut(keyOf(of), documents),
    requestEvc: ({ checksum, ...of }) => filing.requestEvc(keyOf(of), checksum),
    rowsOf: ({ section, from, only, ...of }) => filing.rowsOf(keyOf(of), { section, from, only }),
    file: ({ checksum, otp, confirmation, differences, ...of }) =>
      filing.file(keyOf(of), { checksum, otp, confirmation, differences }),
    notFiled: ({ confirmation, ...of }) => filing.notFiled(keyOf(of), confirmation),
    filedOnPortal: ({ arn, ...of }) => filing.filedOnPortal(keyOf(of), arn),
    signedOnPortal: (of) => filing.signedOnPortal(keyOf(of)),

    pull: (of) => filing.pull(keyOf(of)),
    summary: ({ form, ...of }) => filing.summary(keyOf(of), form),
    track: (of) => filing.track(keyOf(of)),
    reconcile: (input) => filing.reconcile(input),
    fromPortal: (input) => filing.fromPortal(input),
    originals: (of) => filing.originals(of),
    amend: (input) => filing.amend(input),
    preference: ({ gstin, financialYear }) => filing.preference(gstin, financialYear),

    openWorkbook: ({ name, base64 }) => readWorkbook(Buffer.from(base64, 'base64'), name),
    async sampleWorkbook({ which }) {
      const name = SAMPLES[which]
      return readWorkbook(await readFile(`${parts.workbooks}/${name}`), name)
    },
    async writeWorkbook({ workbook }) {
      const bytes = await writeWorkbook(workbook)
      return done({ base64: Buffer.from(bytes).toString('base64') })
    },
  }
}
