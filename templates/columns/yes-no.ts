// Y or N, with the spellings software writes.
import { choice } from './choice.ts'

export const yesNo = choice(
  'yes-no',
  [
    { wire: 'N', label: 'N', aliases: ['No', '0', 'false'] },
    { wire: 'Y', label: 'Y', aliases: ['Yes', '1', 'true'] },
  ],
  'yes-no-unknown',
)
