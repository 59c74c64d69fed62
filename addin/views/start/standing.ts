// What must be in place before a first save on the real portal, and how the pane knows of each.
import type { Problem } from '../../../templates/problems/problem.ts'
import { keep, kept } from '../../kept.ts'
import { isSignedIn } from '../connect/signed-in.ts'
import { isFiled } from '../file/filed.ts'
import type { PaneState } from '../state.ts'

export type Item = 'practice' | 'keys' | 'username' | 'api-access'

export const ITEMS: readonly Item[] = ['practice', 'keys', 'username', 'api-access']

/** `not-needed` in practice, `ask` where only the user knows. */
export type Standing = 'done' | 'not-needed' | 'open' | 'ask'

const isPractice = ({ about }: PaneState): boolean => about?.environment === 'practice'

/** How the pane finds out. That an OTP was accepted proves access; before that, and for practice, the user's tick counts. */
const STANDINGS: Readonly<Record<Item, (state: PaneState) => Standing>> = {
  practice: (state) => {
    const stage = state.return?.stage
    return isPractice(state) && stage !== undefined && isFiled(stage) ? 'done' : 'ask'
  },
  keys: (state) => {
    if (isPractice(state)) return 'not-needed'
    return state.about?.hasKeys === true ? 'done' : 'open'
  },
  username: (state) => (state.taxpayer === undefined ? 'open' : 'done'),
  'api-access': (state) => {
    if (isPractice(state)) return 'not-needed'
    return isSignedIn(state) ? 'done' : 'ask'
  },
}

export const standingOf = (item: Item, state: PaneState): Standing => STANDINGS[item](state)

export const isSettled = (item: Item, state: PaneState): boolean => {
  const standing = standingOf(item, state)
  return standing === 'ask' ? isTicked(item, state) : standing !== 'open'
}

/** Which item a refusal at sign-in is about, by the portal's code. */
const AT_FAULT: Readonly<Record<string, Item>> = {
  AUTH4037: 'api-access',
  AUTH4032: 'username',
  AUTH4041: 'username',
  AUTH_9036: 'username',
}

export function itemAtFault({ code, facts }: Problem): Item | undefined {
  if (code === 'portal') return AT_FAULT[String(facts['code'])]
  return code === 'portal-access' || code === 'keys-missing' ? 'keys' : undefined
}

// ── the user's own ticks, kept on this computer; API access belongs to one GSTIN ─────────────────

const nameOf = (item: Item, { taxpayer }: PaneState): string =>
  item === 'api-access' ? `${item} ${taxpayer?.gstin ?? ''}` : item

const ticks = (): string[] => (kept('ticked') ?? '').split('\n')

export const isTicked = (item: Item, state: PaneState): boolean =>
  ticks().includes(nameOf(item, state))

export function tick(item: Item, state: PaneState, isOn: boolean): void {
  const name = nameOf(item, state)
  const others = ticks().filter((one) => one !== name && one !== '')
  keep('ticked', (isOn ? [...others, name] : others).join('\n'))
}
