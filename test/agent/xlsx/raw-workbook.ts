// Workbooks written by hand, part by part: what other software writes, and what nobody should.
import { crc32, deflateRawSync } from 'node:zlib'

export interface Part {
  readonly name: string
  readonly content: string | Uint8Array
  /** Lies about the unpacked size. */
  readonly declared?: number
  /** A CRC-32 that is not the content's. */
  readonly checksum?: number
  readonly encrypted?: boolean
  /** Unix mode, for links. */
  readonly mode?: number
}

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'

export interface RawWorkbook {
  /** The inside of `<worksheet>`, by sheet name; a whole part where it begins with `<?xml`. */
  readonly sheets: Readonly<Record<string, string>>
  /** The `<si>` elements. */
  readonly strings?: string
  /** The inside of `<styleSheet>`. */
  readonly styles?: string
  readonly from1904?: boolean
  readonly hidden?: readonly string[]
  readonly contentType?: string
}

export const sheetData = (rows: string) => `<sheetData>${rows}</sheetData>`

export function rawWorkbook(raw: RawWorkbook): Uint8Array {
  return zip(rawParts(raw))
}

export function rawParts(raw: RawWorkbook): Part[] {
  const names = Object.keys(raw.sheets)
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`
  const state = (name: string) => (raw.hidden?.includes(name) === true ? ' state="hidden"' : '')
  return [
    {
      name: '[Content_Types].xml',
      content: `<Types><Override PartName="/xl/workbook.xml" ContentType="${raw.contentType ?? WORKBOOK_TYPE}"/></Types>`,
    },
    {
      name: 'xl/workbook.xml',
      content:
        `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">` +
        `<workbookPr${raw.from1904 === true ? ' date1904="1"' : ''}/><sheets>` +
        names
          .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}"${state(name)} r:id="r${i}"/>`)
          .join('') +
        '</sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content:
        '<Relationships>' +
        names.map((_, i) => relation(`r${i}`, 'worksheet', `worksheets/sheet${i}.xml`)).join('') +
        relation('s', 'sharedStrings', 'sharedStrings.xml') +
        relation('t', 'styles', '/xl/styles.xml') +
        '</Relationships>',
    },
    { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${MAIN}">${raw.strings ?? ''}</sst>` },
    { name: 'xl/styles.xml', content: `<styleSheet>${raw.styles ?? ''}</styleSheet>` },
    ...Object.values(raw.sheets).map((inside, i) => ({
      name: `xl/worksheets/sheet${i}.xml`,
      content: inside.startsWith('<?xml')
        ? inside
        : `<worksheet xmlns="${MAIN}">${inside}</worksheet>`,
    })),
  ]
}

/** A zip archive, deflated, without any check of what goes in. */
export function zip(parts: readonly Part[]): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const name = Buffer.from(part.name)
    const content = Buffer.from(part.content)
    const packed = deflateRawSync(content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800 + (part.encrypted === true ? 1 : 0), 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(part.checksum ?? crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(part.declared ?? content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE((3 << 8) + 20, 4)
    common.copy(entry, 6)
    entry.writeUInt32LE(((part.mode ?? 0o100644) << 16) >>> 0, 38)
    entry.writeUInt32LE(offset, 42)
    directory.push(entry, name)
    const file = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, name, packed])
    files.push(file)
    offset += file.length
  }
  const tail = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(tail.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, tail, end])
}
