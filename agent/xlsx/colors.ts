// Colours of a workbook as `#RRGGBB`: given outright, from the old palette, or from the theme with a tint.
import type { Attributes } from './xml.ts'

/** The palette of ECMA-376 part 1, 18.8.27: ids 8 to 63; 0 to 7 repeat 8 to 15. */
const PALETTE =
  '000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF800000008000000080808000800080008080C0C0C0808080' +
  '9999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF000080FF00FFFFFF0000FFFF800080800000008080' +
  '0000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC993366FF33CCCC99CC00FFCC00FF9900FF6600' +
  '666699969696003366339966003300333300993300993366333399333333'

/** `theme` holds RRGGBB in the order of theme ids: light 1, dark 1, light 2, dark 2, accents, links. */
export function colorOf(attributes: Attributes, theme: readonly string[]): string | undefined {
  const base = baseOf(attributes, theme)
  if (base === undefined) return undefined
  const tint = Number(attributes['tint'] ?? 0)
  return `#${tint === 0 ? base : tinted(base, tint)}`
}

function baseOf(attributes: Attributes, theme: readonly string[]): string | undefined {
  const { rgb, theme: themeId, indexed } = attributes
  if (rgb !== undefined) return /[0-9a-f]{6}$/i.exec(rgb)?.[0].toUpperCase()
  if (themeId !== undefined) return theme[Number(themeId)]
  if (indexed === undefined) return undefined
  const id = Number(indexed)
  const at = (id < 8 ? id : id - 8) * 6
  return PALETTE.slice(at, at + 6) || undefined
}

/** Tint moves the lightness towards white (positive) or black (18.8.19); hue and saturation stay. */
function tinted(base: string, tint: number): string {
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(base.slice(at, at + 2), 16) / 255)
  if (red === undefined || green === undefined || blue === undefined) return base
  const max = Math.max(red, green, blue)
  const min = Math.min(red, green, blue)
  const lightness = (max + min) / 2
  const next = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint
  const chroma = max - min
  const saturation = chroma === 0 ? 0 : chroma / (1 - Math.abs(2 * lightness - 1))
  const nextChroma = saturation * (1 - Math.abs(2 * next - 1))
  const scale = (part: number) =>
    chroma === 0 ? next : next + ((part - lightness) / chroma) * nextChroma
  return [red, green, blue]
    .map((part) =>
      Math.round(scale(part) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase()
}
