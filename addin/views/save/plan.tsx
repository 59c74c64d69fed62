// What one save would do, before anything is sent, and what the user must say before it can be.
import { useState } from 'preact/hooks'
import type { PlanView } from '../../../agent/http/outputs/plan.ts'
import type { Problem } from '../../../templates/problems/problem.ts'
import { counted } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { TextField, Tick } from '../../ui/field.tsx'
import { inReturnOrder } from '../section-names.ts'
import { removalsToType, type Ticked } from './decisions.ts'
import { EditedSincePlan } from './edited-meanwhile.tsx'
import { Differences } from './differences.tsx'
import {
  HeldBackNotice,
  OtherWorkbook,
  otherWorkbookName,
  PortalNotAsked,
  UnreadNotice,
} from './plan-notices.tsx'
import { dropPlan, sendPlan } from './save-acts.ts'
import { isTouched, SectionChanges, Unchanged } from './section-changes.tsx'
import { ChangedSince, whatUndoingDoes } from './undo.tsx'

interface PlanProps {
  readonly plan: PlanView
  readonly isEdited: boolean
  readonly busy: boolean
  readonly refused: Problem | undefined
}

export function Plan({ plan, isEdited, busy, refused }: PlanProps) {
  const [typed, setTyped] = useState('')
  const [ticked, setTicked] = useState<Ticked>(new Set())
  const [isWhole, setWhole] = useState(false)
  const { otherWorkbook } = plan
  const sections = inReturnOrder(plan.sections).map((section) => ({
    section,
    differing: plan.differences.filter((one) => one.section === section.section).length,
  }))
  const touched = sections.filter(isTouched)
  const removals = removalsToType(plan, ticked, refused)
  const isMeant = removals === undefined || typed === String(removals)
  const isAllowed = isMeant && (otherWorkbook === undefined || isWhole)
  const isSending = plan.submissions > 0 || ticked.size > 0
  return (
    <>
      <p>{whatWouldHappen(plan)}</p>
      {isEdited && plan.undoes === undefined && <EditedSincePlan busy={busy} />}
      {otherWorkbook !== undefined && <OtherWorkbook other={otherWorkbook} />}
      <PortalNotAsked portal={plan.portal} busy={busy} />
      {plan.unread !== undefined && <UnreadNotice sheets={plan.unread} />}
      <HeldBackNotice plan={plan} />
      <SectionChanges sections={touched} />
      <Unchanged
        sections={sections
          .filter((one) => !isTouched(one) && one.section.unchanged > 0)
          .map(({ section }) => section)}
      />
      {plan.undoes === undefined ? (
        <Differences plan={plan} ticked={ticked} onTicked={setTicked} />
      ) : (
        <ChangedSince plan={plan} />
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isAllowed) void sendPlan({ removals, overwrite: [...ticked] })
        }}
      >
        {otherWorkbook !== undefined && (
          <Tick
            label={`This workbook holds the whole return; ${otherWorkbookName(otherWorkbook, 'the other one')} no longer counts`}
            ticked={isWhole}
            onTick={setWhole}
          />
        )}
        {removals !== undefined && (
          <TextField
            label={`${counted(removals, 'removal')} from the portal. To allow ${removals === 1 ? 'it' : 'them'}, type ${removals}`}
            kind="code"
            value={typed}
            maxLength={7}
            onValue={(value) => setTyped(value.replace(/[^0-9]/g, ''))}
          />
        )}
        <div class="actions">
          <Button kind="primary" off={!isAllowed || busy}>
            {isSending
              ? plan.undoes === undefined
                ? 'Send to the portal'
                : 'Undo that save'
              : 'Go on to File'}
          </Button>
          <Button off={busy} onPress={dropPlan}>
            Not now
          </Button>
        </div>
      </form>
    </>
  )
}

function whatWouldHappen({ submissions, differenceCount, sections, undoes }: PlanView): string {
  if (undoes !== undefined) return whatUndoingDoes(undoes)
  if (submissions > 0) return 'This is what would change on the portal. Nothing is sent yet.'
  if (sections.some(({ heldBack, waiting }) => heldBack + waiting > 0)) {
    return 'There is nothing to send now: the rest of these sheets is on the portal already.'
  }
  return differenceCount > 0
    ? 'Apart from the differences below, the portal holds what these sheets say.'
    : 'The portal already holds what these sheets say. There is nothing to send.'
}
