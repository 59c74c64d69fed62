// What a save would do, in lines for a terminal: by section, removals by name, and what the portal holds otherwise.
import type { Totals } from '../http/outputs/check.ts'
import type { Difference, PlanView, SectionPlan } from '../http/outputs/plan.ts'
import { totalsWords } from './return-words.ts'

export function planLines(plan: PlanView): string[] {
  const { differences, differenceCount, otherWorkbook } = plan
  return [
    ...(plan.unread ?? []).map((sheet) => `${sheet}: not read, and so not sent`),
    ...plan.sections.flatMap(sectionLines),
    PORTAL[plan.portal],
    ...differences.map(differenceLine),
    ...(differenceCount > differences.length
      ? [`… and ${differenceCount - differences.length} more differences`]
      : []),
    ...(otherWorkbook === undefined
      ? []
      : [
          `Last saved from ${otherWorkbook.name} on ${otherWorkbook.at}: --take-over if that is meant`,
        ]),
    `${plan.submissions} submissions`,
  ]
}

const PORTAL: Readonly<Record<PlanView['portal'], string>> = {
  asked: 'Compared with what the portal holds now.',
  'not-signed-in': 'Not signed in: compared with what the portal last confirmed.',
  'no-answer': 'The portal did not answer: compared with what it last confirmed.',
}

function sectionLines(plan: SectionPlan): string[] {
  const { section, added, changed, removed, unchanged, heldBack, waiting, firstRemoved } = plan
  const parts = [
    ...moved('added', added),
    ...moved('changed', changed),
    ...moved('removed', removed),
    `unchanged ${unchanged}`,
    ...(heldBack > 0 ? [`held back ${heldBack}`] : []),
    ...(waiting > 0 ? [`waiting for them ${waiting}`] : []),
    ...(plan.whole ? ['replaced whole'] : []),
  ]
  return [
    `${section}: ${parts.join(', ')}`,
    ...firstRemoved.map((document) => `${section}: removes ${document}`),
    ...(plan.mustTypeRemovals ? [`${section}: needs --removals`] : []),
  ]
}

const moved = (what: string, totals: Totals): string[] =>
  Object.values(totals).every((amount) => amount === 0) ? [] : [`${what} ${totalsWords(totals)}`]

const KINDS: Readonly<Record<Difference['kind'], string>> = {
  elsewhere: 'changed elsewhere',
  'only-there': 'only on the portal',
  gone: 'removed on the portal',
  'e-invoice': 'from an e-invoice',
}

const differenceLine = ({ id, kind, section, document, ours, theirs, columns }: Difference) =>
  [
    `${section}: ${document}: ${KINDS[kind]}`,
    `sheet ${ours === undefined ? 'nothing' : totalsWords(ours)}`,
    `portal ${theirs === undefined ? 'nothing' : totalsWords(theirs)}`,
    ...(columns.length > 0 ? [columns.join(', ')] : []),
    `--overwrite '${id}'`,
  ].join('; ')
