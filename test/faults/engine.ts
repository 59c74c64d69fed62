// The agent inside this process, on a practice portal elsewhere: the real thing but for its pace, its clock and its folder.
import { randomBytes, randomUUID } from 'node:crypto'
import { join, resolve } from 'node:path'
import { expect } from 'vitest'
import { startAgent, type AgentOptions } from '../../agent/agent.ts'
import type { Filing } from '../../agent/filing/filing.ts'
import type { Answer, Input, OperationName } from '../../agent/http/contract.ts'
import type { ReturnView } from '../../agent/http/outputs/return.ts'
import { createLog } from '../../agent/log.ts'
import type { Gstin } from '../../templates/identifiers.ts'
import { isKnownCode, sentence, stepSentence } from '../../templates/problems/english.ts'
import type { Problem } from '../../templates/problems/problem.ts'
import type { Taxpayer } from '../../templates/taxpayer.ts'
import { gstin, TAXPAYER } from '../sheets.ts'
import { post } from './processes.ts'

export interface Engine {
  readonly filing: Filing
  /** What the pane asks over HTTP, for all that is not filing. */
  ask<N extends OperationName>(name: N, input: Input<N>): Promise<Answer<N>>
  /** Everything the agent wrote into its log. */
  log(): string
  close(): Promise<void>
}

const ROOT = resolve(import.meta.dirname, '../..')
const PACE = {
  firstPoll: 20,
  factor: 1.2,
  longest: 60,
  confirm: [20, 40, 60],
  retry: 30,
  longestRetry: 60,
  slowAfter: 60_000,
  slowPoll: 60,
  fence: 200,
}

export async function startEngine(
  own: Pick<AgentOptions, 'dataFolder' | 'clock' | 'pace' | 'at'> & { practiceUrl: string },
): Promise<Engine> {
  const lines: string[] = []
  const agent = await startAgent({
    environment: 'practice',
    port: 0,
    distFolder: join(ROOT, 'dist'),
    officeFolder: join(ROOT, 'node_modules/@microsoft/office-js/dist'),
    workbooksFolder: join(ROOT, 'templates/workbooks'),
    version: 'test',
    log: createLog({ stream: { write: (line) => void lines.push(line) }, now: () => new Date() }),
    newId: randomUUID,
    randomBytes,
    random: Math.random,
    pace: PACE,
    ...own,
  })
  if (!agent.ok) throw new Error(JSON.stringify(agent.problem))
  const { url, filing, pairing, close } = agent.value
  let token: string | undefined
  async function ask<N extends OperationName>(name: N, input: Input<N>): Promise<Answer<N>> {
    return JSON.parse(await post(url, name, input, token)) as Answer<N>
  }
  const paired = await ask('pair', { code: pairing.newCode().code })
  if (paired.ok) token = paired.value.token
  return { filing, ask, close, log: () => lines.join('') }
}

/** A taxpayer of its own for every trial, so that trials share nothing at the portal. PAN and GSTIN are different persons'. */
export function taxpayerOf(trial: number): Taxpayer {
  const letters = String.fromCharCode(65 + Math.floor(trial / 26), 65 + (trial % 26))
  const own: Gstin = gstin(`29A${letters}PN4827F1Z`)
  return { ...TAXPAYER, gstin: own, username: `user.${trial}`, signatoryPan: SIGNATORY }
}

export const SIGNATORY = 'QWXPZ7391K'

/** A user reads what is going on, and nothing is called filed without its ARN. */
export function expectLegible(view: ReturnView): void {
  if (view.work !== undefined) {
    expect(stepSentence(view.work.step), view.work.step).not.toBe(view.work.step)
  }
  if (view.refusal !== undefined) expectWords(view.refusal)
  const filed = view.stage === 'filed' || view.stage === 'filedElsewhere'
  expect(filed).toBe(view.arn !== undefined)
  if (view.stage === 'accepted') expect(view.ack ?? view.toldArn).toBeDefined()
}

export function expectWords(problem: Problem): void {
  expect(isKnownCode(problem.code), problem.code).toBe(true)
  const { title, what, remedy } = sentence(problem)
  for (const text of [title, what, remedy]) {
    expect(text, problem.code).toMatch(/\S/)
    expect(text).not.toMatch(/undefined|\{|NaN/)
  }
}
