// What a cell's style number means: number format, fill, font, lock.
import type { Archive } from './archive.ts'
import { colorOf } from './colors.ts'
import { builtInFormats, isDateFormat } from './number-formats.ts'
import { isOn, parseXml, type Attributes } from './xml.ts'

export interface Style {
  readonly numberFormat: string
  readonly isDate: boolean
  /** `#RRGGBB`; solid fills only. */
  readonly fill?: string
  /** `#RRGGBB`; absent for black, the automatic colour. */
  readonly color?: string
  readonly bold: boolean
  readonly locked: boolean
}

export const plainStyle: Style = {
  numberFormat: 'General',
  isDate: false,
  bold: false,
  locked: true,
}

interface Font {
  bold: boolean
  color?: string
}

/** Styles by the number that cells carry. */
export async function readStyles(
  archive: Archive,
  stylesPart: string | undefined,
  themePart: string | undefined,
): Promise<readonly Style[]> {
  if (stylesPart === undefined) return []
  const theme = themePart === undefined ? [] : await readTheme(archive, themePart)

  const codes = new Map<number, string>()
  const fonts: Font[] = []
  const fills: (string | undefined)[] = []
  const styles: Style[] = []
  let group = ''
  let solid = false
  let style: Style | undefined

  const open = (name: string, attributes: Attributes) => {
    if (GROUPS.has(name)) group = name
    const font = fonts.at(-1)
    switch (`${group}/${name}`) {
      case 'numFmts/numFmt':
        codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? 'General')
        break
      case 'fonts/font':
        fonts.push({ bold: false })
        break
      case 'fonts/b':
        if (font) font.bold = attributes['val'] === undefined || isOn(attributes['val'])
        break
      case 'fonts/color': {
        const color = colorOf(attributes, theme)
        if (font && color !== undefined && color !== '#000000') font.color = color
        break
      }
      case 'fills/fill':
        fills.push(undefined)
        break
      case 'fills/patternFill':
        solid = attributes['patternType'] === 'solid'
        break
      case 'fills/fgColor':
        if (solid) fills[fills.length - 1] = colorOf(attributes, theme)
        break
      case 'cellXfs/xf':
        style = styleOf(attributes)
        styles.push(style)
        break
      case 'cellXfs/protection':
        if (style !== undefined && attributes['locked'] !== undefined) {
          styles[styles.length - 1] = { ...style, locked: isOn(attributes['locked']) }
        }
    }
  }

  const styleOf = (attributes: Attributes): Style => {
    const id = Number(attributes['numFmtId'] ?? 0)
    const numberFormat = codes.get(id) ?? builtInFormats[id] ?? 'General'
    const font = fonts[Number(attributes['fontId'] ?? 0)]
    const fill = fills[Number(attributes['fillId'] ?? 0)]
    return {
      numberFormat,
      isDate: isDateFormat(numberFormat),
      bold: font?.bold ?? false,
      locked: true,
      ...(fill !== undefined && { fill }),
      ...(font?.color !== undefined && { color: font.color }),
    }
  }

  await parseXml(archive.text(stylesPart), { open })
  return styles
}

const GROUPS = new Set(['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'dxfs'])

/** The order in which theme ids count; the part itself has dark before light. */
const THEME_ORDER = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4']
const THEME_REST = ['accent5', 'accent6', 'hlink', 'folHlink']

async function readTheme(archive: Archive, part: string): Promise<readonly string[]> {
  const colors = new Map<string, string>()
  let within = ''
  await parseXml(archive.text(part), {
    open(name, attributes) {
      const color = name === 'srgbClr' ? attributes['val'] : attributes['lastClr']
      if (name.endsWith('Clr') && color !== undefined && !colors.has(within)) {
        colors.set(within, color.toUpperCase())
      } else within = name
    },
  })
  return [...THEME_ORDER, ...THEME_REST].map((name) => colors.get(name) ?? '000000')
}
