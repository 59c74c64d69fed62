// Documents that are not in the return: filing waits until the user leaves them out knowingly.
import { useState } from 'preact/hooks'
import { count, counted } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { Tick } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TypedWord } from '../../ui/typed-word.tsx'
import { go } from '../go.ts'
import { leaveOut } from './file-acts.ts'

const WORD = 'LEAVE OUT'
/** So many are named at once; the others can be unfolded. */
const NAMED = 10

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
        title={`${counted(documents.length, 'document or entry', 'documents or entries')} not in this return`}
      >
        <p>
          They were held back by the check, or with a section that goes only whole, refused by the
          portal, or left as it has them. The portal does not have them as the sheets do:
        </p>
        <Names names={documents.slice(0, NAMED)} />
        {documents.length > NAMED && (
          <details>
            <summary>and {count(documents.length - NAMED)} more</summary>
            <Names names={documents.slice(NAMED)} />
          </details>
        )}
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

function Names({ names }: { names: readonly string[] }) {
  return (
    <ul class="names">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  )
}
