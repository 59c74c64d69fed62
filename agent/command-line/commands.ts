// Every command: what follows its name, which options it needs and takes, and what it does. Help and usage come from here.
import type { Run } from './at-desk.ts'
import type { OptionName } from './options.ts'

export interface Command {
  readonly name: string
  /** What stands beside the options: files. */
  readonly words?: readonly string[]
  readonly needs?: readonly OptionName[]
  readonly takes: readonly OptionName[]
  readonly help: string
  readonly run: Run
}

/** Loaded when it is run: agent, database and workbook writer take longer to load than most commands to do. */
const from =
  <M>(load: () => Promise<M>, pick: (module: M) => Run): Run =>
  async (call) =>
    pick(await load())(call)

const WHERE = ['data', 'environment', 'json'] as const
const WAITING = [...WHERE, 'timeout'] as const
const OF_RETURN = ['gstin', 'period'] as const

export const COMMANDS: readonly Command[] = [
  {
    name: 'start',
    takes: ['open', 'port', 'data', 'environment'],
    help: 'Runs the agent, for the pane in Excel and the preview.',
    run: from(
      () => import('./run-agent.ts'),
      ({ runStart }) => runStart,
    ),
  },
  {
    name: 'check',
    words: ['BOOK.xlsx'],
    needs: OF_RETURN,
    takes: ['table', 'sez', 'quarterly', 'gt', 'json'],
    help: 'Checks a workbook, or one table as CSV, without a portal. 0: no errors, 1: errors.',
    run: from(
      () => import('./read-file.ts'),
      ({ runCheck }) => runCheck,
    ),
  },
  {
    name: 'json',
    words: ['BOOK.xlsx'],
    needs: OF_RETURN,
    takes: ['table', 'gt', 'cur-gt', 'sez', 'quarterly', 'json'],
    help: 'Writes the exact payload to standard output, notes to standard error.',
    run: from(
      () => import('./read-file.ts'),
      ({ runJson }) => runJson,
    ),
  },
  {
    name: 'template',
    needs: ['period', 'out'],
    takes: ['quarterly', 'force', 'json'],
    help: 'Writes an empty workbook with the sheets of the period, to be filled in.',
    run: from(
      () => import('./template.ts'),
      ({ runTemplate }) => runTemplate,
    ),
  },
  {
    name: 'sheets',
    words: ['RETURN.json'],
    needs: ['out'],
    takes: [...OF_RETURN, 'sez', 'quarterly', 'force', 'json'],
    help: 'Writes a payload, what the portal holds, or its error report as a workbook, errors marked; - reads standard input. 0: all of it, 1: not all.',
    run: from(
      () => import('./sheets.ts'),
      ({ runSheets }) => runSheets,
    ),
  },
  {
    name: 'diff',
    words: ['A', 'B'],
    takes: [...OF_RETURN, 'gt', 'sez', 'quarterly', 'json'],
    help: 'Compares two returns by meaning, each a workbook or JSON (- from standard input). 0: they say the same, 1: they differ.',
    run: from(
      () => import('./diff.ts'),
      ({ runDiff }) => runDiff,
    ),
  },
  {
    name: 'connect',
    needs: ['environment'],
    takes: ['data', 'json'],
    help: 'Stores a Sandbox key and secret, read as two lines from standard input.',
    run: from(
      () => import('./installation.ts'),
      ({ runConnect }) => runConnect,
    ),
  },
  {
    name: 'taxpayer',
    needs: ['gstin'],
    takes: ['username', 'gt', 'cur-gt', 'sez', 'no-sez', 'quarterly', 'monthly', 'pan', ...WHERE],
    help: 'Shows or sets what rules and portal need to know about a GSTIN.',
    run: from(
      () => import('./taxpayer.ts'),
      ({ runTaxpayer }) => runTaxpayer,
    ),
  },
  {
    name: 'login',
    needs: ['gstin'],
    takes: ['send-otp', 'otp-stdin', ...WHERE],
    help: 'Signs in: has the portal send an OTP, and reads it from standard input.',
    run: from(
      () => import('./sign-in.ts'),
      ({ runLogin }) => runLogin,
    ),
  },
  {
    name: 'logout',
    needs: ['gstin'],
    takes: WHERE,
    help: 'Ends the session with the portal.',
    run: from(
      () => import('./sign-in.ts'),
      ({ runLogout }) => runLogout,
    ),
  },
  {
    name: 'save',
    words: ['BOOK.xlsx'],
    needs: OF_RETURN,
    takes: ['dry-run', 'removals', 'overwrite', 'take-over', 'no-wait', ...WAITING],
    help: 'Sends what changed to the portal and waits for its verdict. 0: the portal holds all, 1: not all.',
    run: from(
      () => import('./save.ts'),
      ({ runSave }) => runSave,
    ),
  },
  {
    name: 'stop-saving',
    needs: OF_RETURN,
    takes: WAITING,
    help: 'Keeps back what a save has not yet sent; what was sent is followed to its verdict.',
    run: from(
      () => import('./acts.ts'),
      ({ runStopSaving }) => runStopSaving,
    ),
  },
  {
    name: 'undo',
    needs: OF_RETURN,
    takes: ['dry-run', 'removals', 'overwrite', 'no-wait', ...WAITING],
    help: 'Sends back what the portal held before the last save. 0: the portal holds it again, 1: not all.',
    run: from(
      () => import('./save.ts'),
      ({ runUndo }) => runUndo,
    ),
  },
  {
    name: 'status',
    needs: OF_RETURN,
    takes: ['wait', ...WAITING],
    help: 'Says where the return stands; --wait goes on with what is open.',
    run: from(
      () => import('./looks.ts'),
      ({ runStatus }) => runStatus,
    ),
  },
  {
    name: 'summary',
    needs: OF_RETURN,
    takes: ['form', ...WHERE],
    help: 'The portal’s own totals of the return.',
    run: from(
      () => import('./looks.ts'),
      ({ runSummary }) => runSummary,
    ),
  },
  {
    name: 'pull',
    needs: OF_RETURN,
    takes: ['out', 'force', ...WHERE],
    help: 'What the portal holds of the return, as its own JSON. 4: some is still being prepared.',
    run: from(
      () => import('./looks.ts'),
      ({ runPull }) => runPull,
    ),
  },
  {
    name: 'reconcile',
    words: ['BOOK.xlsx'],
    needs: OF_RETURN,
    takes: WHERE,
    help: 'Compares a workbook with what the portal holds now, document by document. 0: the same, 1: not, 4: not all was told yet.',
    run: from(
      () => import('./reconcile.ts'),
      ({ runReconcile }) => runReconcile,
    ),
  },
  {
    name: 'reset',
    needs: OF_RETURN,
    takes: ['confirm', ...WAITING],
    help: 'Has the portal forget everything saved for the period, after the typed word RESET.',
    run: from(
      () => import('./acts.ts'),
      ({ runReset }) => runReset,
    ),
  },
  {
    name: 'proceed',
    needs: OF_RETURN,
    takes: ['nil', 'confirm', ...WAITING],
    help: 'Prepares the return for filing; with --nil as one without any supplies, after the typed word NIL.',
    run: from(
      () => import('./acts.ts'),
      ({ runProceed }) => runProceed,
    ),
  },
  {
    name: 'review',
    needs: OF_RETURN,
    takes: WHERE,
    help: 'The portal’s totals beside the sheets’, to the paisa. 0: they agree, 1: they differ.',
    run: from(
      () => import('./file.ts'),
      ({ runReview }) => runReview,
    ),
  },
  {
    name: 'file',
    needs: OF_RETURN,
    takes: [
      'confirm',
      'checksum',
      'with-differences',
      'leave-out',
      'send-otp',
      'otp-stdin',
      ...WAITING,
    ],
    help: 'Files with an EVC OTP, read from standard input, and the last four characters of the GSTIN (--confirm). Writes the ARN.',
    run: from(
      () => import('./file.ts'),
      ({ runFile }) => runFile,
    ),
  },
  {
    name: 'track',
    needs: OF_RETURN,
    takes: WHERE,
    help: 'Whether the portal lists the return as filed. 0: filed, 1: not listed, 4: no information.',
    run: from(
      () => import('./looks.ts'),
      ({ runTrack }) => runTrack,
    ),
  },
  {
    name: 'signed-on-portal',
    needs: OF_RETURN,
    takes: WAITING,
    help: 'You signed with DSC on gst.gov.in: fetches the ARN.',
    run: from(
      () => import('./acts.ts'),
      ({ runSignedOnPortal }) => runSignedOnPortal,
    ),
  },
  {
    name: 'not-filed',
    needs: OF_RETURN,
    takes: ['confirm', ...WAITING],
    help: 'The outcome of a filing is lost and gst.gov.in does not show it: the typed words NOT FILED.',
    run: from(
      () => import('./acts.ts'),
      ({ runNotFiled }) => runNotFiled,
    ),
  },
  {
    name: 'filed-on-portal',
    needs: [...OF_RETURN, 'arn'],
    takes: WAITING,
    help: 'The outcome of a filing is lost and gst.gov.in shows it, with this ARN.',
    run: from(
      () => import('./acts.ts'),
      ({ runFiledOnPortal }) => runFiledOnPortal,
    ),
  },
  {
    name: 'go-live',
    takes: ['data', 'json'],
    help: 'Switches this installation to the live portal, after a typed word.',
    run: from(
      () => import('./installation.ts'),
      ({ runGoLive }) => runGoLive,
    ),
  },
  {
    name: 'trust',
    takes: ['data', 'port'],
    help: 'Trusts the certificate of https://localhost for this user.',
    run: from(
      () => import('./computer.ts'),
      ({ runTrust }) => runTrust,
    ),
  },
  {
    name: 'untrust',
    takes: ['data', 'port'],
    help: 'Takes that trust back.',
    run: from(
      () => import('./computer.ts'),
      ({ runUntrust }) => runUntrust,
    ),
  },
  {
    name: 'doctor',
    takes: ['port', 'data', 'json'],
    help: 'Says what this installation has and what it lacks.',
    run: from(
      () => import('./computer.ts'),
      ({ runDoctor }) => runDoctor,
    ),
  },
]
