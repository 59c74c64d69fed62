// Works off what is due. Nothing waits in memory: times and requests are in the ledger, so a restart goes on.
import type { ErrorReport } from '../../../templates/wire/answers.ts'
import { codes, type PortalCode } from './codes.ts'
import { indianDay } from './dates.ts'
import * as documents from './documents.ts'
import type { Portal, ReturnKey } from './portal.ts'
import { isActive, isSezUnit } from './registry.ts'
import { dataChanged, nowReady } from './returns.ts'
import { conclude, due, type Outcome, type Submission } from './submissions.ts'
import { judgeSection } from './validation/judge.ts'
import { readSave, type SaveBody } from './validation/save-body.ts'
import type { Surroundings } from './validation/section.ts'

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
      documents.removeAll(portal, submission.key)
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
  const refusal = frameProblem(sent, key, endsAt)
  if (refusal) return failed(refusal)

  const report: ErrorReport = {}
  let stored = 0
  for (const [section, groups] of sent.groups) {
    const verdict = judgeSection(section, groups, surroundings(portal, key), {
      saves: portal.settings.saves,
      partiesOf: (number) => documents.partiesOf(portal, key, section.key, number),
    })
    for (const { party, number, deletion, sent } of verdict.good) {
      if (deletion) documents.remove(portal, key, section.key, { party, number })
      else documents.put(portal, key, section.key, { party, number, sent, savedAt: endsAt })
    }
    stored += verdict.good.length
    if (verdict.report.length > 0) report[section.key] = verdict.report
  }
  if (stored > 0) dataChanged(portal, key, endsAt)
  return Object.keys(report).length > 0 ? { word: 'PE', report } : { word: 'P' }
}

function frameProblem(sent: SaveBody, key: ReturnKey, at: number): PortalCode | undefined {
  if (sent.gstin.toUpperCase() !== key.gstin || sent.fp !== key.period) return 'RET191136'
  const month = `${key.period.slice(2)}-${key.period.slice(0, 2)}`
  if (month < '2017-07') return 'RET191184'
  if (month > indianDay(at).slice(0, 7)) return 'RET191185'
  return sent.groups.size === 0 ? 'RET191148' : undefined
}

const surroundings = (portal: Portal, { gstin, period }: ReturnKey): Surroundings => ({
  gstin,
  period,
  homeState: gstin.slice(0, 2),
  isSezUnit: isSezUnit(gstin),
  isActive: (buyer) => isActive(portal, buyer),
})
