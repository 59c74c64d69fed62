// The sheets of the workbook, to bring one to the front.
import { useEffect, useRef } from 'preact/hooks'
import type { WorkbookModel } from '../host/model.ts'

interface TabsProps {
  readonly model: WorkbookModel
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

export function Tabs({ model }: TabsProps) {
  const list = useRef<HTMLDivElement>(null)
  const shown = model.sheets.filter((sheet) => !sheet.hidden)
  const front = (): HTMLElement | null =>
    list.current?.querySelector<HTMLElement>('[aria-selected="true"]') ?? null
  useEffect(() => front()?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [model.active])
  return (
    <div
      ref={list}
      class="tabs"
      role="tablist"
      aria-label="Sheets"
      onKeyDown={(event) => {
        const next = shown[shown.indexOf(model.active) + (STEPS[event.key] ?? 0)]
        if (!next || next === model.active) return
        event.preventDefault()
        model.activate(next)
        requestAnimationFrame(() => front()?.focus())
      }}
    >
      {shown.map((sheet) => (
        <button
          key={sheet.id}
          type="button"
          role="tab"
          class="tab"
          aria-selected={sheet === model.active}
          aria-controls="sheet"
          tabIndex={sheet === model.active ? 0 : -1}
          onClick={() => model.activate(sheet)}
        >
          {sheet.name}
        </button>
      ))}
    </div>
  )
}
