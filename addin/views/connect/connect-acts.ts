// Choosing the taxpayer and the period, and the session with the portal.
import type { Period } from '../../../templates/identifiers.ts'
import type { Taxpayer } from '../../../templates/taxpayer.ts'
import { act, ask, onReturn, say } from '../act.ts'
import { go } from '../go.ts'
import { change, isStep, NOTHING_OF_RETURN, pane } from '../state.ts'
import { followWork, stopFollowing, takeReturn } from '../work/follow-work.ts'

export const keepTaxpayer = (facts: Taxpayer, period: Period): Promise<void> =>
  act('taxpayer', async () => {
    const taxpayer = await store(facts)
    if (taxpayer !== undefined) await openReturn(taxpayer, period)
  })

/** Who signs for the taxpayer of the open return, which stays as it is. */
export const keepSignatory = (signatoryPan: string): Promise<void> =>
  act('signatory', async () => {
    const { taxpayer: known } = pane()
    if (known === undefined) return
    const taxpayer = await store({ ...known, signatoryPan })
    if (taxpayer === undefined) return
    change({ taxpayer })
    say('The signatory’s PAN is kept.')
  })

async function store(facts: Taxpayer): Promise<Taxpayer | undefined> {
  const taxpayer = await ask('setTaxpayer', facts)
  if (taxpayer === undefined) return undefined
  const about = await ask('about', {})
  if (about !== undefined) change({ about })
  return taxpayer
}

/** Another return on the same step. */
export async function chooseReturn(taxpayer: Taxpayer, period: Period): Promise<void> {
  const { place } = pane()
  await act('choose', () => openReturn(taxpayer, period))
  if (pane().place === place && isStep(place)) go(place)
}

/** Turns the pane to one return: what was known of another is forgotten, running work is shown and followed. */
export async function openReturn(taxpayer: Taxpayer, period: Period): Promise<void> {
  stopFollowing()
  change({ ...NOTHING_OF_RETURN, taxpayer, period, editingTaxpayer: false })
  const { gstin } = taxpayer
  const session = await ask('session', { gstin })
  if (session === undefined) return
  change({ session })
  const view = await ask('state', { gstin, period })
  if (view === undefined) return
  takeReturn(view)
  if (view.verdict.length > 0) {
    const { verdict: problems } = view
    change({ listed: { from: 'portal', problems, count: problems.length, marks: undefined } })
  }
  if (view.work === undefined) return
  const isSaving = view.work.kind === 'save' || view.work.kind === 'compare'
  change({ place: isSaving ? 'save' : 'file' })
  void followWork()
}

export const requestOtp = (): Promise<void> =>
  onReturn('otp', async ({ gstin }) => {
    const sent = await ask('requestOtp', { gstin })
    if (sent === undefined) return
    change({ otpSentAt: sent.sentAt })
    say('The OTP is on its way. Type it when it arrives.')
  })

/** Signs in; work that waited for it goes on. */
export const signIn = (otp: string): Promise<void> =>
  onReturn('sign-in', async ({ gstin }) => {
    const session = await ask('signIn', { gstin, otp })
    if (session === undefined) return
    change({ session, otpSentAt: undefined })
    say('Signed in.')
    if (pane().return?.work !== undefined) void followWork()
  })

export const signOut = (): Promise<void> =>
  onReturn('sign-out', async ({ gstin }) => {
    const session = await ask('signOut', { gstin })
    if (session === undefined) return
    change({ session, otpSentAt: undefined })
    say('Disconnected from the portal.')
  })
