// Prepare, leave out, EVC, file: each press one operation.
import { ask, onReturn, say } from '../act.ts'
import { change, pane } from '../state.ts'
import { follow, followWork, takeReturn } from '../work/follow-work.ts'

export const prepare = (): Promise<void> =>
  onReturn('prepare', async (of) => {
    change({ review: undefined, sectionRows: undefined })
    follow(await ask('prepare', of))
  })

export const NIL = 'NIL'

/** Prepares a return without any supplies, which has no review. */
export const prepareNil = (): Promise<void> =>
  onReturn('prepare', async (of) => {
    change({ review: undefined, sectionRows: undefined })
    follow(await ask('prepareNil', { ...of, confirmation: NIL }))
  })

/** Stands for the checksum of the summary that a nil return does not have. */
export const NIL_CHECKSUM = 'nil'

export const leaveOut = (documents: readonly string[]): Promise<void> =>
  onReturn('leave-out', async (of) => {
    follow(await ask('leaveOut', { ...of, documents: [...documents] }))
  })

export const requestEvc = (checksum: string): Promise<void> =>
  onReturn('evc', async (of) => {
    const view = await ask('requestEvc', { ...of, checksum })
    if (view === undefined) return
    takeReturn(view)
    say('The EVC OTP is on its way. Type it when it arrives.')
  })

/** Typed to file what the portal holds though the sheets hold something else. */
export const WITH_DIFFERENCE = 'FILE WITH THIS DIFFERENCE'

/** The user has typed it under this review. */
export const acceptDifference = (checksum: string): void => change({ acceptedDifference: checksum })

/** Files, once. Nothing here repeats it: an answer that is lost is looked up, not sent again. */
export const file = (checksum: string, otp: string, confirmation: string): Promise<void> =>
  onReturn('file', async (of) => {
    const isAccepted = pane().acceptedDifference === checksum
    const view = await ask('file', {
      ...of,
      checksum,
      otp,
      confirmation,
      ...(isAccepted && { differences: WITH_DIFFERENCE }),
    })
    if (view === undefined) void followWork()
    else follow(view)
  })

/** The word that says one has looked on the portal itself. */
export const NOT_FILED = 'NOT FILED'

/** A person looked on the portal and the lost filing is not there: another may be begun. */
export const notFiled = (): Promise<void> =>
  onReturn('not-filed', async (of) => {
    follow(await ask('notFiled', { ...of, confirmation: NOT_FILED }))
  })

/** A person read the ARN of the lost filing on the portal. It counts once the portal tells us the same. */
export const filedOnPortal = (arn: string): Promise<void> =>
  onReturn('filed-on-portal', async (of) => {
    follow(await ask('filedOnPortal', { ...of, arn }))
  })

export const signedOnPortal = (): Promise<void> =>
  onReturn('signed', async (of) => {
    follow(await ask('signedOnPortal', of))
  })
