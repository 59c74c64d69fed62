// Reads `A1` names; templates/block.ts writes them.

/** `BC12` → 54. What follows the letters is not looked at. */
export function columnAt(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length; i += 1) {
    const code = reference.charCodeAt(i)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}
