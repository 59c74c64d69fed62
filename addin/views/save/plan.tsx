// What one save would do, section by section, before anything is sent.
import { useState } from 'preact/hooks'
import type { PlanView, SectionPlan } from '../../../agent/http/contract.ts'
import { count, counted, inRupees } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { go } from '../go.ts'
import { inReturnOrder, sectionName, whatIsCounted } from '../section-names.ts'
import { dropPlan, sendPlan } from './save-acts.ts'

interface PlanProps {
  readonly plan: PlanView
  readonly busy: boolean
}

export function Plan({ plan, busy }: PlanProps) {
  const [typed, setTyped] = useState('')
  const { submissions } = plan
  const sections = inReturnOrder(plan.sections)
  const removals = sections.reduce((sum, section) => sum + section.removed.count, 0)
  const heldBack = sections.reduce((sum, section) => sum + section.heldBack, 0)
  const waiting = sections.reduce((sum, section) => sum + section.waiting, 0)
  const mustType = sections.some((section) => section.mustTypeRemovals)
  const isAllowed = !mustType || typed === String(removals)
  return (
    <>
      <p>{whatWouldHappen(submissions, heldBack)}</p>
      {heldBack > 0 && (
        <Notice
          weight="warning"
          title={`${count(heldBack)} held back${waiting > 0 ? `, ${count(waiting)} waiting` : ''}`}
        >
          <p>
            What is held back has an error and will not be sent
            {waiting > 0 && ', and what waits cannot go without it'}.
            {submissions > 0 && ' The rest goes.'}
          </p>
          <Button kind="quiet" onPress={() => go('check')}>
            Show the errors
          </Button>
        </Notice>
      )}
      {sections.filter(isTouched).map((section) => (
        <SectionChanges key={section.section} plan={section} />
      ))}
      <Unchanged
        sections={sections.filter((section) => !isTouched(section) && section.unchanged > 0)}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isAllowed) void sendPlan(mustType ? removals : undefined)
        }}
      >
        {mustType && (
          <TextField
            label={`${counted(removals, 'removal')} from the portal. To allow them, type ${removals}`}
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

function whatWouldHappen(submissions: number, heldBack: number): string {
  if (submissions > 0) return 'This is what would change on the portal. Nothing is sent yet.'
  if (heldBack > 0) {
    return 'There is nothing to send now: the rest of these sheets is on the portal already.'
  }
  return 'The portal already holds what these sheets say. There is nothing to send.'
}

const CHANGES = [
  { part: 'added', word: 'New' },
  { part: 'changed', word: 'Changed' },
  { part: 'removed', word: 'Removed' },
] as const

const COUNTS = [
  { part: 'unchanged', word: 'Unchanged' },
  { part: 'heldBack', word: 'Held back' },
  { part: 'waiting', word: 'Waiting' },
] as const

/** Something of it is sent, held back or waiting. */
const isTouched = (plan: SectionPlan): boolean =>
  plan.heldBack > 0 || plan.waiting > 0 || CHANGES.some(({ part }) => plan[part].count > 0)

function SectionChanges({ plan }: { plan: SectionPlan }) {
  const { section, removed, heldBack, waiting, whole } = plan
  const [one, many] = whatIsCounted(section)
  return (
    <section class="change">
      <table>
        <caption>
          {sectionName(section)}
          {whole && <span class="hint"> replaced as a whole</span>}
        </caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{many === 'documents' ? 'Documents' : 'Entries'}</th>
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
      {waiting > 0 && (
        <p>
          {count(waiting)} waiting: the portal takes this section only whole, and{' '}
          {heldBack === 1 ? 'one row has a mistake' : `${count(heldBack)} rows have mistakes`}.
        </p>
      )}
      {removed.count > 0 && <Removed plan={plan} what={counted(removed.count, one, many)} />}
    </section>
  )
}

function Removed({ plan, what }: { plan: SectionPlan; what: string }) {
  const { removed, firstRemoved } = plan
  return (
    <details open>
      <summary>Removed from the portal: {what}</summary>
      <ul>
        {firstRemoved.map((document) => (
          <li key={document}>{document}</li>
        ))}
      </ul>
      {removed.count > firstRemoved.length && (
        <p class="hint">and {count(removed.count - firstRemoved.length)} more</p>
      )}
    </details>
  )
}

function Unchanged({ sections }: { sections: readonly SectionPlan[] }) {
  if (sections.length === 0) return null
  return (
    <details>
      <summary>{counted(sections.length, 'section')} unchanged</summary>
      <dl>
        {sections.map(({ section, unchanged }) => (
          <>
            <dt>{sectionName(section)}</dt>
            <dd>{counted(unchanged, ...whatIsCounted(section))}</dd>
          </>
        ))}
      </dl>
    </details>
  )
}
