// `gstr1 login` and `logout`: the taxpayer's session. The OTP comes on standard input and nowhere else.
import { refuse } from '../../templates/problems/problem.ts'
import type { SessionView } from '../http/outputs/session.ts'
import { aboutTaxpayer } from './at-desk.ts'
import { said } from './program.ts'

export const runLogin = aboutTaxpayer(async ({ program, given }, desk, gstin) => {
  if (!given['otp-stdin']) {
    const sent = await desk.ask('requestOtp', { gstin })
    if (!sent.ok) return sent
    if (given['send-otp']) {
      return said(sent.value, ['OTP sent. Next: gstr1 login --otp-stdin, with the OTP as a line.'])
    }
    program.output.notes('The portal has sent an OTP to the taxpayer’s mobile and e-mail.')
  }
  const otp = await program.lines.next('OTP:')
  if (program.interrupted.aborted) return refuse('interrupted')
  if (otp === undefined || otp === '') return refuse('otp-not-typed')
  const session = await desk.ask('signIn', { gstin, otp })
  return session.ok ? said(session.value, sessionLines(session.value)) : session
})

export const runLogout = aboutTaxpayer(async (_, desk, gstin) => {
  const session = await desk.ask('signOut', { gstin })
  return session.ok ? said(session.value, sessionLines(session.value)) : session
})

const sessionLines = ({ signedIn, expiresAt = '', signing }: SessionView): string[] => [
  signedIn ? `Signed in until ${expiresAt}.` : 'Not signed in.',
  ...(signing === 'dsc' ? ['A company signs with DSC, on gst.gov.in.'] : []),
]
