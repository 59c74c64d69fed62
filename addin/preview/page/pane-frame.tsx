// The task pane beside the workbook: the page that Excel loads, on Microsoft's office.js, which our host answers.
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { HostFaults } from '../host/faults.ts'
import type { WorkbookModel } from '../host/model.ts'
import { Session } from '../host/session.ts'
import { paneFrame } from '../host/web-frame.ts'
import { goToNextPart, leavePart } from './parts.ts'
import { actionOf, readShortcuts } from './shortcuts.ts'

interface PaneFrameProps {
  /** Stays the same for the life of the frame: another workbook comes with another pane, as in Excel. */
  readonly model: WorkbookModel
  readonly faults: HostFaults
}

export function PaneFrame({ model, faults }: PaneFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const { session, host } = useMemo(() => {
    const origins = { ownOrigin: location.origin, paneOrigin: location.origin }
    const paneWindow = () => frame.current?.contentWindow ?? null
    const session = new Session(model, { beforeBatch: faults.beforeBatch })
    return { session, host: paneFrame(session, model.name, origins, paneWindow, leavePart) }
  }, [model, faults])
  useLayoutEffect(() => {
    const receive = (event: MessageEvent) => void host.receive(event)
    window.addEventListener('message', receive)
    return () => window.removeEventListener('message', receive)
  }, [host])
  useEffect(() => {
    const shortcuts = readShortcuts()
    const press = async (event: KeyboardEvent): Promise<void> => {
      const action = actionOf(await shortcuts, event)
      if (action !== undefined && !model.editing) session.invokeAction(action)
    }
    const listener = (event: KeyboardEvent): void => void press(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [model, session])
  // The name goes first: office.js reads it while the page loads.
  return (
    <iframe
      ref={frame}
      name={host.name}
      src="/pane-preview"
      class="pane-frame"
      title="GSTR-1 task pane"
      // In Excel, F6 leaves a pane as well.
      onLoad={({ currentTarget }) =>
        currentTarget.contentWindow?.addEventListener('keydown', goToNextPart)
      }
    />
  )
}
