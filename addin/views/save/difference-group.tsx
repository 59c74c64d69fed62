// All differences of one kind: what they are, what becomes of them, and a tick for each and for all.
import type { ComponentChildren } from 'preact'
import type { Difference } from '../../../agent/http/outputs/plan.ts'
import { count } from '../../ui/amounts.ts'
import { Tick } from '../../ui/field.tsx'
import { sectionName } from '../section-names.ts'
import type { Ticked } from './decisions.ts'
import type { KindWords } from './difference-kinds.ts'
import { BothSides, SumOfSides } from './both-sides.tsx'

/** So many are shown at once; the others can be unfolded. */
const SHOWN = 10

interface GroupProps {
  readonly words: KindWords
  readonly differences: readonly Difference[]
  readonly ticked: Ticked
  readonly onTick: (differences: readonly Difference[], isOn: boolean) => void
}

export function DifferenceGroup({ words, differences, ticked, onTick }: GroupProps) {
  if (differences.length === 0) return null
  const items = differences.map((difference) => (
    <Item
      key={difference.id}
      difference={difference}
      isTicked={ticked.has(difference.id)}
      onTick={(isOn) => onTick([difference], isOn)}
    />
  ))
  return (
    <section class="differences">
      <h4>
        {words.title} ({count(differences.length)})
      </h4>
      <dl>
        <dt>Left alone</dt>
        <dd>{words.leftAlone}</dd>
        <dt>Sheet wins</dt>
        <dd>{words.sheetWins}</dd>
      </dl>
      {differences.length > 1 && (
        <>
          <SumOfSides differences={differences} />
          <Tick
            label={<strong>The sheet wins in all {count(differences.length)}</strong>}
            ticked={differences.every(({ id }) => ticked.has(id))}
            onTick={(isOn) => onTick(differences, isOn)}
          />
        </>
      )}
      <fieldset class="ticks">
        <legend>The sheet wins in</legend>
        <List>{items.slice(0, SHOWN)}</List>
        {items.length > SHOWN && (
          <details>
            <summary>and {count(items.length - SHOWN)} more</summary>
            <List>{items.slice(SHOWN)}</List>
          </details>
        )}
      </fieldset>
    </section>
  )
}

const List = ({ children }: { children: ComponentChildren }) => <ul>{children}</ul>

interface ItemProps {
  readonly difference: Difference
  readonly isTicked: boolean
  readonly onTick: (isOn: boolean) => void
}

function Item({ difference, isTicked, onTick }: ItemProps) {
  const { section, document, columns } = difference
  return (
    <li>
      <Tick label={document} ticked={isTicked} onTick={onTick} />
      <p class="hint">
        {sectionName(section)}
        {columns.length > 0 && `; differs in ${columns.join(', ')}`}
      </p>
      <BothSides difference={difference} />
    </li>
  )
}
