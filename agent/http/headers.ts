// Response headers that everything carries, refusals included.
import type { ServerResponse } from 'node:http'

/** Who may frame the pane: Excel on the web. Microsoft publishes no list; desktop Excel opens it unframed. */
const OFFICE_HOSTS = [
  'https://*.officeapps.live.com',
  'https://excel.cloud.microsoft',
  'https://*.cloud.microsoft',
  'https://*.sharepoint.com',
  'https://*.office.com',
  'https://onedrive.live.com',
]

const policy = (ancestors: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self' https://appsforoffice.microsoft.com",
    "connect-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'none'",
    `frame-ancestors ${["'self'", ...ancestors].join(' ')}`,
  ].join('; ')

/**
 * No `Access-Control-*`: the pane is same-origin. No `Strict-Transport-Security`: it holds for every port of a
 * host and would break the user's other servers on localhost. No `X-Frame-Options`: it would shut out Excel on the web.
 */
export function setSecurityHeaders(response: ServerResponse, path: string): void {
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader(
    'Cross-Origin-Resource-Policy',
    path.startsWith('/assets/') ? 'cross-origin' : 'same-origin',
  )
  response.setHeader('Content-Security-Policy', policy(path === '/pane' ? OFFICE_HOSTS : []))
}
