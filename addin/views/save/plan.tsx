// What one save would do, section by section, before anything is sent.
import { useState } from 'preact/hooks'
import type { PlanView, SectionPlan } from '../../../agent/http/contract.ts'
import { count, counted, inRupees } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { go } from '../go.ts'
import { sectionName } from '../section-names.ts'
import { dropPlan, sendPlan } from './save-acts.ts'

interface PlanProps {
  readonly plan: PlanView
  readonly busy: boolean
}

export function Plan({ plan, busy }: PlanProps) {
  const [typed, setTyped] = useState('')
  const { sections, submissions } = plan
  const removals = sections.reduce((sum, section) => sum + section.removed.count, 0)
  const heldBack = sections.reduce((sum, section) => sum + section.heldBack, 0)
  const mustType = sections.some((section) => section.mustTypeRemovals)
  const isAllowed = !mustType || typed === String(removals)
  return (
    <>
      <p>
        {submissions === 0
          ? 'The portal already holds what these sheets say. There is nothing to send.'
          : 'This is what would change on the portal. Nothing is sent yet.'}
      </p>
      {heldBack > 0 && (
        <Notice weight="warning" title={`${counted(heldBack, 'document')} held back`}>
          <p>They have errors and will not be sent. The rest goes without them.</p>
          <Button kind="quiet" onPress={() => go('check')}>
            Show the errors
          </Button>
        </Notice>
      )}
      {sections.map((section) => (
        <SectionChanges key={section.section} plan={section} />
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isAllowed) void sendPlan(mustType ? removals : undefined)
        }}
      >
        {mustType && (
          <TextField
            label={`${counted(removals, 'document')} will be removed from the portal. To allow it, type ${removals}`}
            kind="code"
            value={typed}
            maxLength={7}
            onValue={(value) => setTyped(value.replace(/[^0-9]/g, ''))}
          />
        )}
        <div class="actions">
          <Button kind="primary" off={!isAllowed || busy}>
            {submissions === 0 ? 'Go on to File' : 'Send to the portal'}
          </Button>
          <Button off={busy} onPress={dropPlan}>
            Not now
          </Button>
        </div>
      </form>
    </>
  )
}

const CHANGES = [
  { part: 'added', word: 'New' },
  { part: 'changed', word: 'Changed' },
  { part: 'removed', word: 'Removed' },
] as const

const COUNTS = [
  { part: 'unchanged', word: 'Unchanged' },
  { part: 'heldBack', word: 'Held back' },
] as const

function SectionChanges({ plan }: { plan: SectionPlan }) {
  const { removed, firstRemoved } = plan
  return (
    <section class="change">
      <table>
        <caption>{sectionName(plan.section)}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">Documents</th>
            <th scope="col">Taxable value</th>
          </tr>
        </thead>
        <tbody>
          {CHANGES.filter(({ part }) => plan[part].count > 0).map(({ part, word }) => (
            <tr key={part} class={part}>
              <th scope="row">{word}</th>
              <td>{count(plan[part].count)}</td>
              <td>{inRupees(plan[part].txval)}</td>
            </tr>
          ))}
          {COUNTS.filter(({ part }) => plan[part] > 0).map(({ part, word }) => (
            <tr key={part}>
              <th scope="row">{word}</th>
              <td>{count(plan[part])}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      {removed.count > 0 && (
        <details open>
          <summary>{`Removed from the portal: ${counted(removed.count, 'document')}`}</summary>
          <ul>
            {firstRemoved.map((document) => (
              <li key={document}>{document}</li>
            ))}
          </ul>
          {removed.count > firstRemoved.length && (
            <p class="hint">and {count(removed.count - firstRemoved.length)} more</p>
          )}
        </details>
      )}
    </section>
  )
}
