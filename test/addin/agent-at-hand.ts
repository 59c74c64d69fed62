// Stands in for the network between the pane and the agent: what the pane posts is answered by the agent's own code.
import { onTestFinished, vi } from 'vitest'
import type { Answer, Input, OperationName } from '../../agent/http/contract.ts'
import { check } from '../../agent/filing/check.ts'
import { done } from '../../templates/problems/problem.ts'
import { SAMPLE_TAXPAYER } from '../../templates/sample-company.ts'

type Handlers = {
  readonly [N in OperationName]?: (input: Input<N>) => Answer<N> | Promise<Answer<N>>
}

/** What was asked for, in order. An operation without a handler drops the connection. */
export function agentAtHand(handlers: Handlers = { check: checkOnly }): OperationName[] {
  const asked: OperationName[] = []
  vi.stubGlobal('localStorage', { getItem: () => null })
  vi.stubGlobal('fetch', async (address: string, { body }: { body: string }) => {
    const name = address.replace('/api/', '') as OperationName
    asked.push(name)
    // Each handler is typed by its own operation; over all names at once TypeScript sees only the union.
    const handler = handlers[name] as ((input: unknown) => unknown) | undefined
    if (handler === undefined) throw new TypeError('connection refused')
    const answer = (await handler(JSON.parse(body))) as Answer<OperationName>
    // What is watched comes an output a line.
    if (name === 'watch' && answer.ok) return new Response(`${JSON.stringify(answer.value)}\n`)
    return Response.json(answer)
  })
  onTestFinished(() => {
    vi.unstubAllGlobals()
  })
  return asked
}

export const checkOnly = ({ gstin, period, blocks }: Input<'check'>): Answer<'check'> =>
  done(check(blocks, { taxpayer: SAMPLE_TAXPAYER, gstin, period }).report)
