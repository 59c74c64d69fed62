// Whether the events that the journal keeps of its operations tell one unbroken, lawful story.
import { next, type OperationEvent } from '../../agent/filing/operation.ts'
import type { History } from './history.ts'

/** A remark stands in the story without moving the operation. */
const REMARKS: ReadonlySet<string> = new Set(['not-listed', 'stray-answer'])

export function brokenEvents({ operations, events }: History['journal']): string | undefined {
  for (const operation of operations) {
    const own = events.filter(({ operation_id }) => operation_id === operation.id)
    const name = `${operation.kind} ${operation.seq}`
    let state = own[0]?.to_state
    if (own[0]?.name !== 'intend' || state !== 'INTENT') return `${name} was never intended`
    let version = 1
    for (const [i, event] of own.entries()) {
      if (event.n !== i + 1) return `${name} misses its event ${i + 1}`
      if (i === 0) continue
      if (event.from_state !== state)
        return `${name} jumps from ${state} to ${event.from_state ?? ''}`
      if (REMARKS.has(event.name)) continue
      const lawful = next(operation.kind, state, event.name as OperationEvent)
      if (lawful !== event.to_state)
        return `${name} went from ${state} by ${event.name} to ${event.to_state}`
      state = event.to_state
      version += 1
    }
    if (operation.state !== state) return `${name} is ${operation.state}, its events say ${state}`
    if (operation.version !== version) {
      return `${name} is of version ${operation.version} after ${version - 1} moves`
    }
  }
  return undefined
}
