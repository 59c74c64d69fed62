// Documents that are not in the return: filing waits until the user leaves them out knowingly.
import { useState } from 'preact/hooks'
import { counted } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { Tick } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TypedWord } from '../../ui/typed-word.tsx'
import { go } from '../go.ts'
import { leaveOut } from './file-acts.ts'

const WORD = 'LEAVE OUT'

interface HeldBackProps {
  readonly documents: readonly string[]
  readonly busy: boolean
}

export function HeldBack({ documents, busy }: HeldBackProps) {
  const [ticked, setTicked] = useState(false)
  return (
    <>
      <Notice
        weight="warning"
        title={`${counted(documents.length, 'document')} not in this return`}
      >
        <p>
          They were held back by the check or refused by the portal, so the portal does not have
          them as the sheets do:
        </p>
        <ul class="names">
          {documents.map((document) => (
            <li key={document}>{document}</li>
          ))}
        </ul>
        <Button kind="quiet" onPress={() => go('check')}>
          Mend them instead
        </Button>
      </Notice>
      <Tick label="Leave these documents out of this return" ticked={ticked} onTick={setTicked} />
      <TypedWord
        label={`To confirm, type ${WORD}`}
        word={WORD}
        hint="The choice and the names are kept with the filing."
        button="Leave them out"
        kind="primary"
        off={!ticked || busy}
        onMeant={() => void leaveOut(documents)}
      />
    </>
  )
}
