// An opened workbook: its sheets, shared strings and styles. The sheets themselves are streamed by sheet.ts.
import { open } from 'node:fs/promises'
import { basename, posix } from 'node:path'
import { openArchive, type Archive } from './archive.ts'
import { LIMITS, Refusal } from './refusal.ts'
import { ownText, decoded } from './strings.ts'
import { readStyles, type Style } from './styles.ts'
import { isOn, parseXml } from './xml.ts'

/** A path, or the bytes of the file. */
export type Source = string | Uint8Array

export interface BookSheet {
  readonly name: string
  readonly hidden: boolean
  readonly part: string
}

export interface Book {
  readonly archive: Archive
  readonly sheets: readonly BookSheet[]
  readonly strings: readonly string[]
  readonly styles: readonly Style[]
  /** Days count from 1904-01-01 (old Mac workbooks); sheet.ts moves them to the 1900 system. */
  readonly from1904: boolean
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'

/** `''` when bytes come without a name. */
export const fileName = (source: Source) => (typeof source === 'string' ? basename(source) : '')

/**
 * Throws `Refusal`: `file-unreadable`, `xlsx-unreadable`, `xlsx-too-large`, `xlsx-not-a-workbook`, `xlsx-encrypted`
 * and `xlsx-hostile`.
 */
export async function openBook(source: Source, name: string): Promise<Book> {
  if (name !== '' && !/\.xlsx$/i.test(name)) {
    throw new Refusal('name')
  }
  const bytes = typeof source === 'string' ? await readFile(source) : source
  if (bytes.length > LIMITS.packed) throw new Refusal('packed')
  checkSignature(bytes)

  const archive = await openArchive(bytes)
  const workbookPart = await findWorkbook(archive)
  const related = await readRelations(archive, workbookPart)
  const ofKind = (kind: string) => related.find((relation) => relation.kind === kind)?.part

  const sheets: BookSheet[] = []
  let from1904 = false
  await parseXml(archive.text(workbookPart), {
    open(element, attributes) {
      if (element === 'workbookPr') from1904 = isOn(attributes['date1904'])
      if (element !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
      const relation = related.find((candidate) => candidate.id === id)
      if (relation?.kind !== 'worksheet') return // chart sheets hold no cells
      sheets.push({
        name: attributes['name'] ?? '',
        hidden: (attributes['state'] ?? 'visible') !== 'visible',
        part: relation.part,
      })
    },
  })

  return {
    archive,
    sheets,
    strings: await readSharedStrings(archive, ofKind('sharedStrings')),
    styles: await readStyles(archive, ofKind('styles'), ofKind('theme')),
    from1904,
  }
}

async function readFile(path: string): Promise<Uint8Array> {
  const file = await open(path).catch(() => {
    throw new Refusal('cannot-open')
  })
  try {
    const { size } = await file.stat()
    if (size > LIMITS.packed) throw new Refusal('packed')
    return await file.readFile().catch(() => {
      throw new Refusal('cannot-open')
    })
  } finally {
    await file.close()
  }
}

const ZIP = [0x50, 0x4b]
/** The compound file of Excel 97–2003; Excel also wraps a password-protected .xlsx into one. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]

function checkSignature(bytes: Uint8Array): void {
  const startsWith = (signature: number[]) => signature.every((byte, i) => bytes[i] === byte)
  if (startsWith(COMPOUND)) {
    if (Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
      throw new Refusal('encrypted')
    }
    throw new Refusal('old-excel')
  }
  if (!startsWith(ZIP)) throw new Refusal('foreign')
}

/** The part that declares itself the workbook; workbooks with macros declare another kind. */
async function findWorkbook(archive: Archive): Promise<string> {
  if (!archive.has('[Content_Types].xml')) {
    throw new Refusal('foreign')
  }
  let part: string | undefined
  let macros = false
  await parseXml(archive.text('[Content_Types].xml'), {
    open(_, { PartName, ContentType }) {
      if (ContentType === WORKBOOK) part = PartName
      if (ContentType?.includes('macroEnabled.main') === true) macros = true
    },
  })
  if (part !== undefined) return part.slice(1)
  throw new Refusal(macros ? 'macros' : 'foreign')
}

interface Relation {
  readonly id: string
  /** Last word of the type: `worksheet`, `styles` … */
  readonly kind: string
  readonly part: string
}

async function readRelations(archive: Archive, of: string): Promise<readonly Relation[]> {
  const folder = posix.dirname(of)
  const relations: Relation[] = []
  await parseXml(archive.text(posix.join(folder, '_rels', `${posix.basename(of)}.rels`)), {
    open(name, { Id, Type, Target, TargetMode }) {
      // Links to other workbooks are external; they are never followed.
      if (name !== 'Relationship' || TargetMode === 'External') return
      if (Id === undefined || Type === undefined || Target === undefined) return
      relations.push({
        id: Id,
        kind: Type.slice(Type.lastIndexOf('/') + 1),
        part: posix.resolve('/', folder, Target).slice(1),
      })
    },
  })
  return relations
}

async function readSharedStrings(
  archive: Archive,
  part: string | undefined,
): Promise<readonly string[]> {
  const strings: string[] = []
  if (part === undefined) return strings
  let text = ''
  let reading = false
  let phonetic = false
  await parseXml(archive.text(part), {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic = true
      else if (name === 't') reading = !phonetic
    },
    text(chunk) {
      if (reading) text += chunk
    },
    close(name) {
      if (name === 't') reading = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'si' && strings.push(ownText(decoded(text))) > LIMITS.cells) {
        throw new Refusal('cells')
      }
    },
  })
  return strings
}
