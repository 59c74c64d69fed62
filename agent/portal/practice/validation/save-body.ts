// The closed schema of a save: unknown keys, empty sections, wrong types or missing members fail it as a whole.
import { z } from 'zod'
import { turnover } from './amounts.ts'
import { sections } from './sections.ts'
import type { Section, Sent } from './section.ts'

/** The entries of each section that was sent; none where a section was sent to be emptied. */
export type SentSections = ReadonlyMap<Section<unknown>, readonly Sent<unknown>[]>

export interface SaveBody {
  readonly gstin: string
  readonly fp: string
  /** Rupees. */
  readonly turnover: number
  readonly sections: SentSections
}

/** Members of the body: a section, or the sections that lie inside one member. */
const members = Object.fromEntries(
  [...Map.groupBy(sections, ({ key, inside }) => inside?.parent ?? key)].map(([name, within]) => [
    name,
    within.some(({ inside }) => inside) ? parentOf(within) : within[0]?.shape.schema,
  ]),
)

/** Closed, and not empty. */
function parentOf(within: readonly Section<unknown>[]): z.ZodType {
  return z
    .strictObject(
      Object.fromEntries(
        within.map(({ inside, shape }) => [inside?.member ?? '', shape.schema.optional()]),
      ),
    )
    .refine((json) => Object.keys(json).length > 0)
}

const schema = z.strictObject({
  gstin: z.string(),
  fp: z.string().regex(/^(0[1-9]|1[012])(19|20)\d\d$/),
  gt: turnover,
  cur_gt: turnover,
  ...Object.fromEntries(
    Object.entries(members).map(([name, member]) => [name, z.optional(member ?? z.never())]),
  ),
})

/** Nothing where the body does not follow the schema. */
export function readSave(body: unknown): SaveBody | undefined {
  const read = schema.safeParse(body)
  if (!read.success) return undefined
  const { gstin, fp, gt } = read.data
  const sent = sections.flatMap((section) => {
    const json = jsonOf(section, read.data)
    return json === undefined ? [] : [{ section, json }]
  })
  if (!sent.every(({ section, json }) => section.shape.fits?.(json, fp) ?? true)) return undefined
  return {
    gstin,
    fp,
    turnover: gt,
    sections: new Map(sent.map(({ section, json }) => [section, section.shape.entries(json)])),
  }
}

function jsonOf(
  { key, inside }: Section<unknown>,
  body: Readonly<Record<string, unknown>>,
): unknown {
  if (!inside) return body[key]
  return (body[inside.parent] as Record<string, unknown> | undefined)?.[inside.member]
}
