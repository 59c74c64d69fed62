// The preview: a stand-in for Excel with one open workbook, and the task pane beside it.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { About } from '../../../agent/http/outputs/session.ts'
import type { WorkbookFile } from '../../../agent/xlsx/workbook-file.ts'
import type { Problem, Result } from '../../../templates/problems/problem.ts'
import { call } from '../../agent.ts'
import { Button } from '../../ui/button.tsx'
import type { HostFaults } from '../host/faults.ts'
import { WorkbookModel, type Change } from '../host/model.ts'
import { FileBar, type FileActs } from './file-bar.tsx'
import { download, readFile } from './files.ts'
import { px } from './layout.ts'
import { PairForm } from './pair-form.tsx'
import { arrive } from './pairing.ts'
import { PaneLives } from './pane-lives.tsx'
import { PANE, PaneSplit } from './pane-split.tsx'
import { goToNextPart } from './parts.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { WorkbookWindow } from './workbook-window.tsx'

interface PageProps {
  /** From the address. */
  readonly code: string | undefined
  readonly faults: HostFaults
}

export function Page({ code, faults }: PageProps) {
  const [about, setAbout] = useState<Result<About>>()
  const [model, setModel] = useState<WorkbookModel>()
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const [changed, setChanged] = useUnsaved(model)
  const [paneWidth, setPaneWidth] = useState<number>(PANE.usual)

  /** One at a time; what stands in the way is shown. */
  const act = async (work: () => Promise<Result<unknown>>): Promise<void> => {
    if (busy) return
    setBusy(true)
    const outcome = await work()
    setProblem(outcome.ok ? undefined : outcome.problem)
    setBusy(false)
  }

  const open = (read: () => Promise<Result<WorkbookFile>>) =>
    act(async () => {
      const file = await read()
      if (file.ok) {
        setModel(new WorkbookModel(file.value))
        setChanged(false)
      }
      return file
    })
  const openInstead = (read: () => Promise<Result<WorkbookFile>>): void => {
    const question = `${model?.name ?? ''} has changes that you have not downloaded. Open another workbook and lose them?`
    if (!changed || confirm(question)) void open(read)
  }

  const begin = async (typed: string | undefined): Promise<void> => {
    const answer = await arrive(typed)
    setAbout(answer)
    if (answer.ok) await open(() => call('sampleWorkbook', { which: 'plain' }))
  }
  useEffect(() => void begin(code), [])
  useEffect(() => {
    window.addEventListener('keydown', goToNextPart)
    return () => window.removeEventListener('keydown', goToNextPart)
  }, [])

  if (!about) return <p class="arrival">Looking for the sync agent on this computer…</p>
  if (!about.ok) {
    return <PairForm problem={about.problem} onCode={(typed) => void begin(typed)} />
  }

  const acts: FileActs = {
    open: (file) => openInstead(() => readFile(file)),
    sample: (which) => openInstead(() => call('sampleWorkbook', { which })),
    download: () =>
      void act(async () => {
        if (!model) return { ok: true, value: undefined }
        const written = await download(model.toFile())
        if (written.ok) setChanged(false)
        return written
      }),
  }
  return (
    <div class="page">
      <FileBar
        name={model?.name ?? 'No workbook'}
        {...{ changed, busy, acts }}
        environment={about.value.environment}
      />
      <div class="desk">
        <main>
          {problem && (
            <ProblemNotice problem={problem}>
              <Button kind="quiet" onPress={() => setProblem(undefined)}>
                Close this message
              </Button>
            </ProblemNotice>
          )}
          {model && <WorkbookWindow key={model} model={model} />}
        </main>
        <aside aria-label="Task pane">
          <PaneSplit width={paneWidth} onWidth={setPaneWidth} />
          <div class="pane" style={{ width: px(paneWidth) }}>
            {model && <PaneLives key={model} model={model} faults={faults} />}
          </div>
        </aside>
      </div>
    </div>
  )
}

/** Whether the workbook differs from its file. While it does, the browser asks before it leaves the page. */
function useUnsaved(model: WorkbookModel | undefined) {
  const [changed, setChanged] = useState(false)
  const sheets = useRef('')
  useEffect(() => {
    if (!model) return undefined
    sheets.current = sheetsOf(model)
    return model.subscribe(({ kind }: Change) => {
      const isContent = kind === 'cells' || kind === 'rows'
      if (isContent || (kind === 'sheets' && sheetsOf(model) !== sheets.current)) setChanged(true)
    })
  }, [model])
  useEffect(() => {
    if (!changed) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [changed])
  return [changed, setChanged] as const
}

const sheetsOf = ({ sheets }: WorkbookModel): string =>
  sheets.map(({ name, visibility }) => `${name}\n${visibility}`).join('\n')
