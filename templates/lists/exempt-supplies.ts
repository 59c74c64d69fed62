// The four entries of table 8. The trap of the wire: INTR is inter-state, INTRA is intra-state.
import type { Choice } from '../columns/choice.ts'

export const EXEMPT_SUPPLIES: readonly Choice[] = [
  entry('INTRB2B', 'Inter-State', 'registered'),
  entry('INTRAB2B', 'Intra-State', 'registered'),
  entry('INTRB2C', 'Inter-State', 'unregistered'),
  entry('INTRAB2C', 'Intra-State', 'unregistered'),
]

function entry(wire: string, state: string, party: string): Choice {
  return {
    wire,
    label: `${state} supplies to ${party} persons`,
    aliases: [
      `${state} supplies to ${party} person`,
      `${state} supply to ${party} persons`,
      `${state} supply to ${party} person`,
    ],
  }
}
