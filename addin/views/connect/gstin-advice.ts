// What to say about a GSTIN while it is being typed.
import { hasGstinForm, hasGstinState, isGstin } from '../../../templates/identifiers.ts'

export function gstinAdvice(typed: string): { hint: string; wrong: string | undefined } {
  if (typed === '') return { hint: '15 characters, as on the registration.', wrong: undefined }
  if (typed.length < 15) return { hint: `${typed.length} of 15 characters`, wrong: undefined }
  if (isGstin(typed)) return { hint: '✓ The check character is right.', wrong: undefined }
  return { hint: '15 of 15 characters', wrong: wrongIn(typed) }
}

function wrongIn(typed: string): string {
  if (!hasGstinForm(typed)) {
    return 'A GSTIN is two digits of the state, the ten characters of the PAN, one more, a Z and a check character.'
  }
  return hasGstinState(typed)
    ? 'The check character does not fit: one character is mistyped. Compare with the registration.'
    : `No state has the code ${typed.slice(0, 2)}. Compare with the registration.`
}
