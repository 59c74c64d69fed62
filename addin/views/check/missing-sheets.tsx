// Sheets of the template that this workbook does not have: which of them to add, and what that means.
import { useState } from 'preact/hooks'
import { LAYOUT } from '../../../templates/layout.ts'
import { refuse } from '../../../templates/problems/problem.ts'
import { counted } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { Tick } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptiesUndo } from '../empties-undo.tsx'
import { Refusal } from '../refusal.tsx'
import { sectionName } from '../section-names.ts'
import type { Lacking } from '../state.ts'
import { addMissing } from './missing-acts.ts'

interface MissingSheetsProps {
  readonly lacking: Lacking
  readonly busy: string | undefined
  readonly keepsUndo: boolean
}

export function MissingSheets(props: MissingSheetsProps) {
  const { sheets, added } = props.lacking
  return (
    <>
      {added.length > 0 && (
        <Notice weight="success" title={`${counted(added.length, 'sheet')} added`}>
          <p>Type or paste your rows from row {LAYOUT.firstRow + 1} on, then check.</p>
        </Notice>
      )}
      {/* Another list of sheets is another choice. */}
      {sheets.length > 0 && <Offer key={sheets.map(({ name }) => name).join('/')} {...props} />}
    </>
  )
}

function Offer({ lacking, busy, keepsUndo }: MissingSheetsProps) {
  const { sheets, ofSheets, structureIsProtected } = lacking
  const names = sheets.map(({ name }) => name)
  const isNewcomer = names.length === ofSheets
  // Who has some sheets lacks one or two, and not all that are left.
  const [ticked, setTicked] = useState(isNewcomer || names.length === 1 ? names : [])
  const isAdding = busy === 'add-sheets'
  return (
    <details open={isNewcomer}>
      <summary>
        {isNewcomer
          ? 'This workbook has no GSTR-1 sheet yet'
          : `${counted(sheets.length, 'sheet')} of the template not in this workbook`}
      </summary>
      <p>
        Add those that you have something to report in. They come empty, after your own sheets,
        which stay as they are.
      </p>
      {structureIsProtected ? (
        <Refusal problem={refuse('workbook-structure-protected').problem} />
      ) : (
        <>
          <fieldset class="ticks">
            <legend class="unseen">Sheets to add</legend>
            {names.length > 1 && (
              <Tick
                label={<strong>All {counted(names.length, 'sheet')}</strong>}
                ticked={ticked.length === names.length}
                onTick={(on) => setTicked(on ? names : [])}
              />
            )}
            {sheets.map(({ name, section }) => (
              <Tick
                key={name}
                label={
                  <>
                    {name} <span class="hint">{sectionName(section)}</span>
                  </>
                }
                ticked={ticked.includes(name)}
                onTick={(on) =>
                  setTicked(on ? [...ticked, name] : ticked.filter((other) => other !== name))
                }
              />
            ))}
          </fieldset>
          {!keepsUndo && <EmptiesUndo when="sheets are added" />}
          <Button
            off={busy !== undefined || ticked.length === 0}
            onPress={() => void addMissing(ticked)}
          >
            {isAdding ? 'Adding…' : addWords(ticked.length, names.length)}
          </Button>
        </>
      )}
    </details>
  )
}

function addWords(ticked: number, all: number): string {
  if (ticked === all) return all === 1 ? 'Add the missing sheet' : 'Add the missing sheets'
  return ticked === 0 ? 'Add sheets' : `Add ${counted(ticked, 'sheet')}`
}
