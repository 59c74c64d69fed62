// What would be written into the sheets, before any of it is: how many documents, the first ten, and what is left out.
import { sentence } from '../../words.ts'
import type { Told } from '../../../agent/http/outputs/portal.ts'
import { count, counted } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptiesUndo } from '../empties-undo.tsx'
import type { ToWrite } from '../state.ts'
import { dropWriting, writeShown } from './write-acts.ts'

const WORDS = { portal: 'document', amendments: 'amendment' } as const

interface WritePreviewProps {
  readonly toWrite: ToWrite
  readonly isBusy: boolean
  readonly keepsUndo: boolean
}

export function WritePreview({ toWrite, isBusy, keepsUndo }: WritePreviewProps) {
  const { what, changes, isAnother } = toWrite
  const { documents, first, newSheets, left, leftCount, warned, warnedCount } = changes
  const words = counted(documents, WORDS[what])
  return (
    <>
      <h3>{documents === 0 ? 'There is nothing to write' : `${words} to write`}</h3>
      {isAnother === true && (
        <Notice weight="warning" title="The sheets have changed since" alert>
          <p>Nothing was written. This is what would be written now.</p>
        </Notice>
      )}
      {documents > 0 && (
        <>
          <p>
            {what === 'portal'
              ? 'Only cells that differ are changed, and new rows go below the last one. Names, notes and columns of your own stay as they are.'
              : 'The rows go below the last one of the amendment sheets, with original number, date and month filled in. Then change what was wrong in them.'}{' '}
            Nothing is sent to the portal.
          </p>
          {newSheets.length > 0 && (
            <p>
              {counted(newSheets.length, 'sheet')} added first: {newSheets.join(', ')}.
            </p>
          )}
          <ul>
            {first.map(({ document, sheet }) => (
              <li key={document}>
                {document}, {sheet}
              </li>
            ))}
          </ul>
          {documents > first.length && (
            <p class="hint">and {count(documents - first.length)} more</p>
          )}
        </>
      )}
      <Telling title="written, but worth a look" told={warned} all={warnedCount} weight="warning" />
      <Telling title="not written" told={left} all={leftCount} weight="error" />
      {!keepsUndo && documents > 0 && (
        <EmptiesUndo when="cells are written">What is written here you can undo here.</EmptiesUndo>
      )}
      <div class="actions">
        {documents > 0 && (
          <Button kind="primary" off={isBusy} onPress={() => void writeShown()}>
            Write {words}
          </Button>
        )}
        <Button off={isBusy} onPress={dropWriting}>
          {documents > 0 ? 'Not now' : 'Back'}
        </Button>
      </div>
    </>
  )
}

interface TellingProps {
  readonly title: string
  readonly told: readonly Told[]
  readonly all: number
  readonly weight: 'warning' | 'error'
}

function Telling({ title, told, all, weight }: TellingProps) {
  if (all === 0) return null
  return (
    <Notice weight={weight} title={`${counted(all, 'document')} ${title}`}>
      {told.map(({ document, problem }) => {
        const { what, remedy, lang } = sentence(problem)
        return (
          <p key={`${document} ${problem.code}`}>
            <strong>{document}</strong>:{' '}
            <span lang={lang}>
              {what} {remedy}
            </span>
          </p>
        )
      })}
      {all > told.length && <p class="hint">and {count(all - told.length)} more</p>}
    </Notice>
  )
}
