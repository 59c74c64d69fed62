// Signing with an EVC OTP, and the one press that files.
import { useState } from 'preact/hooks'
import type { ReturnView } from '../../../agent/http/outputs/return.ts'
import { maskedPan } from '../../../templates/identifiers.ts'
import { Button } from '../../ui/button.tsx'
import { clockTime, periodName } from '../../ui/dates.ts'
import { TextField } from '../../ui/field.tsx'
import { stepWords } from '../../words.ts'
import type { ViewProps } from '../state.ts'
import { file, requestEvc } from './file-acts.ts'
import { OtpInfo } from './otp-info.tsx'
import { mustWait } from './otp-wait.ts'
import { SignOnPortal } from './sign-on-portal.tsx'
import { Signatory } from './signatory.tsx'

interface SignProps extends ViewProps {
  readonly view: ReturnView
  readonly checksum: string
}

export function SignWithEvc({ state, view, checksum }: SignProps) {
  const isBusy = state.busy !== undefined
  const { taxpayer } = state
  if (taxpayer === undefined) return null
  const pan = taxpayer.signatoryPan
  if (view.stage === 'otpRequested' && pan !== undefined)
    return <EvcForm state={state} view={view} checksum={checksum} pan={pan} />
  return (
    <>
      <p>The portal sends an EVC OTP to the mobile and e-mail of the signatory.</p>
      <Signatory taxpayer={taxpayer} isBusy={isBusy} />
      {pan !== undefined && (
        <>
          <OtpInfo otp={view.otp} now={state.now} />
          <Button
            kind="primary"
            off={isBusy || mustWait(view.otp, state.now)}
            onPress={() => void requestEvc(checksum)}
          >
            Ask for OTP
          </Button>
        </>
      )}
      {state.session?.signing === 'ask' && (
        <details>
          <summary>Signing with DSC instead?</summary>
          <SignOnPortal state={state} view={view} />
        </details>
      )}
    </>
  )
}

/** Stays shut once File was pressed, whatever came of it: another try begins with another OTP. */
function EvcForm({ state, view, checksum, pan }: SignProps & { pan: string }) {
  const [otp, setOtp] = useState('')
  const [confirmation, setConfirmation] = useState('')
  const [isPressed, setPressed] = useState(false)
  const isBusy = state.busy !== undefined
  const filing = stepWords('filing')
  const isReady = otp !== '' && confirmation === view.gstin.slice(-4)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!isReady || isPressed || isBusy) return
        setPressed(true)
        void file(checksum, otp, confirmation)
      }}
    >
      <p>
        The OTP went to the signatory, PAN <span class="code">{maskedPan(pan)}</span>
        {view.otp?.sentAt !== undefined && `, at ${clockTime(view.otp.sentAt)}`}.
      </p>
      <TextField
        label="EVC OTP"
        kind="code"
        value={otp}
        maxLength={32}
        off={isPressed}
        hint={
          view.environment === 'practice'
            ? 'In practice it is 575757.'
            : 'Valid for about 10 minutes. Capital and small letters count.'
        }
        onValue={(typed) => setOtp(typed.replace(/[^0-9A-Za-z]/g, ''))}
      />
      <TextField
        label="Last four characters of the GSTIN"
        kind="code"
        value={confirmation}
        maxLength={4}
        off={isPressed}
        hint={`Of ${view.gstin}, typed by you, so that no wrong return is filed.`}
        onValue={(typed) => setConfirmation(typed.toUpperCase().trim())}
      />
      <div class="actions">
        <Button kind="primary" off={!isReady || isPressed || isBusy}>
          {`File ${view.nil ? 'nil ' : ''}GSTR-1 for ${periodName(view.period)}`}
        </Button>
        <Button
          off={isBusy || mustWait(view.otp, state.now)}
          onPress={() => {
            setOtp('')
            setPressed(false)
            void requestEvc(checksum)
          }}
        >
          Ask for another OTP
        </Button>
      </div>
      <OtpInfo otp={view.otp} now={state.now} />
      {state.busy === 'file' ? (
        <div class="progress" role="status">
          <p lang={filing.lang}>{filing.text}</p>
          <progress aria-label="Filing" />
        </div>
      ) : (
        <p class="hint">Filing cannot be undone.</p>
      )}
    </form>
  )
}
