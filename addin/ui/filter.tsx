// What a list is narrowed to: one of a few kinds, each with how many there are.
import { count } from './amounts.ts'

interface FilterProps<K extends string> {
  readonly name: string
  readonly kinds: readonly { readonly kind: K; readonly text: string; readonly count: number }[]
  readonly chosen: K
  readonly onChosen: (kind: K) => void
}

export function Filter<K extends string>({ name, kinds, chosen, onChosen }: FilterProps<K>) {
  return (
    <fieldset class="filter">
      <legend class="unseen">Show</legend>
      {kinds.map(({ kind, text, count: found }) => (
        <label key={kind}>
          <input
            type="radio"
            name={name}
            checked={kind === chosen}
            onChange={() => onChosen(kind)}
          />
          <span>
            {text} {count(found)}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
