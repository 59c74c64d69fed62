// Sheets against what the portal holds, and what brings the one into the other. The portal is not asked: that is `pull`.
import type { Gstin, Period } from '../../templates/identifiers.ts'
import { monthOf } from '../../templates/identifiers.ts'
import type { WireDocument } from '../../templates/payload/wire-document.ts'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import { readWorkbook } from '../../templates/reading/read-workbook.ts'
import type { Context } from '../../templates/tables/table.ts'
import { rowsOfWire } from '../../templates/writing/wire-rows.ts'
import type { Original, Reconciliation, SheetChanges } from '../http/outputs/portal.ts'
import { amendmentChanges, originalsOf } from './amend.ts'
import { portalSide } from './compare.ts'
import { contextOf, type WorkbookOf } from './context.ts'
import { heldBy, idOf } from './plan.ts'
import { compared, reconciliationOf } from './reconcile.ts'
import { createWriter } from './sheet-changes.ts'
import type { Tools } from './tools.ts'

interface OfEarlier {
  readonly gstin: Gstin
  readonly period: Period
  readonly from: Period
}

interface Chosen {
  readonly names: readonly string[]
  readonly documents: readonly string[]
}

export interface Reconciling {
  reconcile(of: WorkbookOf & { sections: readonly string[] }): Promise<Result<Reconciliation>>
  fromPortal(
    of: WorkbookOf & Chosen & { sections: readonly string[] },
  ): Promise<Result<SheetChanges>>
  originals(of: OfEarlier): Promise<Result<readonly Original[]>>
  amend(of: WorkbookOf & Chosen & OfEarlier): Promise<Result<SheetChanges>>
}

export function createReconciling(tools: Tools): Reconciling {
  const { environment } = tools

  const held = async (gstin: Gstin, period: Period): Promise<WireDocument[]> => [
    ...heldBy(await portalSide(tools, { environment, gstin, period })).values(),
  ]

  /** The context of this return, unless what is amended does not lie before it. */
  async function afterEarlier(of: OfEarlier & WorkbookOf): Promise<Result<Context>> {
    const [original, month] = [monthOf(of.from), monthOf(of.period)]
    return original < month
      ? contextOf(tools, of)
      : refuse('original-not-earlier', { original, month })
  }

  return {
    async reconcile({ sections, ...workbook }) {
      const context = await contextOf(tools, workbook)
      if (!context.ok) return context
      const portal = await held(workbook.gstin, workbook.period)
      return done(reconciliationOf(readWorkbook(workbook.blocks, context.value), portal, sections))
    },

    async fromPortal({ sections, names, documents, ...workbook }) {
      const context = await contextOf(tools, workbook)
      if (!context.ok) return context
      const reading = readWorkbook(workbook.blocks, context.value)
      const portal = await held(workbook.gstin, workbook.period)
      const wanted = new Set(documents)
      const writer = createWriter(reading, names, context.value)
      for (const one of compared(reading, portal, new Set(sections)).all) {
        const { difference, kind, table, theirs, document } = one
        if (theirs === undefined || !wanted.has(idOf(difference))) continue
        const named = difference.document
        if (kind === 'only-there') {
          writer.append(table, named, rowsOfWire(table, theirs, context.value))
        } else if (kind === 'different' && document !== undefined) {
          writer.rewrite(table, named, document, theirs)
        }
      }
      return done(writer.changes())
    },

    async originals(of) {
      const context = await afterEarlier({ ...of, blocks: [] })
      if (!context.ok) return context
      return done(originalsOf(await held(of.gstin, of.from), context.value))
    },

    async amend({ from, names, documents, ...workbook }) {
      const context = await afterEarlier({ ...workbook, from })
      if (!context.ok) return context
      return done(
        amendmentChanges({
          from,
          names,
          held: await held(workbook.gstin, from),
          chosen: new Set(documents),
          reading: readWorkbook(workbook.blocks, context.value),
          present: await held(workbook.gstin, workbook.period),
          context: context.value,
        }),
      )
    },
  }
}
