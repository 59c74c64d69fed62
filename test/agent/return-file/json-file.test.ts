// A file that is no JSON is refused with what is wrong with it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { parseJson, readJsonFile } from '../../../agent/return-file/json-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'gstr1-json-'))
afterAll(() => rmSync(folder, { recursive: true }))

const whole = '{"gstin":"29ABZPN4827F1ZY","fp":"102026","b2b":[{"ctin":"a \\" b","inv":[]}]}'
const bytesOf = (text: string) => new TextEncoder().encode(text)
const outcome = (text: string) => {
  const read = parseJson(bytesOf(text), 'r.json')
  return read.ok ? 'read' : read.problem.code
}

test('with and without a byte order mark it is the same', () => {
  expect(parseJson(bytesOf(`\ufeff${whole}`), 'r.json')).toEqual(
    parseJson(bytesOf(whole), 'r.json'),
  )
  expect(outcome(whole)).toBe('read')
})

test('in UTF-16 with its mark, as PowerShell writes it, it is the same', () => {
  const little = Buffer.from(`\ufeff${whole}`, 'utf16le')
  expect(parseJson(little, 'r.json')).toEqual(parseJson(bytesOf(whole), 'r.json'))
  expect(parseJson(Buffer.from(little).swap16(), 'r.json')).toMatchObject({ ok: true })
})

test('cut off anywhere, it is told as cut off', () => {
  for (let length = 0; length < whole.length; length += 1) {
    expect([length, outcome(whole.slice(0, length))]).toEqual([length, 'json-truncated'])
  }
})

test.each([
  ['Dear accountant', 'it is no JSON'],
  ['{"a":1}}', 'it is no JSON'],
  ['PK\u0003\u0004 and more', 'it is packed (zip)'],
  ['{"b2b":[],"b2b":[]}', 'one name stands twice'],
  ['['.repeat(40) + ']'.repeat(40), 'nested deeper'],
])('%j is damaged: %s', (text, reason) => {
  const read = parseJson(bytesOf(text), 'r.json')
  expect(read).toMatchObject({ problem: { code: 'json-damaged', facts: { file: 'r.json' } } })
  expect(read.ok ? '' : read.problem.facts.reason).toContain(reason)
})

test('other letters than UTF-8 are damage', () => {
  expect(parseJson(new Uint8Array([0x22, 0xe9, 0x22]), 'r.json')).toMatchObject({
    problem: { facts: { reason: 'it is not in UTF-8' } },
  })
})

test('a file that is not there is named', async () => {
  const file = join(folder, 'none.json')
  expect(await readJsonFile(file, Readable.from([]))).toMatchObject({
    problem: { code: 'file-unreadable', facts: { file, reason: 'ENOENT' } },
  })
})

test('a file is read', async () => {
  const file = join(folder, 'some.json')
  writeFileSync(file, '{"fp":"102026"}')
  expect(await readJsonFile(file, Readable.from([]))).toEqual({ ok: true, value: { fp: '102026' } })
})
