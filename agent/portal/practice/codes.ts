// The portal's codes that the practice portal can answer with. The texts are ours; the codes are GSTN's.

export const codes = {
  // session and OTP
  AUTH403: 'Too many sessions are open for this user. Log out of one of them, or wait.',
  AUTH4033: 'The session is not valid.',
  AUTH4034: 'The OTP is wrong.',
  AUTH4037: 'API access is not switched on for this GSTIN on the portal, or has run out.',
  AUTH4038: 'The session has run out.',
  AUTH4041: 'This user name belongs to another GSTIN.',
  OTP0006: 'The PAN does not match.',
  OTP0010: 'This PAN is not an authorised signatory of the GSTIN.',
  RT_FIL_31: 'Not authorised to file with EVC. A company signs with DSC.',
  RET13506: 'The EVC OTP is wrong or has run out.',

  // the return as a whole
  AUTH117: 'GSTR-1 of this period is already filed.',
  RET00003: 'The return is already ready to file.',
  RET00009: 'The return is already filed.',
  RET09001: 'The latest summary is missing: the data changed since proceed.',
  RET11416: 'No document found for the selection.',
  RET11417: 'No document found for the selection.',
  RET13501: 'The checksum does not match the latest summary.',
  RET13510: 'Nothing found for this request.',
  RET191106: 'The JSON does not follow the schema.',
  RET191136: 'The GSTIN or the period differs from that of the session or the address.',
  RET191148: 'There is no section data.',
  RET191184: 'The period is before GST began.',
  RET191185: 'The period has not begun.',
  RET191251: 'A reset is under way. Try again later.',
  RT_FIL_02: 'GSTR-1 is already filed.',
  RT_FIL_10: 'Proceed to file first.',
  RT_FIL_25: 'Checksums are still being made. Ask for the summary again.',
  /** Not GSTN's: no public source tells how it refuses a nil return over saved data. */
  PRACTICE_NIL: 'The period has saved data, so it is no nil return. Reset it first.',
  /** Not GSTN's either: its own tool leaves the other sections out and never meets a refusal. */
  PRACTICE_IFF:
    'In the first two months of a quarter, a quarterly filer saves documents to registered buyers and e-commerce only. The rest goes into the last month.',

  // only where a fault orders them: what leads to them lies outside the return, or in the portal's own health
  AUTH158: 'The authorisation failed.',
  OTP0007: 'The OTP server is down.',
  RET11402: 'The authorisation failed. Sign in again.',
  RET12501: 'The system failed. Try again later.',
  RET12523: 'The return is being submitted.',
  RET13504: 'Try again later.',
  RET13508: 'Nothing found.',
  RET13509: 'Nothing found, or the EVC OTP has run out.',
  RET191170: 'File the earlier return first.',
  RET191204: 'Choose the filing preference first.',
  RET192409: 'GSTR-3B of an earlier period is not filed.',
  RTN_24: 'The file is still being put together.',
  RT_FIL_09: 'The signed summary is not the latest.',
  TEC4001: 'The OTP server is down.',

  // rows
  RET191107: 'The document has no line.',
  RET191112: 'The place of supply is not valid.',
  RET191113: 'The GSTIN of the receiver is not valid, or is your own.',
  RET191114:
    'The date is not valid: after the tax period, over 18 months old, or before GST began.',
  RET191115:
    'The date of the note is not valid: after the tax period, over 18 months old, or before GST began.',
  RET191117: 'A rate, or a combination of HSN, unit and rate, appears more than once.',
  RET191119: 'The receiver is another than in the original.',
  RET191120: 'The revised date is not valid: after the tax period, or before GST began.',
  RET191121: 'The revised number is that of another document, filed before.',
  RET191122: 'The place of supply is another than in the original.',
  RET191123: 'The revised note number is that of another note, filed before.',
  RET191124: 'The original record was not found.',
  RET191126: 'The date of the revised note is not valid.',
  RET191133: 'This number is saved under another GSTIN or type. Delete it there first.',
  RET191134: 'This number exists in another section.',
  RET191150: 'IGST, CGST and SGST do not agree with the place of supply and the type.',
  RET191152: 'The GSTIN of the e-commerce operator is not valid.',
  RET191153: 'The supply type is not valid.',
  RET191154: 'The supply type is not valid for the place of supply.',
  RET191157: 'The original record of b2cs was not found.',
  RET191158: 'The original date is not valid, or not that of the original.',
  RET191159: 'The original note was not found.',
  RET191160: 'The place of supply is your own state, so the supply is not inter-state.',
  RET191168: 'The original record of advances received was not found.',
  RET191172: 'A line number appears more than once in the document.',
  RET191175: 'The rate is not in the rate list.',
  RET191176:
    'The shipping bill is not valid: number and date go together, and it is not older than the invoice.',
  // The portal's own text still tells the old limit.
  RET191180: 'The invoice value is not above the limit of Rs. 2.5 lakh.',
  RET191181: 'The invoice type is not valid.',
  RET191189: 'A supply to a SEZ is inter-state: IGST only, and none without payment of tax.',
  RET191190: 'The same number or row appears more than once.',
  RET191193: 'The note type R is not allowed.',
  RET191197: 'The original record of advances adjusted was not found.',
  RET191198: 'Original and revised are of one period. Change it where it is instead.',
  RET191199: 'An amendment cannot make a credit note a debit note, or the other way round.',
  RET191200: 'An amendment cannot change the party of a note.',
  RET191203: 'The document number is not valid.',
  RET191205: 'The tax does not match taxable value and rate.',
  RET191349: 'The HSN is missing or not valid.',
  RET191350: 'The HSN has too few digits for your turnover.',
  RET191353: 'The UQC is not valid.',
  RET191355: 'The quantity is not valid. For services it is 0.',
  RET191360: 'The GSTIN of the receiver is not active.',
  /** Not GSTN's: the rules are its own tool's, which knows no code for them. */
  PRACTICE_SIGNS: 'Some amounts of the row are negative and some positive.',
  PRACTICE_DOCS:
    'More documents are cancelled than issued, or the net number is not the difference.',
} as const

export type PortalCode = keyof typeof codes
