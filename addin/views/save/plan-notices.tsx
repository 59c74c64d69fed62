// What one should know of a plan before looking at its figures.
import type { PlanView } from '../../../agent/http/outputs/plan.ts'
import { count } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { dayAndTime } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { go } from '../go.ts'
import { makePlan, signInAnew } from './save-acts.ts'

type Other = NonNullable<PlanView['otherWorkbook']>

/** A workbook that was never saved has no name. */
export const otherWorkbookName = ({ name }: Other, unnamed: string): string =>
  name === '' ? unnamed : `“${name}”`

export function OtherWorkbook({ other }: { other: Other }) {
  return (
    <Notice weight="warning" title="Last saved from another workbook">
      <p>
        The last save of this return came from {otherWorkbookName(other, 'another workbook')} on{' '}
        {dayAndTime(other.at)}. What only that workbook has is removed from the portal by this save.
      </p>
      <p>
        If this workbook is not the whole return, press Not now and go on in the other one. If it
        is, tick that above Send.
      </p>
    </Notice>
  )
}

export function PortalNotAsked({ portal, busy }: Pick<PlanView, 'portal'> & { busy: boolean }) {
  if (portal === 'asked') return null
  const hasSession = portal === 'no-answer'
  return (
    <Notice
      weight="warning"
      title={hasSession ? 'The portal did not answer' : 'The session with the portal has ended'}
    >
      <p>
        This plan rests on what the portal last confirmed. What other software changed there since
        does not show.
      </p>
      <Button kind="quiet" off={busy} onPress={hasSession ? () => void makePlan() : signInAnew}>
        {hasSession ? 'Ask it again' : 'Sign in and ask it'}
      </Button>
    </Notice>
  )
}

/** Told here too, since nothing else of the plan shows that they exist. */
export function UnreadNotice({ sheets }: { sheets: readonly string[] }) {
  return (
    <Notice weight="error" title={`Not read, and so not sent: ${sheets.join('; ')}`}>
      <p>
        {sheets.length === 1 ? 'This sheet' : 'These sheets'} cannot be read as a whole. What the
        portal has of {sheets.length === 1 ? 'it' : 'them'} stays as it is there, and filing waits
        until you mend or leave out {sheets.length === 1 ? 'the sheet' : 'them'}.
      </p>
      <Button kind="quiet" onPress={() => go('check')}>
        Show why
      </Button>
    </Notice>
  )
}

export function HeldBackNotice({ plan: { sections, submissions } }: { plan: PlanView }) {
  const held = sections.filter(({ heldBack }) => heldBack > 0)
  const heldBack = held.reduce((sum, section) => sum + section.heldBack, 0)
  const waiting = held.reduce((sum, section) => sum + section.waiting, 0)
  if (heldBack === 0) return null
  return (
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
  )
}
