// A page of the practice portal on which a person signs a prepared return, as they would with DSC on the real one.
// A GET changes nothing. Only this page's own form may POST, with a seal that no other page can read or make.
import { createHash } from 'node:crypto'
import type { IncomingMessage, RequestListener } from 'node:http'
import type { SectionSummary } from '../../../templates/wire/answers.ts'
import type { HttpAnswer } from './answers.ts'
import { sha256 } from './checksum.ts'
import { holdsAny } from './entries.ts'
import { isFiled, record } from './filings.ts'
import { isTaxpayer } from './gstin.ts'
import { readBody, send } from './http.ts'
import type { Portal, ReturnKey } from './portal.ts'
import { settle } from './processing.ts'
import { isReady, stateOf } from './returns.ts'
import { isUnderWay } from './submissions.ts'
import { summaryOf } from './summary.ts'

const PATH = '/practice/sign'
const LARGEST_BODY = 1024

/** Where a person signs this return. `portalUrl` is the address that the practice portal told when it started. */
export function signPageUrl(portalUrl: string, { gstin, period }: ReturnKey): string {
  const url = new URL(PATH, portalUrl)
  url.search = new URLSearchParams({ gstin, period }).toString()
  return url.href
}

export const isSignPage = ({ url = '/' }: IncomingMessage): boolean => url.split('?')[0] === PATH

/** `secret` is new with every start, so an old page signs nothing. */
export function serveSignPage(
  portal: Portal,
  secret: string,
  onUnexpected: (error: unknown) => void,
): RequestListener {
  return (request, response) => {
    answerTo(portal, secret, request)
      .catch((error: unknown): HttpAnswer => {
        onUnexpected(error)
        return page(500, '<p>The practice portal failed. Reload this page.</p>')
      })
      .then((answer) => {
        send(response, answer)
      })
      .catch(onUnexpected)
  }
}

async function answerTo(
  portal: Portal,
  secret: string,
  request: IncomingMessage,
): Promise<HttpAnswer> {
  // By another name this would be another web page's server that made its name point here.
  const { host = '', origin } = request.headers
  const port = String(request.socket.localPort ?? '')
  if (![`127.0.0.1:${port}`, `localhost:${port}`].includes(host)) return page(403, FOREIGN)
  const body = await readBody(request, LARGEST_BODY)
  if (request.method === 'GET') {
    const { searchParams } = new URL(request.url ?? '/', 'http://portal')
    return portal.ledger.transaction(() => show(portal, secret, searchParams))
  }
  if (request.method !== 'POST' || origin !== `http://${host}`) return page(403, FOREIGN)
  return portal.ledger.transaction(() => sign(portal, secret, new URLSearchParams(body ?? '')))
}

function show(portal: Portal, secret: string, asked: URLSearchParams): HttpAnswer {
  const key = keyOf(asked)
  if (!key) return page(404, '<p>The address names no return. Open this page from the pane.</p>')
  settle(portal)
  const stage = stageOf(portal, key)
  if (stage !== 'ready') return page(200, named(key) + TEXTS[stage])
  return page(200, named(key) + figures(portal, key) + form(key, sealOf(portal, secret, key)))
}

function sign(portal: Portal, secret: string, sent: URLSearchParams): HttpAnswer {
  const key = keyOf(sent)
  if (!key) return page(403, FOREIGN)
  settle(portal)
  const isSigned =
    stageOf(portal, key) === 'ready' && sent.get('seal') === sealOf(portal, secret, key)
  if (!isSigned) return page(409, named(key) + CHANGED)
  const { readyNil } = stateOf(portal, key)
  record(portal, key, readyNil ? { isnil: 'Y' } : summaryOf(portal, key, 'long'))
  const location = signPageUrl('http://portal', key).slice('http://portal'.length)
  return { status: 303, headers: { location, ...HEADERS }, body: '' }
}

function keyOf(asked: URLSearchParams): ReturnKey | undefined {
  const gstin = asked.get('gstin')?.toUpperCase() ?? ''
  const period = asked.get('period') ?? ''
  return isTaxpayer(gstin) && /^(0[1-9]|1[0-2])20\d\d$/.test(period) ? { gstin, period } : undefined
}

type Stage = 'filed' | 'busy' | 'unprepared' | 'ready'

function stageOf(portal: Portal, key: ReturnKey): Stage {
  if (isFiled(portal, key)) return 'filed'
  if (isUnderWay(portal, key, 'SAVE', 'RESET', 'PROCEED')) return 'busy'
  return isReady(stateOf(portal, key)) ? 'ready' : 'unprepared'
}

/** Of what the page shows: where the return changes after it, the old page signs nothing. */
const sealOf = (portal: Portal, secret: string, key: ReturnKey): string =>
  sha256([secret, key.gstin, key.period, summaryOf(portal, key, 'short').chksum].join(' '))

// ── what a person sees ──────────────────────────────────────────────────────────────────────────

const FOREIGN = '<p>This page signs only what its own button sends. Open it from the pane.</p>'
const CHANGED =
  '<p>Nothing was signed: the return changed since this page was opened, or it is not prepared. ' +
  'Look at the review in the pane again, then open this page again from there.</p>'
const TEXTS: Readonly<Record<Exclude<Stage, 'ready'>, string>> = {
  filed:
    '<p>This return is filed with the practice portal. Go back to the pane and say that you have ' +
    'filed: it then asks the portal for the ARN.</p>',
  busy: '<p>The practice portal is still working on this return. Reload this page in a moment.</p>',
  unprepared:
    '<p>This return is not prepared for filing. Prepare it in the pane, look at its review, then ' +
    'open this page again.</p>',
}

const named = ({ gstin, period }: ReturnKey): string =>
  `<p>GSTR-1 of <b>${gstin}</b> for <b>${period.slice(0, 2)}/${period.slice(2)}</b></p>`

function figures(portal: Portal, key: ReturnKey): string {
  if (!holdsAny(portal, key)) return '<p>A nil return: no supplies in this period.</p>'
  const total = summaryOf(portal, key, 'short').sec_sum.find(({ sec_nm }) => sec_nm === 'TTL_LIAB')
  const rows: [string, keyof SectionSummary][] = [
    ['Records', 'ttl_rec'],
    ['Taxable value', 'ttl_tax'],
    ['IGST', 'ttl_igst'],
    ['CGST', 'ttl_cgst'],
    ['SGST', 'ttl_sgst'],
    ['Cess', 'ttl_cess'],
  ]
  const cells = rows.map(([name, member]) => `<dt>${name}</dt><dd>${String(total?.[member])}</dd>`)
  return `<dl>${cells.join('')}</dl>`
}

const form = ({ gstin, period }: ReturnKey, seal: string): string =>
  `<form method="post" action="${PATH}">
<input type="hidden" name="gstin" value="${gstin}">
<input type="hidden" name="period" value="${period}">
<input type="hidden" name="seal" value="${seal}">
<button>Sign with DSC (practice)</button>
</form>`

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem;' +
  'color:#242424;background:#fff}' +
  '.practice{background:#fff4ce;border:2px solid #8a6100;padding:.5rem 1rem}' +
  'dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem}dd{margin:0}' +
  'button{font:inherit;padding:.5rem 1rem}'

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  // Not `no-referrer`: with it a browser tells no origin when the form is sent.
  'referrer-policy': 'same-origin',
}

const page = (status: number, content: string): HttpAnswer => ({
  status,
  headers: HEADERS,
  body: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>PRACTICE: sign the return</title>
<style>${STYLE}</style></head><body><main>
<p class="practice"><b>PRACTICE.</b> Nothing here is real: no return reaches the GST portal.</p>
<h1>Sign the return</h1>
${content}
</main></body></html>
`,
})
