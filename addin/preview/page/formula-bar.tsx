// Above the grid: the address of the active cell, and what it holds, to read and to edit.
import { useState } from 'preact/hooks'
import type { ComponentChildren } from 'preact'
import { cellName } from '../../../templates/block.ts'
import { formatArea, parseArea, type Area } from '../host/area.ts'
import type { SheetModel } from '../host/sheet.ts'
import { editorKey, leave, type EditorActs } from './cell-editor.tsx'
import type { Place } from './cursor.ts'
import type { Edit } from './edit.ts'
import { editText } from './edit-text.ts'

interface FormulaBarProps {
  readonly sheet: SheetModel
  readonly area: Area
  readonly active: Place
  readonly edit: Edit | undefined
  readonly acts: EditorActs
  readonly onBegin: () => void
  readonly onGo: (area: Area) => void
  readonly children: ComponentChildren
}

export function FormulaBar(props: FormulaBarProps) {
  const { sheet, area, active, edit, acts, onBegin, onGo, children } = props
  const locked = sheet.isLocked(active.row, active.column)
  const { note } = sheet.getCell(active.row, active.column)
  return (
    <div class="formula-bar">
      <NameBox area={area} onGo={onGo} />
      <input
        class="formula"
        aria-label={`Contents of ${cellName(active.row, active.column)}`}
        autocomplete="off"
        spellcheck={false}
        readOnly={locked}
        value={edit?.text ?? editText(sheet, active.row, active.column)}
        onFocus={() => {
          if (!locked) onBegin()
        }}
        onInput={(event) => acts.change(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (edit?.at === 'bar') editorKey(event, false, acts)
        }}
        onBlur={(event) => {
          if (edit?.at === 'bar') leave(event.currentTarget, acts)
        }}
      />
      {note !== undefined && <span class="note">{note}</span>}
      {children}
    </div>
  )
}

interface NameBoxProps {
  readonly area: Area
  readonly onGo: (area: Area) => void
}

/** Shows the selection's address; an address typed here is gone to. */
function NameBox({ area, onGo }: NameBoxProps) {
  const address = formatArea(area)
  // What is being typed stands, whatever the selection does meanwhile.
  const [typed, setTyped] = useState<string>()
  return (
    <input
      class="name-box"
      aria-label="Name box: the selected cells"
      autocomplete="off"
      spellcheck={false}
      value={typed ?? address}
      onFocus={(event) => event.currentTarget.select()}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => setTyped(undefined)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped(undefined)
        if (event.key !== 'Enter') return
        const wanted = parseArea(event.currentTarget.value)
        setTyped(undefined)
        if (!wanted) return
        onGo(wanted)
        document.getElementById('grid')?.focus()
      }}
    />
  )
}
