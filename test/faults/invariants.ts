// What must hold between journal, ledger and what the user was shown, whatever happened: the invariants of every suite here.
// Pure: a history in, the broken ones out. Numbers are those of the reliability plan (docs/reliability.md lists them).
import { isOver } from '../../agent/filing/operation.ts'
import { wholeSectionsIn } from '../../agent/filing/submissions.ts'
import { filedBy, filingsInvariants } from './invariants-of-filing.ts'
import { brokenEvents } from './invariants-of-events.ts'
import type { History } from './history.ts'

export interface Invariant {
  readonly id: string
  readonly says: string
  /** What breaks it; nothing where it holds. */
  readonly broken: (history: History) => string | undefined
}

export interface Violation {
  readonly id: string
  readonly says: string
  readonly because: string
}

export function violationsOf(history: History): Violation[] {
  return INVARIANTS.flatMap(({ id, says, broken }) => {
    const because = broken(history)
    return because === undefined ? [] : [{ id, says, because }]
  })
}

const sorted = (texts: readonly string[]) => [...texts].sort()
const same = (a: readonly string[], b: readonly string[]) =>
  JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

export const INVARIANTS: readonly Invariant[] = [
  ...filingsInvariants,
  {
    id: 'I5',
    says: 'every accepted chunk is in the journal and at the portal',
    broken({ journal, ledger, atRest, touchedByOthers }) {
      const own = new Set(journal.operations.map(({ body_sha256 }) => body_sha256))
      const strange = ledger.requests.find(
        ({ call, bodyHash }) => call === 'save' && !own.has(bodyHash ?? ''),
      )
      if (strange !== undefined && !touchedByOthers)
        return 'the portal took a save that the journal does not know'
      // Once somebody else has filed, nothing more is saved, and nothing left open is found out any more.
      const byOthers = ledger.filings.some(({ body }) => filedBy(body) === undefined)
      if (!atRest || touchedByOthers || byOthers) return undefined
      const kept = journal.confirmed.map(({ section, key }) => `${section} ${key}`)
      const held = ledger.documents.map(({ section, key }) => `${section} ${key}`)
      return same(kept, held)
        ? undefined
        : `the journal holds ${kept.join(', ')}; the portal ${held.join(', ')}`
    },
  },
  {
    id: 'I6',
    says: 'no document is there twice, and the portal holds what the sheets held, to the paisa',
    broken({ ledger, sheets, seen, touchedByOthers, atRest }) {
      const numbers = ledger.documents.map(({ section, key }) => `${section} ${key}`)
      if (new Set(numbers).size < numbers.length) return `twice: ${numbers.join(', ')}`
      const stage = seen.at(-1)?.view.stage ?? 'draft'
      const settled = ['saved', 'ready', 'otpRequested', 'filed'].includes(stage)
      if (!atRest || !settled || touchedByOthers) return undefined
      for (const [name, wanted] of Object.entries(sheets)) {
        const [held, meant] = [
          ledger.documents.filter(({ section }) => section === name),
          wanted,
        ].map((list) => list.map(({ key, paise }) => `${key} ${paise}`))
        if (!same(held ?? [], meant ?? [])) {
          return `${name}: the sheets held ${String(meant)}; the portal ${String(held)}`
        }
      }
      return undefined
    },
  },
  {
    id: 'I8',
    says: 'no older chunk comes after a newer one, and no two requests overlap',
    broken({ journal, ledger, touchedByOthers }) {
      if (ledger.overlaps > 0 && !touchedByOthers) return `${ledger.overlaps} requests overlapped`
      let reached = 0
      for (const { call, bodyHash } of ledger.requests) {
        if (call !== 'save') continue
        const places = journal.operations
          .filter(({ kind, body_sha256 }) => kind === 'SAVE' && body_sha256 === bodyHash)
          .map(({ seq }) => seq)
        const place = places.find((seq) => seq >= reached)
        if (place === undefined && places.length > 0) {
          return `operation ${String(places.at(-1))} was sent after operation ${reached}`
        }
        reached = place ?? reached
      }
      return undefined
    },
  },
  {
    id: 'I9',
    says: 'at rest nothing is open but a filing that waits for its fence or for a person',
    broken({ journal, atRest }) {
      if (!atRest) return undefined
      const open = journal.operations.find(
        ({ kind, state }) => !isOver(state) && !(kind === 'FILE' && state === 'UNKNOWN'),
      )
      return open && `${open.kind} ${open.seq} is ${open.state}`
    },
  },
  {
    id: 'I10',
    says: 'what is unknown says what happens next, and when',
    broken({ journal, seen, atRest }) {
      const vague = seen.find(
        ({ view: { work }, asleep }) =>
          asleep &&
          work !== undefined &&
          work.nextAt === undefined &&
          work.waitingFor === undefined,
      )
      if (vague !== undefined) return `${vague.view.stage} waits for nothing that is told`
      const unknown = journal.operations.some(({ state }) => state === 'UNKNOWN')
      return atRest && unknown && seen.at(-1)?.view.work === undefined
        ? 'an operation is unknown and nobody works on it'
        : undefined
    },
  },
  {
    id: 'I11',
    says: 'no OTP, PAN of the signatory or token is written anywhere',
    broken({ secrets, written }) {
      const found = secrets.find(({ text }) =>
        new RegExp(`(?<![0-9A-Za-z])${text}(?![0-9A-Za-z])`).test(written),
      )
      return found && `the ${found.name} was written`
    },
  },
  {
    id: 'I12',
    says: 'no more calls are sent in a minute than were granted',
    broken({ ledger, perMinute }) {
      if (perMinute === undefined) return undefined
      const times = ledger.requests.map(({ at }) => at)
      const crowded = times.findIndex((at, i) => (times[i + perMinute] ?? Infinity) - at < 60_000)
      return crowded < 0 ? undefined : `more than ${perMinute} within a minute`
    },
  },
  {
    id: 'I13',
    says: 'the history of every operation is unbroken, lawful and as long as its version says',
    broken: ({ journal }) => brokenEvents(journal),
  },
  {
    id: 'I15',
    says: 'rehearsal and real rows never mix',
    broken({ journal, environment, ledger }) {
      const mixed = [...journal.operations, ...journal.returns].find(
        (row) => row.environment !== environment,
      )
      if (mixed !== undefined) return `a row of ${mixed.environment} among those of ${environment}`
      const real = ledger.filings.find(
        ({ arn }) => arn.startsWith('PRACTICE') !== (environment === 'practice'),
      )
      return real && `the ARN ${real.arn} is not of ${environment}`
    },
  },
  {
    id: 'I16',
    says: 'a section that is replaced whole is never split over two requests of one save',
    broken({ journal }) {
      const sent = new Set<string>()
      for (const { kind, snapshot_id, body } of journal.operations) {
        if (kind !== 'SAVE') continue
        for (const section of wholeSectionsIn(body).replaced) {
          const place = `${snapshot_id ?? ''} ${section}`
          if (sent.has(place)) return `${section} was split`
          sent.add(place)
        }
      }
      return undefined
    },
  },
  {
    id: 'I18',
    says: 'nothing that should not happen was thrown',
    broken: ({ faults }) => faults[0],
  },
]
