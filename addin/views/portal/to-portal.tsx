// The way to the comparison of sheets and portal: a place beside the steps, not one of them.
import { Button } from '../../ui/button.tsx'
import { go } from '../go.ts'

export const ToPortal = () => (
  <p>
    <Button kind="quiet" onPress={() => go('portal')}>
      Compare with the portal, or amend an earlier month
    </Button>
  </p>
)
