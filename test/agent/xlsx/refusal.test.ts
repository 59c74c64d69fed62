// What is no workbook, is broken or means harm is refused as a problem that names the file.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBlocks } from '../../../agent/xlsx/read-blocks.ts'
import { readWorkbook } from '../../../agent/xlsx/read-workbook.ts'
import { isKnownCode } from '../../../templates/problems/english.ts'
import { rawParts, rawWorkbook, sheetData, zip, type Part } from './raw-workbook.ts'

const good = rawParts({ sheets: { s: sheetData('<row><c><v>1</v></c></row>') } })

async function refused(bytes: Uint8Array, name = 'book.xlsx') {
  const [blocks, workbook] = [await readBlocks(bytes, name), await readWorkbook(bytes, name)]
  if (blocks.ok || workbook.ok) throw new Error('was read')
  expect(workbook.problem).toEqual(blocks.problem)
  const { code, facts, severity } = blocks.problem
  expect(isKnownCode(code)).toBe(true)
  expect(severity).toBe('error')
  expect(facts).toMatchObject({ file: name })
  return `${code}: ${String(facts['reason'])}`
}

const withPart = (part: Part) => zip([...good.filter(({ name }) => name !== part.name), part])
const sheet = (content: string, rest: Partial<Part> = {}) =>
  withPart({ name: 'xl/worksheets/sheet0.xml', content, ...rest })

test('the workbook that the others are made from is read', async () => {
  expect((await readBlocks(zip(good))).ok).toBe(true)
})

describe('no workbook', () => {
  const contentType = (kind: string) => rawWorkbook({ sheets: { s: '' }, contentType: kind })

  test.each([
    ['an empty file', new Uint8Array(), /something else/],
    ['a text', Buffer.from('GSTIN,Invoice'), /something else/],
    ['a program', Buffer.from('MZ\x90\0\x03'), /something else/],
    ['another zip', zip([{ name: 'a.txt', content: 'a' }]), /something else/],
    ['a document of Word', contentType('application/vnd.word'), /something else/],
    [
      'a workbook with macros under another name',
      contentType('application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
      /macros/,
    ],
    [
      'a binary workbook',
      contentType('application/vnd.ms-excel.sheet.binary.macroEnabled.main'),
      /binary/,
    ],
    ['Excel 97', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /97–2003/],
  ])('%s', async (_, bytes, words) => {
    const told = await refused(bytes)
    expect(told).toMatch(/^xlsx-not-a-workbook/)
    expect(told).toMatch(words)
  })

  test.each(['book.xlsm', 'book.xls', 'book.csv', 'book'])('the name %s', async (name) => {
    expect(await refused(zip(good), name)).toMatch(/^xlsx-not-a-workbook: .*\.xlsx/)
  })

  test('a password locks the workbook', async () => {
    const locked = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    expect(await refused(locked)).toMatch(/^xlsx-encrypted/)
    expect(await refused(sheet('<worksheet/>', { encrypted: true }))).toMatch(/^xlsx-encrypted/)
  })
})

describe('broken', () => {
  test.each([
    ['cut off', zip(good).slice(0, 700)],
    ['a part missing', zip(good.filter(({ name }) => !name.includes('sheet0')))],
    ['XML not closed', sheet('<worksheet><sheetData>')],
    ['XML of nothing', sheet('')],
    ['an unknown entity', sheet('<worksheet>&e;</worksheet>')],
    [
      'bytes that are no text',
      withPart({ name: 'xl/styles.xml', content: Buffer.from([0xff, 0x41]) }),
    ],
    [
      'a shared string that is not there',
      sheet(`<w>${sheetData('<row><c t="s"><v>3</v></c></row>')}</w>`),
    ],
    ['a number that is none', sheet(`<w>${sheetData('<row><c><v>x</v></c></row>')}</w>`)],
    ['rows out of order', sheet(`<w>${sheetData('<row r="2"/><row r="1"/>')}</w>`)],
    ['a row that Excel has not', sheet(`<w>${sheetData('<row r="1048577"/>')}</w>`)],
    ['a column that Excel has not', sheet(`<w>${sheetData('<row><c r="XFE1"/></row>')}</w>`)],
    [
      'columns told again and again',
      sheet(`<w><cols>${'<col min="1" max="16384"/>'.repeat(2)}</cols></w>`),
    ],
    ['less than it says', sheet('<worksheet/>', { declared: 5000 })],
  ])('%s', async (_, bytes) => {
    expect(await refused(bytes)).toMatch(/^xlsx-unreadable/)
  })

  test('a part that does not match its checksum', async () => {
    expect(await refused(sheet('<worksheet/>', { checksum: 1 }))).toMatch(/^xlsx-unreadable/)
  })

  test('whatever bytes are changed, the answer is a result and never an exception', async () => {
    const bytes = zip(good)
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const changed = Uint8Array.from(bytes)
        for (const [at, byte] of changes) changed[at] = byte
        expect(typeof (await readBlocks(changed)).ok).toBe('boolean')
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('hostile', () => {
  const zeros = (size: number) => Buffer.alloc(size, 'a')
  const cells = '<row><c><v>1</v></c></row>'

  test.each([
    ['a bomb', withPart({ name: 'a.xml', content: zeros(146_000_000) }), /hundred times/],
    [
      'a part larger than it says',
      sheet(`<worksheet>${' '.repeat(100_000)}</worksheet>`, { declared: 50 }),
      /larger than the file says/,
    ],
    ['a path upwards', withPart({ name: '../../x', content: '' }), /outside/],
    ['an absolute path', withPart({ name: '/etc/passwd', content: '' }), /outside/],
    ['a path of Windows', withPart({ name: 'C:\\x', content: '' }), /outside/],
    ['a link', withPart({ name: 'xl/link', content: '/etc/passwd', mode: 0o120777 }), /link/],
    [
      'two parts of one name',
      zip([...good, { name: 'XL/workbook.xml', content: '' }]),
      /same name/,
    ],
    [
      'entities that grow',
      sheet(
        `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w>${sheetData(cells)}&b;</w>`,
      ),
      /document type/,
    ],
    [
      'an entity from outside',
      sheet(`<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>`),
      /document type/,
    ],
    ['nesting without end', sheet('<a>'.repeat(5_000)), /nested/],
  ])('%s', async (_, bytes, words) => {
    const told = await refused(bytes)
    expect(told).toMatch(/^xlsx-hostile/)
    expect(told).toMatch(words)
  })
})

describe('too large', () => {
  const noise = (size: number) =>
    Buffer.from(Uint32Array.from({ length: size / 4 }, (_, i) => Math.imul(i, 2654435761)).buffer)

  test('packed', async () => {
    expect(await refused(new Uint8Array(60_000_001))).toMatch(/^xlsx-too-large: .*60 MB/)
  })

  test('unpacked, though no part is', async () => {
    const content = noise(400_000)
    const slack = Buffer.alloc(30_000_000)
    content.copy(slack)
    const parts = Array.from({ length: 21 }, (_, i) => ({ name: `p${i}`, content: slack }))
    expect(await refused(zip([...good, ...parts]))).toMatch(/^xlsx-too-large: .*600 MB/)
  })

  test('in parts', async () => {
    const parts = Array.from({ length: 2_000 }, (_, i) => ({ name: `p${i}`, content: '' }))
    expect(await refused(zip([...good, ...parts]))).toMatch(/^xlsx-too-large: .*2,000/)
  })

  test('in cells, were its corners filled', async () => {
    const row = (r: number) =>
      `<row r="${r}"><c r="A${r}"><v>1</v></c><c r="XFD${r}"><v>1</v></c></row>`
    const rows = Array.from({ length: 1_000 }, (_, i) => row(i + 1)).join('')
    const result = await readBlocks(sheet(`<w>${sheetData(rows)}</w>`))
    expect(result).toMatchObject({ ok: false, problem: { code: 'xlsx-too-large' } })
  })
})

describe('from the disk', () => {
  test('a path that leads nowhere, and one that leads to a workbook', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'xlsx-'))
    try {
      const path = join(folder, 'book.xlsx')
      expect(await readBlocks(path)).toMatchObject({
        problem: { code: 'file-unreadable', facts: { file: 'book.xlsx' } },
      })
      await writeFile(path, zip(good))
      expect(await readBlocks(path)).toMatchObject({ ok: true })
      expect(await readBlocks(folder, 'folder.xlsx')).toMatchObject({
        problem: { code: 'file-unreadable' },
      })
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

test('links to other workbooks are never followed', async () => {
  const parts = good.map((part) =>
    part.name.endsWith('.rels')
      ? {
          ...part,
          content: String(part.content).replace(
            'Target="worksheets/sheet0.xml"',
            'Target="https://example.com/sheet.xml" TargetMode="External"',
          ),
        }
      : part,
  )
  expect(await readBlocks(zip(parts))).toEqual({ ok: true, value: [] })
})
