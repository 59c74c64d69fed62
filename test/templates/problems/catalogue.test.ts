// Every problem that can come up has its sentence: what happened, and what to do next.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isKnownCode, sentence } from '../../../templates/problems/english.ts'
import { PORTAL_CODES, portalCode } from '../../../templates/problems/portal-codes.ts'
import { missingFacts } from './missing-facts.ts'

const root = join(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const catalogue = read('templates/problems/english.ts')

/** How a code is written where a problem is made; the last are tables whose values are codes. */
const MADE_BY = [
  /\b(?:refuse|sheetProblem|problem|ExcelRefusal)\(\s*'([a-z-]+)'/g,
  /\breport\.(?:error|warning|note)\(\s*'([a-z-]+)'/g,
  /\btell\(\s*[^,]+,\s*'([a-z-]+)'/g,
  /\bcode: '([a-z-]+)'/g,
  /'([a-z-]+-unknown)'/g,
  /'([a-z-]+-negative)'/g,
  /'((?:row|xlsx|excel)-[a-z-]+)'/g,
]
/** zod's own word for a failed check. */
const NOT_OURS = new Set(['custom'])

/** The practice portal and the preview's host make the portal's codes and Excel's, not ours. */
const sources = globSync('{templates,agent,addin}/**/*.{ts,tsx}', { cwd: root })
  .filter((path) => !/practice|addin.preview.host|problems.(english|hindi)/.test(path))
  .map((path) => ({ path, text: read(path) }))

/** Codes, and a file that makes each. */
const made = new Map<string, string>()
for (const { path, text } of sources) {
  for (const pattern of MADE_BY) {
    for (const [, code = ''] of text.matchAll(pattern)) {
      if (!NOT_OURS.has(code)) made.set(code, path)
    }
  }
}

const entries = [...catalogue.matchAll(/^ {2}'?([a-z-]+)'?: \[/gm)].map(([, code = '']) => code)

test('the scan finds the codes', () => {
  expect(made.size).toBeGreaterThan(90)
  expect(entries.length).toBeGreaterThan(90)
})

test.each([...made])('%s (%s) has a sentence', (code) => {
  expect(isKnownCode(code)).toBe(true)
})

describe.each(entries)('%s', (code) => {
  test('says what happened and what to do', () => {
    const anything = new Proxy({}, { get: () => 'x' })
    const said = sentence({ code, severity: 'error', source: 'check', cells: [], facts: anything })
    for (const text of Object.values(said)) expect(text).not.toBe('')
    expect(said.remedy).toMatch(/[.?]$/)
  })

  test('asks only for facts that its makers know', () => {
    const makers = sources.filter(({ text }) => text.includes(`'${code}'`))
    if (makers.length === 0) return // a sentence that is kept for later
    // Choices and amounts are given a code by the table that has them, and give the facts themselves.
    const kinds = sources.filter(({ path }) => /columns\/(choice|amount)\.ts$/.test(path))
    const known = [...makers, ...kinds].map(({ text }) => text).join()
    for (const fact of missingFacts({ code, facts: {} })) {
      expect(known).toMatch(new RegExp(`\\b${fact}\\b`))
    }
  })
})

describe('a code of the portal', () => {
  /** By operation, what the portal's error tables name for sessions, filing and the rows of a save. */
  const KNOWN = {
    'sign-in': `AUTH403 AUTH4032 AUTH4033 AUTH4034 AUTH4037 AUTH4038 AUTH4041 AUTH158 AUTH_9002 AUTH_9033
      AUTH_9035 AUTH_9036 AUTH113 AUTH150 AUTH151 AUTH4035 AUTH141 AUTH143 AUTH154 TEC4001 RETOTPREQUEST`,
    'request-evc': `OTP0001 OTP0002 OTP0003 OTP0004 OTP0005 OTP0006 OTP0007 OTP0008 OTP0009 OTP0010 OTP0011
      EVCREQUEST RT_FIL_31`,
    save: `RET191106 RET191107 RET191111 RET191112 RET191113 RET191114 RET191115 RET191117 RET191122 RET191126
      RET191131 RET191133 RET191134 RET191135 RET191136 RET191148 RET191150 RET191151 RET191152 RET191153
      RET191154 RET191158 RET191160 RET191176 RET191180 RET191193 RET191170 RET191171 RET191172 RET191175 RET191178 RET191179 RET191181 RET191182
      RET191183 RET191184 RET191185 RET191189 RET191190 RET191202 RET191203 RET191204 RET191205 RET191319
      RET191360 RET12590 RET11400 RET11401 RET11402 RET11403 RET11411 RET11420 RET12505 RET191101 RET191104
      RET191110 RET191119 RET191120 RET191121 RET191123 RET191124 RET191125 RET191143 RET191157 RET191159
      RET191168 RET191188 RET191194 RET191195 RET191196 RET191197 RET191198 RET191199 RET191200 RET191349
      RET191350 RET191353 RET191355 RET12521 RTN_17 RET13511 RTN_02 RTN_27 RET191251`,
    proceed: 'RET00003 RET00009 RET192409 RET191251 RET12523 RTN_11 AUTH119 AUTH117',
    summary:
      'RET11416 RET11417 RET13508 RET13509 RET13510 RT_FIL_25 RTN_15 RTN_24 RTN_25 RTN_31 RTN_32',
    documents: 'RET11416 RET11417 RET13508 RET13509 RET13510 RTN_24',
    status: `RET12501 RET12502 RET12503 RET12504 RET13504 RET13505 RET191164 RET191165 RET191166 RET191192
      GSTN-EXEC2003`,
    file: `AUTH117 RET00009 RET13501 RET13506 RET13509 RET13507 RT_FIL_02 RT_FIL_09 RT_FIL_10 RT_FIL_25 RT_FIL_31
      RET09001 RTN_FIL_28 RTN_FIL_29 RTN_FIL_30 RTDSC04 RTDSC05`,
    track: 'RET13508 RET13509 RET13510',
  }

  test.each(
    Object.entries(KNOWN).flatMap(([operation, codes]) =>
      codes.split(/\s+/).map((code) => [operation, code] as const),
    ),
  )('of %s: %s', (operation, code) => {
    expect(portalCode(operation, code)).toBeDefined()
  })

  test('always has a title and a remedy, and stands once for an operation', () => {
    const seen = new Set<string>()
    for (const { codes, operations, title, remedy } of PORTAL_CODES) {
      expect(title).toMatch(/\w$/)
      expect(remedy).toMatch(/\.$/)
      for (const code of codes) {
        for (const operation of operations === 'any' ? ['any'] : operations) {
          expect(seen).not.toContain(`${operation} ${code}`)
          seen.add(`${operation} ${code}`)
        }
      }
    }
  })

  test('is always shown with the portal’s own words', () => {
    for (const code of ['RET191113', 'RET999999']) {
      const facts = { operation: 'save', code, message: 'GSTIN is not fit' }
      const { what } = sentence({
        code: 'portal',
        severity: 'error',
        source: 'portal',
        cells: [],
        facts,
      })
      expect(what).toContain('GSTIN is not fit')
      expect(what).toContain(code)
    }
  })

  test('means one thing for one operation and another for the next', () => {
    expect(portalCode('file', 'RET13509')?.title).toMatch(/OTP/)
    expect(portalCode('documents', 'RET13509')?.title).toMatch(/nothing/)
    expect(portalCode('track', 'RET13509')?.title).toMatch(/no filing/)
  })

  test('that is only a fault or a delay of the portal leaves the outcome of a filing open', () => {
    for (const code of [
      'RET12501',
      'RET12504',
      'RET13504',
      'RET13505',
      'RET191164',
      'RET12523',
      'RTN_11',
      'RET191182',
      'GSTN-EXEC2003',
      // listed without a meaning anywhere
      'RT_FIL_017',
      'RT_FIL_018',
      'RT_FIL_24',
    ]) {
      expect(portalCode('file', code)).toBeUndefined()
    }
  })
})
