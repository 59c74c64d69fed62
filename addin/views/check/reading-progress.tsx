// How far the reading of the workbook has come, with a way to stop it.
import { count } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import type { ViewProps } from '../state.ts'
import { stopReading } from './check-acts.ts'

export function ReadingProgress({ state, during }: ViewProps & { during: string }) {
  const { busy, reading } = state
  if (busy !== during) return null
  if (reading === undefined) {
    return (
      <div class="progress">
        <p>Working on the rows that were read…</p>
        <progress aria-label="Working" />
      </div>
    )
  }
  return (
    <div class="progress">
      <p>
        Reading the workbook
        {reading.ofRows === 0 ? '…' : `: ${count(reading.rows)} of ${count(reading.ofRows)} rows`}
      </p>
      <progress aria-label="Rows read" value={reading.rows} max={Math.max(1, reading.ofRows)} />
      <Button onPress={stopReading}>Stop</Button>
    </div>
  )
}
