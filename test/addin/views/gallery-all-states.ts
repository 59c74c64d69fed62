// Every state of the pane that the gallery shows.
import { FIX_STATES } from './gallery-fix-states.ts'
import { MISSING_STATES } from './gallery-missing-states.ts'
import { PORTAL_STATES } from './gallery-portal-states.ts'
import { RECONCILE_STATES } from './gallery-reconcile-states.ts'
import { STATES } from './gallery-states.ts'
import { WALK_STATES } from './gallery-walk-states.ts'

export const ALL_STATES = {
  ...STATES,
  ...PORTAL_STATES,
  ...MISSING_STATES,
  ...WALK_STATES,
  ...RECONCILE_STATES,
  ...FIX_STATES,
}
