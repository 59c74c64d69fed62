// What a first real return needs, ticked off where the pane can know, and by the user where only they can.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { Tick } from '../../ui/field.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { change, type ViewProps } from '../state.ts'
import { isSettled, isTicked, ITEMS, standingOf, tick, type Item } from './standing.ts'

const TITLES: Readonly<Record<Item, string>> = {
  practice: 'Practised once: checked, saved and filed the sample company',
  keys: 'Sandbox key and secret',
  username: 'User name on the GST portal',
  'api-access': 'API access switched on at the GST portal, for 30 days',
}

const HOW: Readonly<Record<Item, (props: ViewProps) => ComponentChildren>> = {
  practice: () => 'Five minutes, with no account. In practice every OTP is 575757.',
  keys: ({ state }) =>
    state.about?.environment !== 'practice' && (
      <>
        Through Sandbox the agent reaches the portal.{' '}
        <Button kind="quiet" onPress={() => change({ place: 'keys', refused: undefined })}>
          Enter key and secret
        </Button>
      </>
    ),
  username: () => 'The name used to log in at gst.gov.in. It is asked for with the taxpayer.',
  'api-access': ({ state }) => <ApiAccessSteps username={state.taxpayer?.username} />,
}

/** Open while something is missing on a real portal; folded away in practice. */
export function Checklist({ state }: ViewProps) {
  // A tick is kept outside the state: this draws the list anew.
  const [, setTicks] = useState(0)
  const settled = ITEMS.filter((item) => isSettled(item, state)).length
  const isPractice = state.about?.environment === 'practice'
  return (
    <details open={!isPractice && settled < ITEMS.length}>
      <summary>
        For a first real return: {settled} of {ITEMS.length} in place
      </summary>
      <ul class="checklist">
        {ITEMS.map((item) => {
          const standing = standingOf(item, state)
          return (
            <li key={item}>
              {standing === 'ask' ? (
                <Tick
                  label={TITLES[item]}
                  ticked={isTicked(item, state)}
                  onTick={(isOn) => {
                    tick(item, state, isOn)
                    setTicks((before) => before + 1)
                  }}
                />
              ) : (
                <p class="notice-title">
                  <SeverityMark weight={standing === 'open' ? 'note' : 'success'} />{' '}
                  <span>
                    {TITLES[item]}
                    {standing === 'not-needed' && ' (not needed in practice)'}
                  </span>
                </p>
              )}
              {!isSettled(item, state) && <div class="hint">{HOW[item]({ state })}</div>}
            </li>
          )
        })}
      </ul>
    </details>
  )
}

/** Where the setting is. Left at six hours, the portal wants an OTP every day. */
export function ApiAccessSteps({ username }: { username: string | undefined }) {
  return (
    <ol lang="en-IN">
      <li>Log in at gst.gov.in{username === undefined ? '' : ` as ${username}`}.</li>
      <li>Open My Profile, then Manage API Access.</li>
      <li>Enable API Request: Yes.</li>
      <li>Duration: 30 days, then Confirm. With the shorter one you need an OTP every day.</li>
    </ol>
  )
}
