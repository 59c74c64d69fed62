// What a person may look up at the portal: what it holds of a return, its summary, its lists of filings. Changes nothing there.
import type { Gstin } from '../../templates/identifiers.ts'
import { asObject } from '../../templates/payload/wire-document.ts'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import { SECTIONS } from '../../templates/sections.ts'
import type { Summary } from '../../templates/wire/answers.ts'
import type { Preference, Pull, PulledDocument, Tracking } from '../http/outputs/portal.ts'
import type { ReturnAccess } from '../portal/portal.ts'
import type { ReturnKey } from '../store/tables.ts'
import type { Acts } from './acts.ts'
import { readSection } from './compare.ts'
import { filedElsewhere, track } from './confirm.ts'
import { askedToWait } from './patience.ts'
import { isNothingThere } from './portal-section.ts'
import { refusalInSession, refusalOf } from './refusal.ts'
import { readState, stageIn } from './return-view.ts'
import { totalsOfPortal } from './summary.ts'
import type { Tools } from './tools.ts'

export interface Looking {
  pull(key: ReturnKey): Promise<Result<Pull>>
  summary(key: ReturnKey, form: 'long' | 'short'): Promise<Result<Summary>>
  track(key: ReturnKey): Promise<Result<Tracking>>
  preference(gstin: Gstin, financialYear: string): Promise<Result<Preference>>
}

/** Waits of a pull that are sat out rather than told (milliseconds). */
const SHORT_WAIT = 65_000
const NEVER = new AbortController().signal

export function createLooking(tools: Tools, acts: Acts): Looking {
  const { portal, sessions, held, clock } = tools

  /** Asks again after a wait that the limit of calls demands. */
  async function patiently<T>(ask: () => Promise<T>, waitOf: (answer: T) => number | undefined) {
    for (;;) {
      const answer = await ask()
      const wait = waitOf(answer)
      if (wait === undefined || wait > SHORT_WAIT) return answer
      await clock.sleep(wait, NEVER)
    }
  }

  async function checksums(access: ReturnAccess) {
    const outcome = await patiently(() => portal.summary(access), askedToWait)
    if (isNothingThere(outcome)) return done(new Map())
    if (outcome.kind !== 'answer') {
      return refusalInSession(tools, access.gstin, outcome, 'summary')
    }
    return done(
      new Map(totalsOfPortal(outcome.value).map((one) => [one.section, one.checksum] as const)),
    )
  }

  return {
    pull: (key) =>
      acts.inTurn(key, async () => {
        const access = await acts.access(key)
        if (!access.ok) return access
        const seen = await checksums(access.value)
        if (!seen.ok) return seen
        const documents: PulledDocument[] = []
        const all: Record<string, unknown> = {}
        for (const section of SECTIONS) {
          const checksum = seen.value.get(section.id) as string | undefined
          const found = await patiently(
            () =>
              readSection(tools, key, access.value, section, {
                ...(checksum !== undefined && { checksum }),
              }),
            (read) => ('json' in read || 'minutes' in read ? undefined : askedToWait(read)),
          )
          const name = section.slug.toUpperCase().replace('-', ' ')
          const named = { name, section: section.id }
          if (found.kind === 'being-prepared') {
            documents.push({ ...named, state: found.kind, minutes: found.minutes, count: 0 })
          } else if (found.kind === 'rows') {
            documents.push({
              ...named,
              state: found.json ? 'held' : 'empty',
              count: found.documents.length,
            })
            if (found.json) Object.assign(all, unwrapped(found.json))
          } else {
            return refusalInSession(tools, key.gstin, found, 'documents')
          }
        }
        tools.moved(key)
        return done({
          at: clock.now().toISOString(),
          documents,
          held: all,
          differing: (await held.theirs(key)).length,
        })
      }),

    async summary(key, form) {
      const access = await acts.access(key)
      if (!access.ok) return access
      const outcome = await portal.summary(access.value, form)
      return outcome.kind === 'answer'
        ? done(outcome.value)
        : refusalInSession(tools, key.gstin, outcome, 'summary')
    },

    track: (key) =>
      acts.inTurn(key, async () => {
        const { tracked, outcome } = await track(tools, key)
        if (tracked.kind === 'no-answer') {
          return outcome.kind === 'answer'
            ? done({ said: 'no-information' })
            : refusalOf(outcome, 'track')
        }
        if (tracked.kind !== 'filed') return done({ said: tracked.kind })
        const { arn, on } = tracked.filed
        const state = await readState(tools, key)
        // A filing of ours that is under way is the worker's to settle.
        const ours = ['filing', 'accepted', 'filed', 'filedElsewhere'].includes(stageIn(state))
        if (!ours) await tools.journal.changeReturn(key, filedElsewhere(tracked.filed))
        tools.moved(key)
        return done({ said: 'filed', arn, filedOn: on })
      }),

    async preference(gstin, financialYear) {
      const token = await sessions.token(gstin)
      if (token === undefined) return refuse('sign-in-needed', { gstin })
      const outcome = await portal.preference({ token, gstin }, financialYear)
      return outcome.kind === 'answer'
        ? done({ quarters: outcome.value.response })
        : refusalInSession(tools, gstin, outcome, 'preference')
    },
  }
}

/** Some answers have their section one or two `data` deeper. */
function unwrapped(json: unknown): object {
  const object = asObject(json)
  return 'data' in object && Object.keys(object).length === 1 ? unwrapped(object.data) : object
}
