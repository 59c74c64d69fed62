// Widths of columns: a workbook file counts characters, office.js points.

/** A character of Excel's default font is 7 pixels wide, a pixel is three quarters of a point. */
export const pointsOf = (characters: number): number => Math.round(characters * 7) * 0.75
