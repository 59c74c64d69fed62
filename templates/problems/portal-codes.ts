// The portal's error codes, keyed by operation and code: what each means, which kind of column it is about, what to do.
// The portal reuses codes with other texts, so its own message is always shown beside ours.
import type { Role } from '../tables/table.ts'

/** Calls of the portal as its codes know them. */
export type PortalOperation =
  | 'authenticate'
  | 'request-otp'
  | 'sign-in'
  | 'refresh'
  | 'sign-out'
  | 'save'
  | 'reset'
  | 'proceed'
  | 'status'
  | 'summary'
  | 'documents'
  | 'request-evc'
  | 'file'
  | 'track'
  | 'preference'

export interface PortalCode {
  readonly operations: readonly PortalOperation[] | 'any'
  readonly codes: readonly string[]
  readonly title: string
  readonly remedy: string
  /** The columns that turn red when the code comes back on a row of a save. */
  readonly roles?: readonly Role[]
}

/** Of a filing, a fault or delay of the portal says nothing: its outcome stays unknown until the portal is asked. */
const ALL_BUT_FILE: readonly PortalOperation[] = [
  'authenticate',
  'request-otp',
  'sign-in',
  'refresh',
  'sign-out',
  'save',
  'reset',
  'proceed',
  'status',
  'summary',
  'documents',
  'request-evc',
  'track',
  'preference',
]

const SIGN_IN_AGAIN =
  'Ask for a new OTP under Connect and sign in again; the work goes on from there. If this happens every day, log in at gst.gov.in, open My Profile → Manage API Access and choose 30 days.'

/** First match wins: narrower rows stand above wider ones. */
export const PORTAL_CODES: readonly PortalCode[] = [
  // sessions
  {
    operations: 'any',
    codes: ['AUTH403'],
    title: 'Too many sessions are open for this taxpayer',
    remedy:
      'Sign out in other software that uses the GST API for this GSTIN, or wait until those sessions end (at most 6 hours), then try again.',
  },
  {
    operations: 'any',
    codes: ['AUTH4033', 'AUTH4038', 'AUTH158', 'RET11401', 'RET11402', 'RETOTPREQUEST'],
    title: 'The session with the GST portal has ended',
    remedy: SIGN_IN_AGAIN,
  },
  {
    operations: 'any',
    codes: ['AUTH4034'],
    title: 'The OTP is not right',
    remedy:
      'Type the newest OTP from the phone or e-mail registered for the GSTIN, or ask for another.',
  },
  {
    operations: 'any',
    codes: ['AUTH4032', 'AUTH4041'],
    title: 'The portal user name does not belong to this GSTIN',
    remedy: 'Correct the user name under Connect: it is the name used to log in at gst.gov.in.',
  },
  {
    operations: 'any',
    codes: ['AUTH_9002', 'AUTH_9033', 'AUTH_9035', 'AUTH_9036'],
    title: 'The login at gst.gov.in does not work',
    remedy:
      'Log in at gst.gov.in with the taxpayer’s user name and mend what it asks for (password, lock), then ask for a new OTP.',
  },
  {
    operations: 'any',
    codes: ['AUTH150', 'AUTH151', 'RTN_27'],
    title: 'This login may not file GSTR-1 for this GSTIN and period',
    remedy: 'Use the taxpayer’s own login, and check GSTIN and period under Connect.',
  },
  {
    operations: 'any',
    codes: ['AUTH113', 'RTN_02', 'RET13511'],
    title: 'The portal does not accept the period or a date',
    remedy: 'Check the period under Connect and the dates in the sheets, then try again.',
  },
  {
    operations: 'any',
    codes: ['AUTH119'],
    title: 'An earlier return is not filed',
    remedy: 'File the earlier return first; the portal does not take this one before.',
  },
  {
    operations: 'any',
    codes: ['AUTH4037'],
    title: 'API access is switched off for this GSTIN',
    remedy:
      'Log in at gst.gov.in, open My Profile → Manage API Access, set Enable API Request to Yes for 30 days, then ask for the OTP again.',
  },
  {
    operations: 'any',
    codes: ['TEC4001', 'OTP0007'],
    title: 'The portal’s OTP server is down',
    remedy: 'Nothing is lost. Try again in some minutes.',
  },
  {
    operations: ['request-evc', 'file'],
    codes: ['EVCREQUEST'],
    title: 'The portal wants an EVC OTP first',
    remedy: 'Ask for the OTP, then type it within ten minutes.',
  },
  {
    operations: 'any',
    codes: ['OTP0006', 'OTP0010'],
    title: 'This PAN is not an authorised signatory of the GSTIN',
    remedy:
      'Under File, give the PAN of a person who is listed as authorised signatory on the portal, then ask for the OTP again.',
  },
  // filing
  {
    operations: 'any',
    codes: ['AUTH117', 'RT_FIL_02', 'RET00009', 'RET191183', 'RET12521', 'RTN_17'],
    title: 'This return is already filed',
    remedy:
      'Nothing more can be saved or filed for this period. The pane looks up the ARN; corrections go into the amendment tables of a later month.',
  },
  {
    operations: ['file'],
    codes: ['RET13506', 'RET13509'],
    title: 'The EVC OTP is wrong or has expired',
    remedy: 'Nothing was filed. Ask for a new OTP and type it within ten minutes.',
  },
  {
    operations: ['file'],
    codes: ['RET13501', 'RT_FIL_09', 'RET09001'],
    title: 'The portal’s summary changed after it was reviewed',
    remedy: 'Nothing was filed. Prepare again, review the new summary, then ask for a new OTP.',
  },
  {
    operations: ['file'],
    codes: ['RET13507'],
    title: 'The portal does not accept the signature',
    remedy: 'Nothing was filed. Ask for a new OTP and file again.',
  },
  {
    operations: ['file', 'request-evc'],
    codes: ['RT_FIL_31'],
    title: 'This taxpayer cannot sign with an EVC',
    remedy:
      'Companies sign with a DSC: press Sign on the portal, file there, then come back for the ARN.',
  },
  {
    operations: ['file'],
    codes: ['RT_FIL_10'],
    title: 'The return was not prepared for filing',
    remedy: 'Press Prepare for filing, review the summary, then file.',
  },
  {
    operations: ['file'],
    codes: ['RTN_FIL_28', 'RTN_FIL_29', 'RTN_FIL_30', 'RTDSC04', 'RTDSC05'],
    title: 'The portal found fault with a signing certificate',
    remedy:
      'Nothing was filed. No certificate is used here: ask for a new OTP and file again, or sign on the portal.',
  },
  {
    operations: ['summary', 'file'],
    codes: ['RT_FIL_25'],
    title: 'The portal is still working out its totals',
    remedy: 'Wait a minute and press Review again.',
  },
  {
    operations: ['proceed'],
    codes: ['RET00003'],
    title: 'The return is already prepared for filing',
    remedy: 'Go on to Review.',
  },
  {
    operations: ['proceed'],
    codes: ['RET192409'],
    title: 'An earlier GSTR-3B is not filed',
    remedy:
      'File the GSTR-3B of the earlier period first; the portal does not take this return before.',
  },
  {
    operations: 'any',
    codes: ['RET191251'],
    title: 'The portal is resetting this return',
    remedy: 'Wait until the reset is done (some minutes), then try again.',
  },
  {
    operations: ALL_BUT_FILE,
    codes: ['RET12523', 'RTN_11', 'RET191182'],
    title: 'The portal is already busy with this return',
    remedy: 'Wait some minutes and try again.',
  },
  {
    operations: ['documents', 'summary'],
    codes: ['RET11416', 'RET11417', 'RET13508', 'RET13509', 'RET13510'],
    title: 'The portal holds nothing here',
    remedy: 'Save the sheets first.',
  },
  {
    operations: ['track'],
    codes: ['RET13510', 'RET13508', 'RET13509'],
    title: 'The portal knows of no filing yet',
    remedy: 'It may take some minutes to appear; the pane goes on asking.',
  },
  {
    operations: ALL_BUT_FILE,
    codes: [
      'RET12501',
      'RET12502',
      'RET12503',
      'RET12504',
      'RET13504',
      'RET13505',
      'RET191164',
      'RET191165',
      'RET191166',
      'RET191192',
      'GSTN-EXEC2003',
    ],
    title: 'The GST portal has a fault of its own',
    remedy: 'Nothing is lost. Try again later.',
  },
  {
    operations: ['summary', 'documents'],
    codes: ['RTN_15', 'RTN_24', 'RTN_25', 'RTN_31', 'RTN_32'],
    title: 'The portal is still putting its answer together',
    remedy: 'Nothing is lost. Try again in some minutes.',
  },
  {
    operations: ALL_BUT_FILE,
    codes: [
      'AUTH141',
      'AUTH143',
      'AUTH154',
      'AUTH4035',
      'OTP0001',
      'OTP0002',
      'OTP0003',
      'OTP0004',
      'OTP0005',
      'OTP0008',
      'OTP0009',
      'OTP0011',
      'RET11400',
      'RET11403',
      'RET11404',
      'RET11405',
      'RET11406',
      'RET11407',
      'RET11408',
      'RET11409',
      'RET11410',
      'RET11411',
      'RET11420',
      'RET12505',
      'RET191101',
      'RET191102',
      'RET191103',
      'RET191104',
      'TEC4002',
      'LG9089',
    ],
    title: 'The portal did not understand the request',
    remedy:
      'Nothing was stored. Check GSTIN, period and PAN under Connect; if they are right, this is a fault of the program: please tell us the code.',
  },
  {
    operations: 'any',
    codes: ['RET12590'],
    title: 'The portal takes no saves on this date',
    remedy: 'Try again when the portal opens the period for saving.',
  },
  {
    operations: 'any',
    codes: ['RET191204'],
    title: 'Monthly or quarterly filing has not been chosen',
    remedy: 'Choose the filing preference for the quarter at gst.gov.in, then save again.',
  },
  // rows of a save
  {
    operations: ['save'],
    codes: ['RET191106'],
    title: 'The portal could not read what was sent',
    remedy:
      'Nothing was stored. This is most likely a fault of this program: keep the workbook and tell us the transaction number.',
  },
  {
    operations: ['save'],
    codes: ['RET191107', 'RET191131', 'RET191148'],
    title: 'The document has no line or no value',
    remedy: 'Give rate and taxable value for the document.',
    roles: ['taxable'],
  },
  {
    operations: ['save'],
    codes: ['RET191111'],
    title: 'The number was already reported in another period',
    remedy: 'Use a number not yet reported, or amend the earlier document in the amendment table.',
    roles: ['number'],
  },
  {
    operations: ['save'],
    codes: ['RET191112', 'RET191122', 'RET191135', 'RET191178', 'RET191179'],
    title: 'The place of supply does not fit',
    remedy:
      'Choose the state where the supply took place; it decides between IGST and CGST + SGST.',
    roles: ['pos'],
  },
  {
    operations: ['save'],
    codes: ['RET191160'],
    title: 'The place of supply is the taxpayer’s own state',
    remedy: 'Correct the place of supply, or report the sale in b2cs: table 5 is inter-state.',
    roles: ['pos'],
  },
  {
    operations: ['save'],
    codes: ['RET191124', 'RET191157', 'RET191159', 'RET191168', 'RET191197'],
    title: 'The portal does not know the original',
    remedy:
      'Copy number and date (or the month) of the original as they were reported, under the GSTIN they were reported for.',
    roles: ['original-number', 'original-date'],
  },
  {
    operations: ['save'],
    codes: ['RET191119', 'RET191125', 'RET191199', 'RET191200'],
    title: 'An amendment may not change this',
    remedy:
      'Receiver and type stay those of the original. Cancel it by an amendment to zero and report the right one anew.',
    roles: ['party', 'type', 'note-type'],
  },
  {
    operations: ['save'],
    codes: ['RET191198'],
    title: 'The original belongs to this same period',
    remedy: 'Delete the amendment and correct the document in its own table.',
    roles: ['original-number', 'original-date'],
  },
  {
    operations: ['save'],
    codes: ['RET191196'],
    title: 'The revised number is not accepted',
    remedy: 'Up to 16 letters, digits, - and /, and not used by another document.',
    roles: ['number'],
  },
  {
    operations: ['save'],
    codes: ['RET191110', 'RET191188'],
    title: 'The portal wants something that notes no longer carry',
    remedy:
      'Its rule is of an earlier form of notes. Save once more; if it stays, please tell us the code and the table.',
    roles: ['number'],
  },
  {
    operations: ['save'],
    codes: ['RET191143'],
    title: 'The portal took the row for an answer to a buyer',
    remedy: 'Nothing of it was stored. This is a fault of the program: please tell us the code.',
  },
  {
    operations: ['save'],
    codes: ['RET191180'],
    title: 'The invoice is too small for table 5',
    remedy:
      'Report it in b2cs, or correct the value; the limit is ₹1,00,000, before August 2024 ₹2,50,000.',
    roles: ['value'],
  },
  {
    operations: ['save'],
    codes: ['RET191176'],
    title: 'The portal does not accept the shipping bill’s date',
    remedy: 'It is not before the invoice and not in the future. Copy it from the shipping bill.',
    roles: ['shipping-bill'],
  },
  {
    operations: ['save'],
    codes: ['RET191193'],
    title: 'The note type is not accepted',
    remedy: 'Use C for a credit note or D for a debit note; refund vouchers are not reported.',
    roles: ['note-type'],
  },
  {
    operations: ['save'],
    codes: ['RET191113'],
    title: 'The portal does not accept this GSTIN',
    remedy: 'Check the GSTIN with the customer; it may not be your own.',
    roles: ['party'],
  },
  {
    operations: ['save'],
    codes: ['RET191360'],
    title: 'The customer’s GSTIN is inactive or cancelled',
    remedy:
      'Ask the customer for a GSTIN that was active on the invoice date; without one the supply belongs in B2C.',
    roles: ['party'],
  },
  {
    operations: ['save'],
    codes: [
      'RET191114',
      'RET191319',
      'RET191126',
      'RET191120',
      'RET191151',
      'RET191158',
      'RET191202',
    ],
    title: 'The portal does not accept the date',
    remedy:
      'The date must lie within the return’s month or earlier, not before the registration and not too old. Correct it, or report the document where it belongs.',
    roles: ['date'],
  },
  {
    operations: ['save'],
    codes: ['RET191115'],
    title: 'The portal does not accept the number or the date',
    remedy: 'Compare both with the document; a number has up to 16 letters, digits, - and /.',
    roles: ['number', 'date'],
  },
  {
    operations: ['save'],
    codes: ['RET191117', 'RET191172', 'RET191190'],
    title: 'The document or one of its rates appears twice',
    remedy:
      'Put all lines of one rate (in table 12: of one HSN, unit and rate) into one row, and each document number once.',
    roles: ['number', 'rate', 'hsn', 'uqc'],
  },
  {
    operations: ['save'],
    codes: ['RET191133', 'RET191134', 'RET191121', 'RET191123'],
    title: 'The number is already used on the portal',
    remedy: 'It is saved under another GSTIN or table. Delete it there, or use another number.',
    roles: ['number'],
  },
  {
    operations: ['save'],
    codes: ['RET191150'],
    title: 'IGST and CGST + SGST do not fit the place of supply',
    remedy:
      'Check place of supply and invoice type: within the state CGST + SGST, otherwise and for SEZ IGST.',
    roles: ['pos', 'type'],
  },
  {
    operations: ['save'],
    codes: ['RET191153', 'RET191154', 'RET191181', 'RET191189', 'RET191203'],
    title: 'The invoice type does not fit',
    remedy: 'Choose the type that fits the customer: regular, SEZ or deemed export.',
    roles: ['type'],
  },
  {
    operations: ['save'],
    codes: ['RET191152'],
    title: 'The e-commerce GSTIN is not accepted',
    remedy: 'Leave the column empty; sales through an operator are reported in table 14.',
    roles: ['operator'],
  },
  {
    operations: ['save'],
    codes: ['RET191175'],
    title: 'The rate is not in the portal’s list',
    remedy: 'Use the combined GST rate, such as 5, 18 or 40.',
    roles: ['rate'],
  },
  {
    operations: ['save'],
    codes: ['RET191205'],
    title: 'The tax does not match value and rate',
    remedy: 'Check rate, taxable value and, in table 12, the taxes of the row.',
    roles: ['rate', 'taxable', 'tax'],
  },
  {
    operations: ['save'],
    codes: ['RET191349', 'RET191350', 'RET191194'],
    title: 'The HSN code is not accepted',
    remedy: 'Use a code from the HSN list with enough digits for the turnover.',
    roles: ['hsn'],
  },
  {
    operations: ['save'],
    codes: ['RET191353', 'RET191195'],
    title: 'The unit is not accepted',
    remedy: 'Choose a unit from the list; services have NA.',
    roles: ['uqc'],
  },
  {
    operations: ['save'],
    codes: ['RET191355'],
    title: 'The quantity is not accepted',
    remedy: 'Services have quantity 0, goods a real one.',
    roles: ['quantity'],
  },
  {
    operations: ['save'],
    codes: ['RET191136'],
    title: 'GSTIN or period do not belong to this session',
    remedy: 'Sign out under Connect, check GSTIN and period, and sign in again.',
  },
  {
    operations: ['save'],
    codes: ['RET191170', 'RET191171', 'RET191184', 'RET191185'],
    title: 'The portal does not take this period yet',
    remedy: 'File the earlier return first, or wait until the period has begun.',
  },
]

export function portalCode(operation: string, code: string): PortalCode | undefined {
  return PORTAL_CODES.find(
    (entry) =>
      entry.codes.includes(code) &&
      (entry.operations === 'any' || entry.operations.some((known) => known === operation)),
  )
}
