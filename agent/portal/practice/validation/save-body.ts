// The closed schema of a save: unknown keys, empty sections, wrong types or missing members fail it as a whole.
import { z } from 'zod'
import { turnover } from './amounts.ts'
import { sections } from './sections.ts'
import type { Section } from './section.ts'

export type Group = Readonly<Record<string, unknown>>

export interface SaveBody {
  readonly gstin: string
  readonly fp: string
  /** The groups of each section that was sent, as they were sent. */
  readonly groups: ReadonlyMap<Section<unknown>, readonly Group[]>
}

const groupsOf = ({ party, list, document, deletion }: Section<unknown>) =>
  z
    .array(
      z.strictObject({
        [party]: z.string(),
        [list]: z.array(z.union([document, deletion])).min(1),
      }),
    )
    .min(1)

const schema = z.strictObject({
  gstin: z.string(),
  fp: z.string().regex(/^(0[1-9]|1[012])(19|20)\d\d$/),
  gt: turnover,
  cur_gt: turnover,
  ...Object.fromEntries(sections.map((section) => [section.key, groupsOf(section).optional()])),
})

/** Nothing where the body does not follow the schema. */
export function readSave(body: unknown): SaveBody | undefined {
  const read = schema.safeParse(body)
  if (!read.success) return undefined
  const members: Readonly<Record<string, unknown>> = read.data
  return {
    gstin: read.data.gstin,
    fp: read.data.fp,
    groups: new Map(
      sections
        .filter(({ key }) => members[key] !== undefined)
        .map((section) => [section, members[section.key] as readonly Group[]]),
    ),
  }
}
