// Streaming XML for the parts of a workbook: no document types, no entities, no deep nesting.
import { SaxesParser } from 'saxes'
import { Refusal } from './refusal.ts'

export type Attributes = Readonly<Record<string, string | undefined>>

/** Names come without the prefix of the root element; elements of other namespaces keep theirs. */
export interface Handlers {
  open?(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
}

/** A worksheet is some ten levels deep; this stops a parser's stack from being filled. */
const MAX_DEPTH = 100

/** A parser to write chunks to. Throws `xlsx-hostile` for a DOCTYPE, `xlsx-unreadable` for broken XML. */
export function xmlParser(handlers: Handlers) {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({
    xmlns: false,
    position: false,
  })
  let depth = 0
  let prefix: string | undefined

  parser.on('doctype', () => {
    throw new Refusal('doctype')
  })
  parser.on('error', () => {
    throw new Refusal('damaged')
  })
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > MAX_DEPTH) throw new Refusal('depth')
    prefix ??= tag.name.slice(0, tag.name.indexOf(':') + 1)
    handlers.open?.(local(tag.name, prefix), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    handlers.close?.(local(tag.name, prefix ?? ''))
  })
  if (handlers.text !== undefined) {
    const text = handlers.text.bind(handlers)
    parser.on('text', text)
    parser.on('cdata', text)
  }

  return {
    write: (chunk: string): void => void parser.write(chunk),
    close: (): void => void parser.close(),
  }
}

/** Parses a whole part. */
export async function parseXml(chunks: AsyncIterable<string>, handlers: Handlers): Promise<void> {
  const parser = xmlParser(handlers)
  for await (const chunk of chunks) parser.write(chunk)
  parser.close()
}

const local = (name: string, prefix: string) =>
  prefix !== '' && name.startsWith(prefix) ? name.slice(prefix.length) : name

/** `1` and `true` are the two ways to say yes. */
export const isOn = (attribute: string | undefined) => attribute === '1' || attribute === 'true'
