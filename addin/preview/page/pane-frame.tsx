// The task pane beside the workbook: the page that Excel loads, on Microsoft's office.js, which our host answers.
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { HostFaults } from '../host/faults.ts'
import type { WorkbookModel } from '../host/model.ts'
import { Session } from '../host/session.ts'
import { paneFrame } from '../host/web-frame.ts'
import { goToNextPart, leavePart } from './parts.ts'

interface PaneFrameProps {
  /** Stays the same for the life of the frame: another workbook comes with another pane, as in Excel. */
  readonly model: WorkbookModel
  readonly faults: HostFaults
}

export function PaneFrame({ model, faults }: PaneFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const host = useMemo(() => {
    const origins = { ownOrigin: location.origin, paneOrigin: location.origin }
    const paneWindow = () => frame.current?.contentWindow ?? null
    const session = new Session(model, { beforeBatch: faults.beforeBatch })
    return paneFrame(session, model.name, origins, paneWindow, leavePart)
  }, [model, faults])
  useLayoutEffect(() => {
    const receive = (event: MessageEvent) => void host.receive(event)
    window.addEventListener('message', receive)
    return () => window.removeEventListener('message', receive)
  }, [host])
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
