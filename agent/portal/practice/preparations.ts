// Large sections: GSTN first says how long it will take to put them together, and gives the rows after that.
import type { Portal, ReturnKey } from './portal.ts'
import { stateOf } from './returns.ts'

const MINUTE_MS = 60_000

/** What is told in place of the rows; nothing where they can be given. What changed since is put together anew. */
export function preparation(
  portal: Portal,
  key: ReturnKey,
  slug: string,
  count: number,
): { est: string; token: string } | undefined {
  const { ledger, settings } = portal
  const large = settings.largeReads
  if (!large || count <= large.above) return undefined
  const now = portal.now()
  const asked = [key.period, slug, stateOf(portal, key).version].join(' ')
  const begun = ledger.one<{ token: string; ready_at: number }>(
    'select token, ready_at from prepared where gstin = ? and asked = ?',
    key.gstin,
    asked,
  )
  const { token, ready_at } = begun ?? {
    token: portal.newId().replaceAll('-', ''),
    ready_at: now + large.minutes * MINUTE_MS,
  }
  if (!begun) {
    ledger.run('insert into prepared values (?, ?, ?, ?)', token, key.gstin, asked, ready_at)
  }
  if (ready_at <= now) return undefined
  return { est: String(Math.ceil((ready_at - now) / MINUTE_MS)), token }
}
