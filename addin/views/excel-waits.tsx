// Excel answers nobody while a cell is open: what the user may not notice, and how the work goes on.
import { Notice } from '../ui/notice.tsx'

export function ExcelWaits() {
  return (
    <div class="message-bar">
      <Notice weight="note" title="Waiting for Excel" alert>
        <p>If a cell is open for typing, press Enter or Esc in the sheet. The work then goes on.</p>
      </Notice>
    </div>
  )
}
