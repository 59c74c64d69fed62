// Every command: what follows its name, which options it needs and takes, and what it does. Help and usage come from here.
import { runFiledOnPortal, runNotFiled, runProceed, runReset, runSignedOnPortal } from './acts.ts'
import type { Run } from './at-desk.ts'
import { runDiff } from './diff.ts'
import { runFile, runReview } from './file.ts'
import { runConnect, runGoLive } from './installation.ts'
import { runPull, runStatus, runSummary, runTrack } from './looks.ts'
import type { OptionName } from './options.ts'
import { runCheck, runJson } from './read-file.ts'
import { runStart } from './run-agent.ts'
import { runSave } from './save.ts'
import { runSheets } from './sheets.ts'
import { runLogin, runLogout } from './sign-in.ts'
import { runDoctor, runTrust, runUntrust } from './computer.ts'
import { runTaxpayer } from './taxpayer.ts'
import { runTemplate } from './template.ts'

export interface Command {
  readonly name: string
  /** What stands beside the options: files. */
  readonly words?: readonly string[]
  readonly needs?: readonly OptionName[]
  readonly takes: readonly OptionName[]
  readonly help: string
  readonly run: Run
}

const WHERE = ['data', 'environment', 'json'] as const
const WAITING = [...WHERE, 'timeout'] as const
const OF_RETURN = ['gstin', 'period'] as const

export const COMMANDS: readonly Command[] = [
  {
    name: 'start',
    takes: ['open', 'port', 'data', 'environment'],
    help: 'Runs the agent, for the pane in Excel and the preview.',
    run: runStart,
  },
  {
    name: 'check',
    words: ['BOOK.xlsx'],
    needs: OF_RETURN,
    takes: ['table', 'sez', 'quarterly', 'gt', 'json'],
    help: 'Checks a workbook, or one table as CSV, without a portal. 0: no errors, 1: errors.',
    run: runCheck,
  },
  {
    name: 'json',
    words: ['BOOK.xlsx'],
    needs: OF_RETURN,
    takes: ['table', 'gt', 'cur-gt', 'sez', 'quarterly', 'json'],
    help: 'Writes the exact payload to standard output, notes to standard error.',
    run: runJson,
  },
  {
    name: 'template',
    needs: ['period', 'out'],
    takes: ['quarterly', 'force', 'json'],
    help: 'Writes an empty workbook with the sheets of the period, to be filled in.',
    run: runTemplate,
  },
  {
    name: 'sheets',
    words: ['RETURN.json'],
    needs: ['out'],
    takes: [...OF_RETURN, 'sez', 'quarterly', 'force', 'json'],
    help: 'Writes a payload, what the portal holds, or its error report as a workbook, errors marked. 0: all of it, 1: not all.',
    run: runSheets,
  },
  {
    name: 'diff',
    words: ['A', 'B'],
    takes: [...OF_RETURN, 'gt', 'sez', 'quarterly', 'json'],
    help: 'Compares two returns by meaning, each a workbook or JSON. 0: they say the same, 1: they differ.',
    run: runDiff,
  },
  {
    name: 'connect',
    needs: ['environment'],
    takes: ['data', 'json'],
    help: 'Stores a Sandbox key and secret, read as two lines from standard input.',
    run: runConnect,
  },
  {
    name: 'taxpayer',
    needs: ['gstin'],
    takes: ['username', 'gt', 'cur-gt', 'sez', 'no-sez', 'quarterly', 'monthly', 'pan', ...WHERE],
    help: 'Shows or sets what rules and portal need to know about a GSTIN.',
    run: runTaxpayer,
  },
  {
    name: 'login',
    needs: ['gstin'],
    takes: ['send-otp', 'otp-stdin', ...WHERE],
    help: 'Signs in: has the portal send an OTP, and reads it from standard input.',
    run: runLogin,
  },
  {
    name: 'logout',
    needs: ['gstin'],
    takes: WHERE,
    help: 'Ends the session with the portal.',
    run: runLogout,
  },
  {
    name: 'save',
    words: ['BOOK.xlsx'],
    needs: OF_RETURN,
    takes: ['dry-run', 'removals', 'overwrite', 'take-over', 'no-wait', ...WAITING],
    help: 'Sends what changed to the portal and waits for its verdict. 0: the portal holds all, 1: not all.',
    run: runSave,
  },
  {
    name: 'status',
    needs: OF_RETURN,
    takes: ['wait', ...WAITING],
    help: 'Says where the return stands; --wait goes on with what is open.',
    run: runStatus,
  },
  {
    name: 'summary',
    needs: OF_RETURN,
    takes: ['form', ...WHERE],
    help: 'The portal’s own totals of the return.',
    run: runSummary,
  },
  {
    name: 'pull',
    needs: OF_RETURN,
    takes: ['out', ...WHERE],
    help: 'What the portal holds of the return, as its own JSON. 4: some is still being prepared.',
    run: runPull,
  },
  {
    name: 'reset',
    needs: OF_RETURN,
    takes: ['confirm', ...WAITING],
    help: 'Has the portal forget everything saved for the period, after the typed word RESET.',
    run: runReset,
  },
  {
    name: 'proceed',
    needs: OF_RETURN,
    takes: ['nil', 'confirm', ...WAITING],
    help: 'Prepares the return for filing; with --nil as one without any supplies, after the typed word NIL.',
    run: runProceed,
  },
  {
    name: 'review',
    needs: OF_RETURN,
    takes: WHERE,
    help: 'The portal’s totals beside the sheets’, to the paisa. 0: they agree, 1: they differ.',
    run: runReview,
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
    run: runFile,
  },
  {
    name: 'track',
    needs: OF_RETURN,
    takes: WHERE,
    help: 'Whether the portal lists the return as filed. 0: filed, 1: not listed, 4: no information.',
    run: runTrack,
  },
  {
    name: 'signed-on-portal',
    needs: OF_RETURN,
    takes: WAITING,
    help: 'You signed with DSC on gst.gov.in: fetches the ARN.',
    run: runSignedOnPortal,
  },
  {
    name: 'not-filed',
    needs: OF_RETURN,
    takes: ['confirm', ...WAITING],
    help: 'The outcome of a filing is lost and gst.gov.in does not show it: the typed words NOT FILED.',
    run: runNotFiled,
  },
  {
    name: 'filed-on-portal',
    needs: [...OF_RETURN, 'arn'],
    takes: WAITING,
    help: 'The outcome of a filing is lost and gst.gov.in shows it, with this ARN.',
    run: runFiledOnPortal,
  },
  {
    name: 'go-live',
    takes: ['data', 'json'],
    help: 'Switches this installation to the live portal, after a typed word.',
    run: runGoLive,
  },
  {
    name: 'trust',
    takes: ['data', 'port'],
    help: 'Trusts the certificate of https://localhost for this user.',
    run: runTrust,
  },
  {
    name: 'untrust',
    takes: ['data', 'port'],
    help: 'Takes that trust back.',
    run: runUntrust,
  },
  {
    name: 'doctor',
    takes: ['port', 'data', 'json'],
    help: 'Says what this installation has and what it lacks.',
    run: runDoctor,
  },
]
