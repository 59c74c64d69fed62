// The log of requests: every one is an event for good; bodies are kept for the latest and for work still to be done.
import type { Portal } from './portal.ts'

/** Returns the event's sequence number. */
export function noteRequest(portal: Portal, body: string | undefined, facts: object): number {
  const { ledger, settings } = portal
  return ledger.transaction(() => {
    const event = ledger.append({ at: portal.now(), kind: 'request', facts })
    if (!body) return event
    ledger.run('insert into request_body values (?, ?)', event, body)
    if (Number.isFinite(settings.bodiesKept)) {
      ledger.run(
        `delete from request_body where event <=
           (select event from request_body order by event desc limit 1 offset ?)
         and event not in (select request from submission where word is null)`,
        settings.bodiesKept,
      )
    }
    return event
  })
}
