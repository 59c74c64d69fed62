// Texts inside a workbook's XML.

/** `_x000D_` stands for a character that XML cannot carry (ECMA-376 part 1, 22.9.2.19). */
export const decoded = (text: string) =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
        String.fromCharCode(parseInt(hex, 16)),
      )
    : text

/** The way back: control characters, and anything that would read as such an escape. */
export const encoded = (text: string) =>
  text.replace(
    /_(?=x[0-9A-Fa-f]{4}_)|[\0-\x08\x0b-\x1f\x7f\ufffe\uffff]/g,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  )

/**
 * A copy with memory of its own. A piece cut from a chunk keeps the whole chunk alive, and one
 * such piece in every chunk would keep the whole part.
 */
export const ownText = (text: string) =>
  text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le')
