// Amending what an earlier return holds: getting it, and showing the rows that would amend it in this one.
import { monthOf, type Period } from '../../../templates/identifiers.ts'
import { refuse } from '../../../templates/problems/problem.ts'
import { counted } from '../../ui/amounts.ts'
import { periodName } from '../../ui/dates.ts'
import { ask, onReturn, refused, say } from '../act.ts'
import { aboutWorkbook } from '../check/check-acts.ts'
import { change, pane } from '../state.ts'
import { showChanges } from './write-acts.ts'

export function chooseOriginal(id: string, isOn: boolean): void {
  const { earlier } = pane()
  if (earlier === undefined) return
  const chosen = new Set(earlier.chosen)
  if (isOn) chosen.add(id)
  else chosen.delete(id)
  change({ earlier: { ...earlier, chosen } })
}

/** Only what was filed is amended, so the portal's list of filings is asked first. Reads only. */
export const getEarlier = (from: Period): Promise<void> =>
  onReturn('earlier', async ({ gstin, period }) => {
    change({ earlier: undefined })
    const tracked = await ask('track', { gstin, period: from })
    if (tracked === undefined) return
    if (tracked.said === 'not-listed') {
      return refused(refuse('earlier-not-filed', { month: monthOf(from) }).problem)
    }
    const pull = await ask('pull', { gstin, period: from })
    const originals = pull && (await ask('originals', { gstin, period, from }))
    if (originals === undefined) return
    const waiting = pull?.documents.filter(({ state }) => state === 'being-prepared') ?? []
    change({
      earlier: {
        period: from,
        said: tracked.said,
        waiting: waiting.map(({ section }) => section),
        originals,
        chosen: new Set(),
      },
      written: undefined,
    })
    say(`${periodName(from)}: ${counted(originals.length, 'document')} can be amended.`)
  })

/** Of the documents that were chosen. */
export const showAmendments = (): Promise<void> =>
  onReturn('amend', async (of) => {
    const { earlier } = pane()
    if (earlier === undefined) return
    await showChanges('amendments', (blocks, names) =>
      ask('amend', {
        ...of,
        blocks,
        ...aboutWorkbook(undefined),
        names,
        from: earlier.period,
        documents: [...earlier.chosen],
      }),
    )
  })
