// The portal's OTP: asked for, typed, signed in. The OTP lives in this field and nowhere else.
import { useState } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { clockTime } from '../../ui/dates.ts'
import { TextField } from '../../ui/field.tsx'
import type { ViewProps } from '../state.ts'
import { requestOtp, signIn, signOut } from './connect-acts.ts'
import { SignInTrouble } from './sign-in-trouble.tsx'
import { isSignedIn } from './signed-in.ts'

interface SignInProps extends ViewProps {
  /** Something else is the next thing to do. */
  readonly canWait?: boolean
}

export function SignIn({ state, canWait = false }: SignInProps) {
  const isBusy = state.busy !== undefined

  if (isSignedIn(state)) {
    const { expiresAt } = state.session ?? {}
    return (
      <>
        <p>
          Signed in{expiresAt === undefined ? '' : ` until ${clockTime(expiresAt)}`} as{' '}
          {state.taxpayer?.username}.
        </p>
        <Button off={isBusy} onPress={() => void signOut()}>
          Disconnect
        </Button>
      </>
    )
  }

  if (state.otpSentAt === undefined) {
    return (
      <>
        <p>
          The portal sends an OTP to the mobile and e-mail registered for {state.taxpayer?.username}
          .
        </p>
        <SignInTrouble state={state} />
        <Button
          kind={canWait ? 'secondary' : 'primary'}
          off={isBusy}
          onPress={() => void requestOtp()}
        >
          Ask for OTP
        </Button>
      </>
    )
  }

  return <OtpForm state={state} sentAt={state.otpSentAt} />
}

/** An OTP that was used goes with this form. */
function OtpForm({ state, sentAt }: ViewProps & { sentAt: string }) {
  const [otp, setOtp] = useState('')
  const isBusy = state.busy !== undefined
  const isPractice = state.about?.environment === 'practice'
  const askForAnother = (): void => {
    setOtp('')
    void requestOtp()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (otp !== '') void signIn(otp)
      }}
    >
      <TextField
        label="OTP"
        kind="code"
        hint={
          isPractice
            ? 'In practice it is 575757.'
            : `Sent at ${clockTime(sentAt)}. It can take a minute.`
        }
        value={otp}
        maxLength={32}
        onValue={(typed) => setOtp(typed.replace(/[^0-9A-Za-z]/g, ''))}
      />
      <SignInTrouble state={state} />
      <div class="actions">
        <Button kind="primary" off={otp === '' || isBusy}>
          Sign in
        </Button>
        <Button off={isBusy} onPress={askForAnother}>
          Ask for another
        </Button>
      </div>
    </form>
  )
}
