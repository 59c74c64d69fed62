// Cells that the user edited after they were read for a plan or a save: what is sent or filed does not know of them.
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { go } from '../go.ts'
import { makePlan } from './save-acts.ts'

export function EditedSincePlan({ busy }: { busy: boolean }) {
  return (
    <Notice weight="warning" title="Cells were edited since this was worked out">
      <p>Below is what the sheets held before. The edits are sent only if it is worked out anew.</p>
      <Button off={busy} onPress={() => void makePlan()}>
        Show anew what would change
      </Button>
    </Notice>
  )
}

export function EditedSinceSave() {
  return (
    <Notice weight="warning" title="Cells were edited since the save">
      <p>The edits are not on the portal, and would not be filed. To file them, save first.</p>
      <Button onPress={() => go('save')}>Go to Save</Button>
    </Notice>
  )
}
