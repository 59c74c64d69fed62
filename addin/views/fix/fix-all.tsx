// The buttons that begin a fix: beside a cause whose cells are certain, and for the workbook as a whole.
import { canBeFixed } from '../../../templates/fixing/certain.ts'
import { Button } from '../../ui/button.tsx'
import { causeSentence } from '../../words.ts'
import type { Cause } from '../check/causes.ts'
import { pane } from '../state.ts'
import { lookForFixes } from './fix-acts.ts'

export function FixAll({ cause, busy }: { cause: Cause; busy: string | undefined }) {
  const { example, cells } = cause
  const { code, column } = example
  if (!canBeFixed(example) || column === undefined) return null
  const { title, lang } = causeSentence(example)
  return (
    <p>
      <Button
        off={busy !== undefined}
        label={`Fix all like this: ${title}, ${column}`}
        onPress={() =>
          void lookForFixes({ cause: { code, column }, ...shownSheet() }, { title, lang, cells })
        }
      >
        Fix all like this…
      </Button>
    </p>
  )
}

export function TidyOffer({ busy }: { busy: string | undefined }) {
  const title = 'Cells as the template has them'
  return (
    <details>
      <summary>Write cells as the template has them</summary>
      <p>
        States without their code, dates and amounts kept as text, types in other words: what was
        understood can be written in the template’s own form. You see every change first.
      </p>
      <Button
        off={busy !== undefined}
        onPress={() => void lookForFixes(shownSheet(), { title, lang: 'en-IN' })}
      >
        Look for such cells…
      </Button>
    </details>
  )
}

/** The list’s choice of a sheet holds for its fixes too. */
function shownSheet(): { sheet?: string } {
  const { sheet } = pane()
  return sheet === undefined || sheet === '' ? {} : { sheet }
}
