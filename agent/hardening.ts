// What the process must be before it holds secrets: nobody attaches to it, nobody listens on its connections.
import { done, refuse, type Result } from '../templates/problems/problem.ts'

/**
 * Call first of all. Refuses `unsafe-environment` (facts: variable) when TLS checks are switched off or a
 * debugger is asked for; both are set by accident on developers' machines and by malware on purpose.
 */
export function hardenProcess(environment: NodeJS.ProcessEnv): Result<undefined> {
  if (environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') {
    return refuse('unsafe-environment', { variable: 'NODE_TLS_REJECT_UNAUTHORIZED' })
  }
  if (environment['NODE_OPTIONS']?.includes('--inspect') === true) {
    return refuse('unsafe-environment', { variable: 'NODE_OPTIONS' })
  }
  process.umask(0o077)
  // By default this signal opens a debugger for every program of this user; a listener of our own stops it.
  if (process.platform !== 'win32') process.on('SIGUSR1', () => undefined)
  process.report.excludeEnv = true
  return done(undefined)
}
