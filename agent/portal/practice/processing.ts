// Works off what is due. Nothing waits in memory: times and requests are in the ledger, so a restart goes on.
import { clear } from './entries.ts'
import type { Portal } from './portal.ts'
import { dataChanged, nowReady } from './returns.ts'
import { failed, save } from './saving.ts'
import { conclude, due, type Outcome, type Submission } from './submissions.ts'
import { sections } from './validation/sections.ts'

/** To be called first in every transaction: brings the return's state up to the portal's now. */
export function settle(portal: Portal): void {
  for (const submission of due(portal)) conclude(portal, submission, workOff(portal, submission))
}

function workOff(portal: Portal, submission: Submission): Outcome {
  if (submission.doomed) return failed(submission.doomed)
  switch (submission.action) {
    case 'SAVE':
      return save(portal, { ...submission, at: submission.endsAt })
    case 'RESET':
      for (const section of sections) clear(portal, submission.key, section)
      dataChanged(portal, submission.key, submission.endsAt)
      return { word: 'P' }
    case 'PROCEED':
      nowReady(portal, submission.key, submission.nil)
      return { word: 'P' }
  }
}
