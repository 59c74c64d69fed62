import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { signPageUrl } from '../../../agent/portal/practice/sign-page.ts'
import { BUYER, COMPANY, rehearse, type Rehearsal } from './rehearsal.ts'
import { invoice, party } from './rows.ts'

const company = { gstin: COMPANY }

const addressOf = ({ portal, gstin, period }: Rehearsal) =>
  signPageUrl(portal.url, { gstin, period })

const open = async (at: Rehearsal): Promise<string> => (await fetch(addressOf(at))).text()

/** The fields of the page's form, as a browser would send them. */
function fieldsOf(page: string): URLSearchParams {
  const fields = new URLSearchParams()
  for (const [, name = '', value = ''] of page.matchAll(/name="(\w+)" value="([^"]*)"/g)) {
    fields.set(name, value)
  }
  return fields
}

const press = (at: Rehearsal, fields: URLSearchParams, origin: string | null = at.portal.url) =>
  fetch(`${at.portal.url}/practice/sign`, {
    method: 'POST',
    body: fields,
    redirect: 'manual',
    headers: origin === null ? {} : { origin },
  })

const filings = async (at: Rehearsal) => (await at.admin<unknown[]>('GET', '/filings')).length

describe('a company signs on the page', () => {
  test('which shows the return, files it when the button is pressed, and says so', () =>
    rehearse(async (at) => {
      await at.prepare()
      const page = await open(at)
      for (const part of ['PRACTICE', COMPANY, '07/2025', '50000', '9000']) {
        expect(page).toContain(part)
      }
      expect(page).toContain('<button>Sign with DSC (practice)</button>')
      expect(await filings(at)).toBe(0)

      const answer = await press(at, fieldsOf(page))
      expect(answer.status).toBe(303)
      const then = new URL(answer.headers.get('location') ?? '', at.portal.url)
      expect(then.href).toBe(addressOf(at))
      expect(await (await fetch(then)).text()).toContain('This return is filed')
      at.settle()
      expect((await at.track()).payload.EFiledlist).toMatchObject([{ arn: 'PRACTICE0000001' }])
      expect((await at.save({})).code).toBe('AUTH117')
    }, company))

  test('a nil return too', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.proceed('Y')
      at.settle()
      const page = await open(at)
      expect(page).toContain('A nil return')
      expect((await press(at, fieldsOf(page))).status).toBe(303)
      expect(await at.admin('GET', '/filings')).toMatchObject([{ body: { isnil: 'Y' } }])
    }, company))
})

describe('the page offers no button', () => {
  test('before the return is prepared, while something is under way, and after filing', () =>
    rehearse(async (at) => {
      await at.signIn()
      expect(await open(at)).toContain('not prepared')
      await at.save({ b2b: [party(BUYER, invoice())] })
      expect(await open(at)).toContain('still working')
      at.settle()
      expect(await open(at)).toContain('not prepared')
      await at.proceed()
      at.settle()
      await press(at, fieldsOf(await open(at)))
      const filed = await open(at)
      expect(filed).toContain('This return is filed')
      expect(filed).not.toContain('<button')
    }, company))

  test.each([['?gstin=29AAKCT4821M1Z9&period=072025'], ['?period=072025'], ['']])(
    'for an address that names no return: %s',
    (query) =>
      rehearse(async (at) => {
        const answer = await fetch(`${at.portal.url}/practice/sign${query}`)
        expect(answer.status).toBe(404)
        expect(await answer.text()).not.toContain('<button')
      }),
  )
})

describe('nothing is signed', () => {
  test('by a GET, whatever it carries', () =>
    rehearse(async (at) => {
      await at.prepare()
      const fields = fieldsOf(await open(at))
      await fetch(`${at.portal.url}/practice/sign?${fields.toString()}`)
      expect(await filings(at)).toBe(0)
    }, company))

  test.each([
    ['another web page', 'https://example.com'],
    ['a page of another port', 'http://127.0.0.1:1'],
    ['a page that hides itself', 'null'],
    ['a program that tells no origin', null],
  ])('by %s', (_, origin) =>
    rehearse(async (at) => {
      await at.prepare()
      const answer = await press(at, fieldsOf(await open(at)), origin)
      expect([answer.status, await filings(at)]).toEqual([403, 0])
    }, company),
  )

  test('without the seal, or with that of another return', () =>
    rehearse(async (at) => {
      await at.prepare()
      const right = fieldsOf(await open(at))
      for (const [field, value] of [
        ['seal', ''],
        ['seal', 'f'.repeat(64)],
      ] as const) {
        const fields = new URLSearchParams(right)
        fields.set(field, value)
        expect((await press(at, fields)).status).toBe(409)
      }
      const other = new URLSearchParams(right)
      other.set('period', '062025')
      expect((await press(at, other)).status).toBe(409)
      expect(await filings(at)).toBe(0)
    }, company))

  test('of a return that changed since the page was opened', () =>
    rehearse(async (at) => {
      await at.prepare()
      const old = fieldsOf(await open(at))
      await at.verdict({ b2b: [party(BUYER, invoice({ inum: 'NEXT' }))] })
      expect((await press(at, old)).status).toBe(409)
      await at.proceed()
      at.settle()
      const answer = await press(at, old)
      expect([answer.status, await filings(at)]).toEqual([409, 0])
      expect(await answer.text()).toContain('Nothing was signed')
      expect((await press(at, fieldsOf(await open(at)))).status).toBe(303)
    }, company))

  test('by the name of another host, to which the page is not even shown', () =>
    rehearse(async (at) => {
      await at.prepare()
      const { pathname, search } = new URL(addressOf(at))
      const status = await new Promise((resolve, reject) => {
        request({
          port: at.portal.port,
          host: '127.0.0.1',
          path: pathname + search,
          headers: { host: `rebound.example:${String(at.portal.port)}` },
        })
          .on('response', (answer) => {
            answer.resume()
            resolve(answer.statusCode)
          })
          .on('error', reject)
          .end()
      })
      expect(status).toBe(403)
    }, company))

  test('inside another page: it allows no frame, no script and no other form target', () =>
    rehearse(async (at) => {
      await at.prepare()
      const { headers } = await fetch(addressOf(at))
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain("form-action 'self'")
      expect(headers.get('access-control-allow-origin')).toBeNull()
    }, company))
})
