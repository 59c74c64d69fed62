// Whether the portal's session still holds by the pane's clock.
import type { PaneState } from '../state.ts'

export function isSignedIn({ session, now }: PaneState): boolean {
  if (session === undefined || !session.signedIn) return false
  return session.expiresAt === undefined || Date.parse(session.expiresAt) > now
}
