// Faults in what an answer says: members that are lost, and a status that is not the truth.
import type { HttpAnswer } from './answers.ts'
import type { Fault } from './fault.ts'
import { reason } from './validation/shape.ts'

/** Changes the payload of an answer that has one. */
const rewrite = (answer: HttpAnswer, change: (payload: Record<string, unknown>) => void) => {
  const body = JSON.parse(answer.body) as { data?: { data?: Record<string, unknown> } }
  if (body.data?.data) change(body.data.data)
  return { ...answer, body: JSON.stringify(body) }
}

const without = (member: string): Fault => ({
  after: (answer) =>
    rewrite(answer, (payload) => {
      Reflect.deleteProperty(payload, member)
    }),
})

const withStatus = (members: Record<string, unknown>): Fault => ({
  after: (answer) =>
    rewrite(answer, (payload) => {
      if ('status_cd' in payload) Object.assign(payload, members)
    }),
})

/** Of the forms that an HSN report may have, the one of today. */
const FORM = { hsnReport: 'lists', txpAnswer: 'txp', period: '072025' } as const

/** An invoice that nobody sent. */
const STRANGER = {
  ctin: '27AAHCM7310P1Z1',
  inv: [{ inum: 'NOBODY/1', idt: '01-07-2025', val: 1, pos: '27', rchrg: 'N', inv_typ: 'R' }],
}

export const statusFaults = {
  'lost-reference': without('reference_id'),
  'lost-acknowledgement': without('ack_num'),
  'unknown-status': withStatus({ status_cd: 'COMPLETED?' }),
  'status-goes-back': withStatus({ status_cd: 'IP' }),
  /** What was answered the time before, word for word. */
  'repeated-status': { after: (answer, _, { earlier }) => earlier() ?? answer },
  /** Rows come back though they are stored. */
  'false-errors': {
    after(answer, _, { savedRows }) {
      const saved = savedRows()
      if (!saved) return answer
      const { key, shape } = saved.section
      const report = { [key]: shape.report(saved.rows, FORM) }
      return rewrite(answer, (payload) => {
        if ('status_cd' in payload)
          Object.assign(payload, { status_cd: 'PE', error_report: report })
      })
    },
  },
  'empty-report': withStatus({ status_cd: 'PE', error_report: {} }),
  'foreign-rows': withStatus({
    status_cd: 'PE',
    error_report: { b2b: [{ ...STRANGER, ...reason('RET191114') }] },
  }),
  /** Of work that the client never gave to the portal. */
  'other-reference': {
    after: (answer, _, { newId }) =>
      rewrite(answer, (payload) => {
        if (!('status_cd' in payload)) return
        const action = payload.action === 'SAVE' ? 'RESET' : 'SAVE'
        Object.assign(payload, { action, status_cd: 'P', reference_id: newId() })
        Reflect.deleteProperty(payload, 'error_report')
      }),
  },
} satisfies Record<string, Fault>
