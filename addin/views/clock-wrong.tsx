// This computer's clock against the portal's: the work goes by the portal's, but the user should know.
import { Notice } from '../ui/notice.tsx'
import type { ViewProps } from './state.ts'

export function ClockWrong({ state }: ViewProps) {
  const minutes = state.return?.clockAhead
  if (minutes === undefined) return null
  const off = Math.abs(minutes)
  return (
    <Notice
      weight="warning"
      title={`This computer’s clock is ${inHours(off)} ${minutes > 0 ? 'ahead' : 'behind'}`}
    >
      <p>
        Sessions and dates go by the portal’s clock, so nothing is lost. Set the clock of this
        computer right before you file: the times shown here come from it.
      </p>
    </Notice>
  )
}

function inHours(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const parts = [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : '']
  return parts.filter((part) => part !== '').join(' ')
}
