// Sandbox's GST API as our Portal: one row a call.
import { financialYearOf, type Environment } from '../../../templates/identifiers.ts'
import type { Access, Portal, PortalUser, ReturnAccess } from '../portal.ts'
import {
  anything,
  documents,
  filed,
  preference,
  reference,
  sessionGrant,
  status,
  summary,
  tracked,
} from './answers.ts'
import { createClient, type SandboxOptions } from './client.ts'

/** The only hosts an agent outside practice ever talks to. */
export const HOSTS: Readonly<Record<Exclude<Environment, 'practice'>, string>> = {
  live: 'https://api.sandbox.co.in',
  test: 'https://test-api.sandbox.co.in',
}

/** What Sandbox is known to grant until its answers say; the practice portal counts nothing. */
export const CALLS_A_MINUTE: Readonly<Record<Environment, number | undefined>> = {
  live: 100,
  test: 25,
  practice: undefined,
}

const COMMON = '/gst/compliance/tax-payer'

export function createSandbox(options: SandboxOptions): Portal {
  const call = createClient(options)

  /** A call about a return, with the taxpayer's token. */
  const own = ({ token, gstin, period }: ReturnAccess) =>
    ({ token, of: { gstin, period }, where: 'inner' }) as const
  const session = ({ token, gstin }: Access) => ({ token, of: { gstin } }) as const
  const user = ({ gstin, username }: PortalUser) =>
    ({
      method: 'POST',
      of: { gstin },
      where: 'outer',
      body: JSON.stringify({ username, gstin }),
    }) as const
  const ofReturn = ({ gstin, period }: ReturnAccess) =>
    JSON.stringify({ gstin, ret_period: period })
  const yearMonth = (period: string) => `${period.slice(2)}/${period.slice(0, 2)}`
  const gstr1 = ({ period }: ReturnAccess, rest = '') =>
    `${COMMON}/gstrs/gstr-1/${yearMonth(period)}${rest}`

  return {
    requestOtp: (who) =>
      call({ ...user(who), operation: 'request-otp', path: `${COMMON}/otp`, form: anything }),
    verifyOtp: (who, otp) =>
      call({
        ...user(who),
        operation: 'sign-in',
        path: `${COMMON}/otp/verify`,
        query: { otp },
        form: sessionGrant,
      }),
    refresh: (access) =>
      call({
        ...session(access),
        operation: 'refresh',
        method: 'POST',
        path: `${COMMON}/session/refresh`,
        where: 'outer',
        form: sessionGrant,
      }),
    logout: (access) =>
      call({
        ...session(access),
        operation: 'sign-out',
        method: 'POST',
        path: `${COMMON}/logout`,
        where: 'outer',
        form: anything,
      }),
    save: (access, body) =>
      call({
        ...own(access),
        operation: 'save',
        method: 'POST',
        path: gstr1(access),
        body,
        form: reference,
      }),
    reset: (access) =>
      call({
        ...own(access),
        operation: 'reset',
        method: 'POST',
        path: gstr1(access, '/reset'),
        body: ofReturn(access),
        form: reference,
      }),
    proceed: (access, body) =>
      call({
        ...own(access),
        operation: 'proceed',
        method: 'POST',
        path: gstr1(access, '/new-proceed'),
        query: { is_nil: (JSON.parse(body) as { isnil?: string }).isnil ?? 'N' },
        body,
        form: reference,
      }),
    status: (access, id) =>
      call({
        ...own(access),
        operation: 'status',
        method: 'GET',
        path: `${COMMON}/gstrs/${yearMonth(access.period)}/status`,
        query: { reference_id: id },
        form: status,
      }),
    documents: (access, slug) =>
      call({
        ...own(access),
        operation: 'documents',
        method: 'GET',
        path: `${COMMON}/gstrs/gstr-1/${slug}/${yearMonth(access.period)}`,
        form: documents,
      }),
    summary: (access, form = 'long') =>
      call({
        ...own(access),
        operation: 'summary',
        method: 'GET',
        path: gstr1(access),
        query: { summary_type: form },
        // What is filed must be this return's.
        form: summary.refine(
          ({ gstin, ret_period }) => gstin === access.gstin && ret_period === access.period,
        ),
      }),
    requestEvc: (access, pan) =>
      call({
        ...own(access),
        operation: 'request-evc',
        method: 'POST',
        path: `${COMMON}/evc/otp`,
        query: { gstr: 'gstr-1' },
        body: JSON.stringify({ pan }),
        secret: pan,
        where: 'outer',
        form: anything,
      }),
    file: (access, { body, pan, otp }) =>
      call({
        ...own(access),
        operation: 'file',
        method: 'POST',
        path: gstr1(access, '/file'),
        query: { pan, otp },
        body,
        form: filed,
      }),
    track: (access) =>
      call({
        ...own(access),
        operation: 'track',
        method: 'GET',
        path: `${COMMON}/gstrs/${yearMonth(access.period)}/track`,
        query: { return_type: 'gstr-1' },
        form: tracked,
      }),
    trackPublic: ({ gstin, period }) =>
      call({
        of: { gstin, period },
        operation: 'track',
        method: 'POST',
        path: '/gst/compliance/public/gstrs/track',
        query: { financial_year: `FY ${financialYearOf(period)}`, gstr: 'gstr-1' },
        // What somebody was told earlier proves nothing.
        headers: { 'x-accept-cache': 'false' },
        body: JSON.stringify({ gstin }),
        where: 'inner',
        form: tracked,
      }),
    preference: (access, financialYear) =>
      call({
        ...session(access),
        operation: 'preference',
        method: 'GET',
        path: `${COMMON}/gstrs/preference`,
        query: { financial_year: `FY ${financialYear}` },
        where: 'inner',
        form: preference,
      }),
  }
}
