// Software of another office at work on the sample taxpayer's returns: an agent of its own on the same practice portal.
import type { Answer, Input, OperationName, Output } from '../../agent/http/contract.ts'
import type { Period } from '../../templates/identifiers.ts'
import { SAMPLE_TAXPAYER } from '../../templates/sample-company.ts'
import { OTP, signIn, startAgentProcess, temporaryFolder } from '../faults/processes.ts'
import { sheet, type Row } from '../sheets.ts'

const { gstin } = SAMPLE_TAXPAYER

export interface OtherOffice {
  /** Saves these rows, whatever the portal holds. */
  save(period: Period, rows: readonly Row[]): Promise<void>
  /** Files what the portal holds. */
  file(period: Period): Promise<void>
  close(): Promise<void>
}

export async function openOtherOffice(practiceUrl: string): Promise<OtherOffice> {
  const folder = temporaryFolder()
  const agent = await startAgentProcess({ dataFolder: folder.path, practiceUrl }, {})
  await signIn(agent, SAMPLE_TAXPAYER)

  async function call<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> {
    const answer: Answer<N> = await agent.call(name, input)
    if (!answer.ok) throw new Error(`${name}: ${answer.problem.code}`)
    return answer.value
  }
  async function reached(stage: Output<'watch'>['stage'], period: Period): Promise<void> {
    const is = (await agent.watched({ gstin, period })).stage
    if (is !== stage) throw new Error(`The return is ${is}, not ${stage}`)
  }
  return {
    async save(period, rows) {
      const of = { gstin, period }
      const { plan, differences } = await call('plan', { ...of, blocks: sheet(rows) })
      await call('save', { ...of, plan, overwrite: differences.map(({ id }) => id) })
      await reached('saved', period)
    },
    async file(period) {
      const of = { gstin, period }
      await call('prepare', of)
      await agent.watched(of)
      const { checksum } = await call('review', of)
      await call('requestEvc', { ...of, checksum })
      await call('file', { ...of, checksum, otp: OTP, confirmation: gstin.slice(-4) })
      await reached('filed', period)
    },
    async close() {
      await agent.stop()
      folder.remove()
    },
  }
}
