// What the portal holds otherwise than it confirmed, by kind. Each stays as the portal has it unless its tick is set.
import type { Difference, PlanView } from '../../../agent/http/outputs/plan.ts'
import { count, counted } from '../../ui/amounts.ts'
import { inReturnOrder, goesWhole, sectionName } from '../section-names.ts'
import { isRemoval, tickedAfter, type Ticked } from './decisions.ts'
import { DifferenceGroup } from './difference-group.tsx'
import { KINDS } from './difference-kinds.ts'

interface DifferencesProps {
  readonly plan: PlanView
  readonly ticked: Ticked
  readonly onTicked: (ticked: Ticked) => void
}

export function Differences({ plan, ticked, onTicked }: DifferencesProps) {
  const { differenceCount } = plan
  if (differenceCount === 0) return null
  const differences = inReturnOrder(plan.differences)
  const whole = [...new Set(differences.map(({ section }) => section))].filter(goesWhole)
  return (
    <>
      <h3>{counted(differenceCount, 'difference')} with the portal</h3>
      <p>Nothing of this is sent unless you tick that the sheet wins.</p>
      {whole.map((section) => (
        <p key={section}>
          {sectionName(section)} goes only whole: the sheet wins in all of it or in nothing. Where
          it wins, the portal then holds exactly what the sheets have there.
        </p>
      ))}
      {KINDS.map((words) => (
        <DifferenceGroup
          key={words.kind}
          words={words}
          differences={differences.filter(({ kind }) => kind === words.kind)}
          ticked={ticked}
          onTick={(decided, isOn) => onTicked(tickedAfter(plan, ticked, decided, isOn))}
        />
      ))}
      {differenceCount > differences.length && (
        <p>
          The first {count(differences.length)} of {count(differenceCount)} are listed. Once these
          are decided and saved, the next plan lists the others.
        </p>
      )}
      <p role="status">
        <strong>{whatWasDecided(differences, differenceCount, ticked)}</strong>
      </p>
    </>
  )
}

function whatWasDecided(differences: readonly Difference[], all: number, ticked: Ticked): string {
  const removed = differences.filter((one) => isRemoval(one) && ticked.has(one.id)).length
  const sentences = [
    ticked.size > 0 && `The sheet wins in ${count(ticked.size)} of ${count(all)}.`,
    removed > 0 && `${count(removed)} will be removed from the portal.`,
    ticked.size < all && stays(all - ticked.size),
  ]
  return sentences.filter((sentence) => sentence !== false).join(' ')
}

const stays = (left: number): string =>
  left === 1 ? '1 stays as the portal has it.' : `${count(left)} stay as the portal has them.`
