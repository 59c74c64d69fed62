// Who must sign how, told before any OTP is asked for.
import { holderOf, type Gstin } from '../../../templates/identifiers.ts'
import { Notice } from '../../ui/notice.tsx'

/** Silent for those who can sign with an EVC. Rule 26 of the CGST Rules: companies sign with DSC. */
export function SigningAdvice({ gstin }: { gstin: Gstin }) {
  if (holderOf(gstin) === 'C') {
    return (
      <Notice weight="warning" title="A company signs with its DSC">
        <p>
          The C in this GSTIN’s PAN stands for a company. The portal normally refuses an EVC OTP for
          it, and a DSC works only on the portal itself. Check, save and review here; then sign on
          the portal, and this pane finds the ARN.
        </p>
      </Notice>
    )
  }
  if (holderOf(gstin) === 'F') {
    return (
      <Notice weight="note" title="Firm or LLP?">
        <p>A firm may sign with an EVC OTP. An LLP needs its DSC and signs on the portal.</p>
      </Notice>
    )
  }
  return null
}
