// Pairing the page with the agent. The pane beside it has the same origin, and so the same token.
import type { About } from '../../../agent/http/outputs/session.ts'
import { refuse, type Result } from '../../../templates/problems/problem.ts'
import { call, forgetToken, isPaired, keepToken } from '../../agent.ts'

/** The agent's word on itself once we are paired. Refuses `not-paired`, and what `pair` and `about` refuse. */
export async function arrive(code: string | undefined): Promise<Result<About>> {
  if (code !== undefined) {
    const paired = await call('pair', { code })
    if (paired.ok) keepToken(paired.value.token)
    // A page opened again from the same address comes with a used code, and is paired already.
    else if (!isPaired()) return paired
  }
  if (!isPaired()) return refuse('not-paired')
  const about = await call('about', {})
  if (!about.ok && about.problem.code === 'not-paired') forgetToken()
  return about
}
