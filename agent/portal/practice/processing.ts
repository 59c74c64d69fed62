// Works off what is due. Nothing waits in memory: times and requests are in the ledger, so a restart goes on.
import type { ErrorReport } from '../../../templates/wire/answers.ts'
import { codes, type PortalCode } from './codes.ts'
import { endsQuarter, indianDay, monthOf } from './dates.ts'
import { addUp } from './differences.ts'
import { change, clear, holdersOf, type Beside } from './entries.ts'
import { pastOf } from './past.ts'
import type { Portal, ReturnKey } from './portal.ts'
import { isActive, isQuarterly, isSezUnit } from './registry.ts'
import { dataChanged, nowReady } from './returns.ts'
import { conclude, due, type Outcome, type Submission } from './submissions.ts'
import { judge, type SectionVerdict } from './validation/judge.ts'
import { readSave, type SaveBody } from './validation/save-body.ts'
import type { Section, Sent, Surroundings } from './validation/section.ts'
import { sections } from './validation/sections.ts'

/** To be called first in every transaction: brings the return's state up to the portal's now. */
export function settle(portal: Portal): void {
  for (const submission of due(portal)) conclude(portal, submission, workOff(portal, submission))
}

function workOff(portal: Portal, submission: Submission): Outcome {
  if (submission.doomed) return failed(submission.doomed)
  switch (submission.action) {
    case 'SAVE':
      return save(portal, submission)
    case 'RESET':
      for (const section of sections) clear(portal, submission.key, section)
      dataChanged(portal, submission.key, submission.endsAt)
      return { word: 'P' }
    case 'PROCEED':
      nowReady(portal, submission.key, submission.nil)
      return { word: 'P' }
  }
}

const failed = (code: PortalCode): Outcome => ({
  word: 'ER',
  report: { error_cd: code, error_msg: codes[code] },
})

function save(portal: Portal, { key, body, endsAt }: Submission): Outcome {
  const sent = readSave(body)
  if (!sent) return failed('RET191106')
  const refusal = frameProblem(portal, sent, key, endsAt)
  if (refusal) return failed(refusal)

  const report: ErrorReport = {}
  const manner = { ...portal.settings, period: key.period }
  for (const verdict of judge(sent.sections, surroundings(portal, key, sent), {
    saves: portal.settings.saves,
    holdersOf: (number) => holdersOf(portal, key, number),
  })) {
    const { section, refused } = verdict
    store(portal, key, verdict, endsAt)
    if (refused.length > 0) addTo(report, section, section.shape.report(refused, manner), portal)
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
      beside: besideOf(portal, key, section, { party, document }),
    })),
  })
  dataChanged(portal, key, at)
}

/** An amendment keeps what its originals came to when it was saved: they are filed and change no more. */
function besideOf(
  portal: Portal,
  key: ReturnKey,
  section: Section<unknown>,
  sent: Sent<unknown>,
): Beside {
  const [first, ...rest] = section.originals?.(sent, pastOf(portal, key)) ?? []
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
