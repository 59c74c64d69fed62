// The bar at the top: which workbook is open, and where workbooks come from and go to.
import { useRef } from 'preact/hooks'
import type { Environment } from '../../../templates/identifiers.ts'
import { Button } from '../../ui/button.tsx'

export interface FileActs {
  readonly open: (file: File) => void
  readonly sample: (which: 'plain' | 'protected') => void
  readonly download: () => void
}

interface FileBarProps {
  readonly name: string
  readonly changed: boolean
  readonly busy: boolean
  readonly environment: Environment
  readonly acts: FileActs
}

const ENVIRONMENTS: Readonly<Record<Environment, { word: string; means: string }>> = {
  practice: { word: 'PRACTICE', means: 'Nothing here reaches the GST portal.' },
  test: { word: 'TEST', means: 'Sandbox’s test portal: returns are not real.' },
  live: { word: 'LIVE', means: 'This is the real GST portal.' },
}

export function FileBar({ name, changed, busy, environment, acts }: FileBarProps) {
  const picker = useRef<HTMLInputElement>(null)
  const { word, means } = ENVIRONMENTS[environment]
  return (
    <header class="file-bar">
      <h1>
        {name}
        {changed && <span class="changed"> · not downloaded yet</span>}
      </h1>
      <Button off={busy} onPress={() => picker.current?.click()}>
        Open…
      </Button>
      <input
        ref={picker}
        type="file"
        accept=".xlsx"
        hidden
        aria-label="Workbook to open"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          // The same file can be chosen again.
          event.currentTarget.value = ''
          if (file) acts.open(file)
        }}
      />
      <Button off={busy} onPress={acts.download}>
        Download
      </Button>
      <span class="rule" />
      <Button kind="quiet" off={busy} onPress={() => acts.sample('plain')}>
        Sample company
      </Button>
      <Button kind="quiet" off={busy} onPress={() => acts.sample('protected')}>
        Protected sample
      </Button>
      <span role="status">{busy && 'Working…'}</span>
      <p class={`environment ${environment}`}>
        <strong>{word}</strong> {means}
      </p>
    </header>
  )
}
