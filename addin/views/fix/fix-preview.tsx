// What a fix would write, before it is written: value by value, and what that means for Excel's own undo.
import { useLayoutEffect, useRef } from 'preact/hooks'
import { count, counted } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { EmptiesUndo } from '../empties-undo.tsx'
import type { Fixing, ViewProps } from '../state.ts'
import { byValue } from './by-value.ts'
import { leaveUnfixed, writeFixes } from './fix-acts.ts'

/** What one fix changes is mostly a handful of values; the first tell enough. */
const VALUES_SHOWN = 10

export function FixPreview({ state, fixing }: ViewProps & { fixing: Fixing }) {
  const { busy, keepsUndo } = state
  const { title, lang, fixes, cells = 0 } = fixing
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  const off = busy !== undefined
  return (
    <section class="chosen fix" aria-labelledby="fix">
      <h3 id="fix" tabIndex={-1} ref={heading} lang={lang}>
        {title}
      </h3>
      {fixes.length === 0 ? (
        <p>
          Nothing to write: what such cells should hold is not certain, or it stands there already.
        </p>
      ) : (
        <>
          <Values fixing={fixing} />
          {fixing.count > fixes.length && (
            <p>
              These are the first {count(fixes.length)} of {counted(fixing.count, 'cell')}. Press
              the button again for the rest.
            </p>
          )}
          {cells > fixing.count && (
            <p>
              {counted(cells - fixing.count, 'cell')} with this problem stay: what they should hold
              is not certain.
            </p>
          )}
          <p>Cells with a formula, and cells that change meanwhile, are left alone.</p>
          {!keepsUndo && (
            <EmptiesUndo when="cells are written">
              What is written here you can undo here.
            </EmptiesUndo>
          )}
        </>
      )}
      <div class="actions">
        {fixes.length > 0 && (
          <Button kind="primary" off={off} onPress={() => void writeFixes()}>
            {busy === 'fix-write' ? 'Writing…' : `Write ${counted(fixes.length, 'cell')}`}
          </Button>
        )}
        <Button off={off} onPress={leaveUnfixed}>
          {fixes.length > 0 ? 'Leave them as they are' : 'Close'}
        </Button>
      </div>
    </section>
  )
}

function Values({ fixing: { fixes } }: { fixing: Fixing }) {
  const values = byValue(fixes)
  const others = values.slice(VALUES_SHOWN)
  return (
    <>
      <table class="fixes">
        <thead>
          <tr>
            <th scope="col">Now</th>
            <th scope="col">Becomes</th>
            <th scope="col">Cells</th>
          </tr>
        </thead>
        <tbody>
          {values.slice(0, VALUES_SHOWN).map(({ was, becomes, cells }) => (
            <tr key={`${was} → ${becomes}`}>
              <td>{was}</td>
              <td>{becomes}</td>
              <td>{count(cells)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">In quotes: text. Without: a number or a date that Excel can reckon with.</p>
      {others.length > 0 && (
        <p class="hint">
          and {counted(others.length, 'other value')} in{' '}
          {counted(
            others.reduce((sum, { cells }) => sum + cells, 0),
            'cell',
          )}
        </p>
      )}
    </>
  )
}
