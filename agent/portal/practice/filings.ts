// What has been filed. One filing for a return, ever; the ARN cannot be taken for a real one.
import { financialYearOf, indianDay, onTheWire } from './dates.ts'
import { about } from './pace.ts'
import type { Portal, ReturnKey } from './portal.ts'
import type { TrackAnswer } from '../../../templates/wire/answers.ts'

/** Files the return and returns the acknowledgement, which is not the ARN. Throws where it is filed already. */
export function record(portal: Portal, { gstin, period }: ReturnKey, body: unknown): string {
  const { ledger, settings } = portal
  const now = portal.now()
  const before = ledger.one<{ count: number }>('select count(*) as count from filing')?.count ?? 0
  const number = String(before + 1).padStart(7, '0')
  const ack = `ACKPRACTICE${number}`
  // Fifteen characters like an ARN, but no ARN begins with eight letters.
  const arn = `PRACTICE${number}`
  ledger.run(
    'insert into filing values (?, ?, ?, ?, ?, ?, ?)',
    gstin,
    period,
    ack,
    arn,
    now,
    now + about(settings.pace.track, () => portal.random()),
    JSON.stringify(body),
  )
  ledger.append({ at: now, kind: 'filed', gstin, period, facts: { ack, arn } })
  return ack
}

export function isFiled({ ledger }: Portal, { gstin, period }: ReturnKey): boolean {
  return (
    ledger.one('select 1 from filing where gstin = ? and period = ?', gstin, period) !== undefined
  )
}

/** The filings that `track` shows by now, for one period or for a financial year. */
export function shown(
  portal: Portal,
  gstin: string,
  of: { period: string } | { financialYear: string },
): TrackAnswer['EFiledlist'] {
  return portal.ledger
    .all<{ period: string; arn: string; filed_at: number }>(
      'select period, arn, filed_at from filing where gstin = ? and shown_at <= ? order by filed_at',
      gstin,
      portal.now(),
    )
    .filter(({ period }) =>
      'period' in of ? period === of.period : financialYearOf(period) === of.financialYear,
    )
    .map(({ period, arn, filed_at }) => ({
      arn,
      ret_prd: period,
      mof: 'ONLINE',
      dof: onTheWire(indianDay(filed_at)),
      rtntype: 'GSTR1',
      status: 'Filed',
      valid: 'Y',
    }))
}
