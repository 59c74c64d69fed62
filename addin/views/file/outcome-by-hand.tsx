// The ways out when the portal never tells what became of a filing: only a person can look at its own pages.
import { useState } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { TypedWord } from '../../ui/typed-word.tsx'
import { filedOnPortal, NOT_FILED, notFiled } from './file-acts.ts'

const ARN_LENGTH = 15

export function OutcomeByHand({ isBusy }: { isBusy: boolean }) {
  return (
    <details>
      <summary>Still unknown after a long wait?</summary>
      <p>
        Look on gst.gov.in itself: Services, Returns, Track Return Status. What you find there
        decides; nothing is sent by saying it here.
      </p>
      <h3>If it is filed there</h3>
      <ArnRead isBusy={isBusy} />
      <h3>If it is not filed there</h3>
      <p>Say so, and you can file again.</p>
      <TypedWord
        label={`To confirm that you looked, type ${NOT_FILED}`}
        word={NOT_FILED}
        button="It is not filed there"
        off={isBusy}
        onMeant={() => void notFiled()}
      />
    </details>
  )
}

function ArnRead({ isBusy }: { isBusy: boolean }) {
  const [arn, setArn] = useState('')
  const isWhole = arn.length === ARN_LENGTH
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isWhole && !isBusy) void filedOnPortal(arn)
      }}
    >
      <TextField
        label="ARN, as the portal shows it"
        kind="code"
        value={arn}
        hint={`${arn.length} of ${ARN_LENGTH} letters and digits. The agent goes on asking the portal to confirm it.`}
        onValue={(typed) =>
          setArn(
            typed
              .toUpperCase()
              .replace(/[^0-9A-Z]/g, '')
              .slice(0, ARN_LENGTH),
          )
        }
      />
      <Button off={!isWhole || isBusy}>It is filed: I read the ARN at gst.gov.in</Button>
    </form>
  )
}
