// Strict JSON reads what JSON.parse reads, or refuses it, and takes time in proportion.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseStrictJson } from '../../../agent/http/strict-json.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('every value without the refused keys comes out as JSON.parse gives it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const text = JSON.stringify(value)
      const read = parseStrictJson(bytes(text))
      if (read.ok) expect(read.value).toEqual(JSON.parse(text))
      else expect(['key', 'encoding']).toContain(read.reason)
    }),
  )
})

test('text that is no JSON is refused, whatever it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      let isJson = true
      try {
        JSON.parse(text)
      } catch {
        isJson = false
      }
      expect(parseStrictJson(bytes(text)).ok).toBe(isJson)
    }),
  )
})

test('brackets, colons and quotes inside strings are text', () => {
  const value = { 'a:"{[': '}]\\":', b: ['"__proto__":', '\\'] }
  expect(parseStrictJson(bytes(JSON.stringify(value)))).toEqual({ ok: true, value })
})

test.each([
  ['without escapes', 'Kodagu Coffee and Spice'],
  ['with escapes', 'Kodagu "Coffee" \\ \u0001'],
])('ten million characters %s take a second or so, not a minute', (_kind, text) => {
  const large = bytes(JSON.stringify(Array.from({ length: 400_000 }, () => text)))
  const began = performance.now()
  expect(parseStrictJson(large).ok).toBe(true)
  expect(performance.now() - began).toBeLessThan(5_000)
})
