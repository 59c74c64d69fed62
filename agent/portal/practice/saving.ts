// A save as the portal works it off: judged row by row, and stored but for what it refuses.
import type { ErrorReport } from '../../../templates/wire/answers.ts'
import { codes, type PortalCode } from './codes.ts'
import { endsQuarter, indianDay, monthOf } from './dates.ts'
import { addUp } from './differences.ts'
import { change, clear, holdersOf, type Beside, type EInvoice } from './entries.ts'
import { pastOf, type Past } from './past.ts'
import type { Portal, ReturnKey, Settings } from './portal.ts'
import { isActive, isQuarterly, isSezUnit } from './registry.ts'
import { dataChanged } from './returns.ts'
import type { Outcome } from './submissions.ts'
import { judge, type SectionVerdict } from './validation/judge.ts'
import { readSave, type SaveBody } from './validation/save-body.ts'
import type { Section, Sent, Surroundings } from './validation/section.ts'

interface Manner {
  /** As the portal is set, where this is left out. */
  readonly saves?: Settings['saves']
  /** What the e-invoice system says of a number; of a row that a taxpayer saves it says nothing more. */
  registered?(number: string): EInvoice
}

interface Saving {
  readonly key: ReturnKey
  readonly body: unknown
  readonly at: number
  readonly manner?: Manner
}

export const failed = (code: PortalCode): Outcome => ({
  word: 'ER',
  report: { error_cd: code, error_msg: codes[code] },
})

/** `at` is when it happens, in epoch milliseconds. */
export function save(portal: Portal, { key, body, at, manner = {} }: Saving): Outcome {
  const sent = readSave(body)
  if (!sent) return failed('RET191106')
  const refusal = frameProblem(portal, sent, key, at)
  if (refusal) return failed(refusal)

  const report: ErrorReport = {}
  const reporting = { ...portal.settings, period: key.period }
  const around = surroundings(portal, key, sent)
  for (const verdict of judge(sent.sections, around, {
    saves: manner.saves ?? portal.settings.saves,
    holdersOf: (number) => holdersOf(portal, key, number),
  })) {
    const { section, refused } = verdict
    store(portal, key, verdict, at, { ...manner, past: around.past })
    if (refused.length > 0) addTo(report, section, section.shape.report(refused, reporting), portal)
  }
  return Object.keys(report).length > 0 ? { word: 'PE', report } : { word: 'P' }
}

function addTo(
  report: ErrorReport,
  { key, inside }: Section<unknown>,
  part: unknown,
  { settings }: Portal,
): void {
  if (!inside || settings.nestedReport === 'flat') report[key] = part
  else {
    const before = report[inside.parent] as object | undefined
    report[inside.parent] = { ...before, [inside.member]: part }
  }
}

function store(
  portal: Portal,
  key: ReturnKey,
  { section, good, refused }: SectionVerdict,
  at: number,
  { registered, past }: Manner & { readonly past: Past },
): void {
  if (section.saves === 'whole') {
    if (refused.length > 0) return
    clear(portal, key, section)
  } else if (good.length === 0) return
  const kept = good.filter(({ deletion, document }) => !deletion && !section.isNothing?.(document))
  change(portal, key, section, {
    gone: good.filter(({ deletion }) => deletion).map(({ number }) => number),
    kept: kept.map(({ party, number, document }) => ({
      party: party.toUpperCase(),
      number,
      sent: document,
      savedAt: at,
      beside: {
        ...originalOf(section, { party, document }, past),
        ...(registered && { eInvoice: registered(number) }),
      },
    })),
  })
  dataChanged(portal, key, at)
}

/** An amendment keeps what its originals came to when it was saved: they are filed and change no more. */
function originalOf(
  section: Section<unknown>,
  sent: Sent<unknown>,
  past: Past,
): Pick<Beside, 'original'> {
  const [first, ...rest] = section.originals?.(sent, past) ?? []
  if (!first) return {}
  const figures = addUp([first, ...rest].map((original) => original.figures))
  return { original: { figures, period: first.period } }
}

function frameProblem(
  portal: Portal,
  sent: SaveBody,
  { gstin, period }: ReturnKey,
  at: number,
): PortalCode | undefined {
  if (sent.gstin.toUpperCase() !== gstin || sent.fp !== period) return 'RET191136'
  const month = monthOf(period)
  if (month < '2017-07') return 'RET191184'
  if (month > indianDay(at).slice(0, 7)) return 'RET191185'
  if (sent.sections.size === 0) return 'RET191148'
  const early = isQuarterly(portal, { gstin, period }) && !endsQuarter(period)
  return early && [...sent.sections.keys()].some((section) => !section.early)
    ? 'PRACTICE_IFF'
    : undefined
}

const surroundings = (
  portal: Portal,
  { gstin, period }: ReturnKey,
  { turnover }: SaveBody,
): Surroundings => ({
  gstin,
  period,
  homeState: gstin.slice(0, 2),
  isSezUnit: isSezUnit(gstin),
  turnover,
  isActive: (buyer) => isActive(portal, buyer),
  past: pastOf(portal, { gstin, period }),
})
