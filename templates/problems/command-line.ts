// What to type on the command line, for problems whose remedy in the catalogue is a button of the pane.
import type { Problem } from './problem.ts'

const REMEDIES: Readonly<Record<string, string>> = {
  'sign-in-needed': 'Sign in: gstr1 login --gstin {gstin}.',
  'session-short': 'Sign out and in again: gstr1 logout, then gstr1 login.',
  'taxpayer-unknown': 'Tell them: gstr1 taxpayer --gstin {gstin} --username … --gt … --cur-gt ….',
  'signatory-missing': 'Tell it: gstr1 taxpayer --gstin … --pan PAN.',
  'keys-missing': 'Store key and secret: gstr1 connect.',
  'workbook-of-another-gstin': 'Give the workbook of {gstin}, or --gstin {bound}.',
  'another-workbook':
    'Look at what would be removed (--dry-run); if this workbook holds the whole return, save it with --take-over.',
  'removals-not-typed': 'Allow them with --removals {removals}, or put the missing rows back.',
  'plan-outdated': 'Run the command again.',
  'nothing-saved': 'Save the workbook first: gstr1 save.',
  'not-prepared': 'Run gstr1 proceed.',
  'live-not-tried': 'Run gstr1 save, gstr1 reset and gstr1 save again; after that filing is open.',
  'not-reviewed': 'Run gstr1 review.',
  'summary-changed': 'Look at it again: gstr1 review. Nothing was filed.',
  'held-back-locks':
    'Correct them and save, or file without them: --leave-out (gstr1 status names them).',
  'company-needs-dsc':
    'File it on gst.gov.in with the DSC, then run gstr1 signed-on-portal to fetch the ARN.',
  'otp-not-requested': 'Ask for one: gstr1 file, or gstr1 file --send-otp.',
  'filing-did-not-happen': 'Review again and file: gstr1 review, gstr1 file.',
  'no-arn-yet': 'Wait some minutes after signing on the portal, then run the command again.',
  'outcome-unknown':
    'It is being asked; nothing is sent again before that is clear. Run gstr1 status or gstr1 track later.',
  busy: 'Wait until it is done: gstr1 status --wait.',
  'already-running':
    'Wait until it is done, or give --data and another folder. Several commands at once work through one gstr1 start.',
  'bad-request': 'Compare what was typed with --help.',
}

/** `undefined` where the catalogue's own remedy serves here too. */
export const commandRemedy = ({ code, facts }: Problem): string | undefined =>
  REMEDIES[code]?.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '…'))
