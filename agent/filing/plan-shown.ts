// A plan as people see it: count and rupees by section, removals by name, and what the portal holds otherwise.
import type { PayloadHead } from '../../templates/payload/payload.ts'
import { columnsDiffering } from '../../templates/payload/same-document.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import type { Difference, PlanView, SectionPlan } from '../http/outputs/plan.ts'
import {
  idOf,
  mustTypeRemovals,
  REMOVALS_SHOWN,
  type Differing,
  type SectionChanges,
} from './plan.ts'
import { nameOfKey, totalOf } from './snapshot.ts'
import { submissionsOf } from './submissions.ts'

const DIFFERENCES_SHOWN = 500

export function planShown(
  head: PayloadHead,
  changes: readonly SectionChanges[],
): Pick<PlanView, 'submissions' | 'sections' | 'differences' | 'differenceCount'> {
  const differing = changes.flatMap((section) => section.differing)
  return {
    submissions: submissionsOf(head, changes, TABLES).length,
    sections: changes.map(sectionPlan),
    differences: differing.slice(0, DIFFERENCES_SHOWN).map(differenceOf),
    differenceCount: differing.length,
  }
}

const sectionPlan = (section: SectionChanges): SectionPlan => ({
  section: section.section,
  added: totalOf(section.added),
  changed: totalOf(section.changed),
  // Entries, which is what must be typed: in totals a series of documents issued counts for its documents.
  removed: { ...totalOf(section.removed), count: section.removed.length },
  unchanged: section.unchanged,
  heldBack: section.heldBack,
  waiting: section.waiting.length,
  whole: section.whole !== undefined,
  firstRemoved: section.removed
    .slice(0, REMOVALS_SHOWN)
    .map(({ table, key: gone }) => nameOfKey(table, gone)),
  mustTypeRemovals: mustTypeRemovals(section),
})

const differenceOf = ({ kind, table, key, ours, theirs }: Differing): Difference => ({
  id: idOf({ table: table.id, key }),
  kind,
  section: table.section,
  document: nameOfKey(table.id, key),
  ...(ours !== undefined && { ours: totalOf([ours]) }),
  ...(theirs !== undefined && { theirs: totalOf([theirs]) }),
  columns: ours && theirs ? columnsDiffering(table, ours, theirs) : [],
})
