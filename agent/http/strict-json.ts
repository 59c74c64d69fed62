// JSON as two parsers could not read it differently: no repeated keys, no prototype keys, no broken text, not too deep.

export type Json =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false
      readonly reason: 'syntax' | 'encoding' | 'depth' | 'repeated-key' | 'key'
    }

const DEEPEST = 32
const REFUSED_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const COLON = 0x3a

/** UTF-8 bytes → value, or why not. Numbers past the range of a double come out as Infinity: the schema refuses them. */
export function parseStrictJson(bytes: Uint8Array): Json {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return { ok: false, reason: 'encoding' }
  }
  const fault = scan(text)
  if (fault !== undefined) return { ok: false, reason: fault }
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch {
    return { ok: false, reason: 'syntax' }
  }
}

/** Walks the tokens once. It judges no grammar: JSON.parse does that afterwards. */
function scan(text: string): 'syntax' | 'encoding' | 'depth' | 'repeated-key' | 'key' | undefined {
  // One entry an open bracket: the keys seen in an object, `undefined` for an array.
  const open: (Set<string> | undefined)[] = []
  let last: string | undefined
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      const end = endOfString(text, at)
      if (end === undefined) return 'syntax'
      last = text.slice(at, end + 1)
      // Bytes that decode hold no lone surrogate; an escape can.
      if (last.includes('\\u') && unquote(last)?.isWellFormed() === false) return 'encoding'
      at = end
    } else if (code === COLON) {
      const keys = open.at(-1)
      const key = last && unquote(last)
      if (keys === undefined || key === undefined) return 'syntax'
      if (REFUSED_KEYS.has(key)) return 'key'
      if (keys.has(key)) return 'repeated-key'
      keys.add(key)
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      if (open.push(code === OPEN_BRACE ? new Set() : undefined) > DEEPEST) return 'depth'
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      open.pop()
    }
  }
  return undefined
}

/** Index of the closing quote. */
function endOfString(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) at += 1
    else if (code === QUOTE) return at
  }
  return undefined
}

function unquote(literal: string): string | undefined {
  if (!literal.includes('\\')) return literal.slice(1, -1)
  try {
    return String(JSON.parse(literal))
  } catch {
    return undefined
  }
}
