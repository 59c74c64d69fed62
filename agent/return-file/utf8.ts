// Texts as files hold them → UTF-8 without a mark.

/** Excel and PowerShell write UTF-16 unasked; the mark at the beginning says so. Bytes without one are taken for UTF-8. */
export function asUtf8(bytes: Uint8Array): Uint8Array {
  const [mark] = MARKS.filter(({ first }) => first.every((byte, i) => bytes[i] === byte))
  if (mark === undefined) return bytes
  const text = bytes.subarray(mark.first.length)
  if (mark.encoding === 'utf-8') return text
  return new TextEncoder().encode(new TextDecoder(mark.encoding).decode(text))
}

const MARKS = [
  { encoding: 'utf-8', first: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', first: [0xff, 0xfe] },
  { encoding: 'utf-16be', first: [0xfe, 0xff] },
] as const
