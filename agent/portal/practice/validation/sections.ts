// The sections that the practice portal knows. Another one is another row.
import { b2b } from './b2b.ts'
import type { Section } from './section.ts'

export const sections: readonly Section<unknown>[] = [b2b]
