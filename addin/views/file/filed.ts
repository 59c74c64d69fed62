// The stages after which a return can no longer be changed.
import type { Stage } from '../../../agent/http/outputs/return.ts'

export const isFiled = (stage: Stage): boolean =>
  stage === 'accepted' || stage === 'filed' || stage === 'filedElsewhere'
