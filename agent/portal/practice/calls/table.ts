// Every call of the practice portal.
import type { Call } from '../call.ts'
import { fileCalls } from './file.ts'
import { readCalls } from './read.ts'
import { signInCalls } from './sign-in.ts'
import { submitCalls } from './submit.ts'

export const calls: readonly Call[] = [...signInCalls, ...submitCalls, ...readCalls, ...fileCalls]
