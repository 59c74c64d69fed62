// Step 1: whose return, which month, and the session with the portal.
import { maskedPan } from '../../../templates/identifiers.ts'
import { periodName } from '../../ui/dates.ts'
import { inRupees } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { go } from '../go.ts'
import { change, type ViewProps } from '../state.ts'
import { Checklist } from '../start/checklist.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { SignIn } from './sign-in.tsx'
import { isSignedIn } from './signed-in.ts'
import { SigningAdvice } from './signing-advice.tsx'
import { TaxpayerForm } from './taxpayer-form.tsx'

export function ConnectView({ state }: ViewProps) {
  const { taxpayer, period, editingTaxpayer } = state
  if (taxpayer === undefined || period === undefined || editingTaxpayer) {
    return <TaxpayerForm state={state} />
  }
  const isSigningIn = state.otpSentAt !== undefined && !isSignedIn(state)
  return (
    <>
      <h2 tabIndex={-1}>Connect</h2>
      <dl>
        <dt>GSTIN</dt>
        <dd class="code">{taxpayer.gstin}</dd>
        <dt>Period</dt>
        <dd>
          {periodName(period)}, files {taxpayer.filing}
        </dd>
        <dt>Portal user</dt>
        <dd>{taxpayer.username}</dd>
        <dt>Turnover last year</dt>
        <dd>{inRupees(taxpayer.turnover)}</dd>
        <dt>This year to date</dt>
        <dd>{inRupees(taxpayer.turnoverToDate)}</dd>
        <dt>SEZ unit</dt>
        <dd>{taxpayer.sez ? 'Yes' : 'No'}</dd>
        <dt>Signatory’s PAN</dt>
        {taxpayer.signatoryPan === undefined ? (
          <dd>asked for when you sign</dd>
        ) : (
          <dd class="code">{maskedPan(taxpayer.signatoryPan)}</dd>
        )}
      </dl>
      <Button onPress={() => change({ editingTaxpayer: true })}>Change these</Button>

      <SigningAdvice gstin={taxpayer.gstin} />

      <h3>GST portal</h3>
      <div class="sign-in">
        <SignIn state={state} canWait />
      </div>

      <Checklist state={state} />

      <h3>Next</h3>
      {!isSignedIn(state) && <p>Checking needs no sign-in: the OTP can wait until you save.</p>}
      <div class="actions">
        <Button kind={isSigningIn ? 'secondary' : 'primary'} onPress={() => go('check')}>
          Go on to Check
        </Button>
        {state.about?.environment !== 'practice' && (
          <Button onPress={() => change({ place: 'keys' })}>Settings</Button>
        )}
      </div>

      <LanguageChoice />
    </>
  )
}
