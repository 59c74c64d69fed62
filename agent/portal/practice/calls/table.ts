// Every call of the practice portal.
import type { Call } from '../call.ts'
import { fileCalls } from './file.ts'
import { documentCalls } from './documents.ts'
import { preferenceCalls } from './preference.ts'
import { summaryCalls } from './summary.ts'
import { trackCalls } from './track.ts'
import { signInCalls } from './sign-in.ts'
import { submitCalls } from './submit.ts'

export const calls: readonly Call[] = [
  ...signInCalls,
  ...submitCalls,
  ...summaryCalls,
  ...documentCalls,
  ...fileCalls,
  ...trackCalls,
  ...preferenceCalls,
]
