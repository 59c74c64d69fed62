// What of a file is left once everything that was read is taken out of it: nothing is passed over in silence.
import { asObject, type JsonObject } from '../../templates/payload/wire-document.ts'
import { ABOUT, isEmpty, levelsOf } from './recognise.ts'

/** A part of the file that no table knows. */
export interface Unread {
  readonly name: string
  readonly json: string
}

/** What was read: lists and objects with all they hold, and objects of which only lists within were read. */
export interface Seen {
  readonly read: Set<unknown>
  readonly holders: Set<unknown>
}

export const unreadIn = (json: JsonObject, seen: Seen): Unread[] =>
  levelsOf(json)
    .flatMap((level) => Object.entries(level))
    .flatMap(([name, part]) => (ABOUT.has(name) ? [] : restOf(name, part, seen)))

/** The parts as small as they come: of a list of which something was read, only the rest. */
function restOf(name: string, json: unknown, seen: Seen): Unread[] {
  const { read, holders } = seen
  if (isEmpty(json) || read.has(json)) return []
  if (Array.isArray(json) && json.some((one) => read.has(one) || holders.has(one))) {
    return json.flatMap((one) => restOf(name, one, seen))
  }
  if (!holders.has(json)) return [{ name, json: JSON.stringify(json) }]
  return Object.entries(asObject(json)).flatMap(([member, part]) =>
    typeof part === 'object' ? restOf(`${name}.${member}`, part, seen) : [],
  )
}
