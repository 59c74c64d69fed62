// The sentences of every problem, in English: what happened, and what to do next. The one home of words for people.
import { sentenceFrom, type Catalogue, type Entry, type Sentence } from './catalogue.ts'
import { PORTAL_CODES } from './portal-codes.ts'
import type { Problem } from './problem.ts'

const SENTENCES: Readonly<Record<string, Entry>> = {
  // cells
  'cell-missing': ['{column} is empty', 'This row has no {column}.', 'Fill in the cell.'],
  'cell-error': [
    'The cell shows {found}',
    'Excel could not work out {column}.',
    'Correct the formula, or type the value.',
  ],
  'cell-not-calculated': [
    'The formula was never calculated',
    'The file holds a formula for {column} without its result.',
    'Open the workbook in Excel, save it, and read it again.',
  ],
  'gstin-length': [
    'A GSTIN has 15 characters',
    '“{found}” has {length}.',
    'Copy the GSTIN from the customer’s registration or invoice.',
  ],
  'gstin-form': [
    'This is not the form of a GSTIN',
    '“{found}” does not follow the pattern (state code, PAN, entity, Z, check character).',
    'Copy the GSTIN from the customer’s registration or invoice.',
  ],
  'gstin-state': [
    'No state has this code',
    '“{found}” begins with {code}. A GSTIN begins with the code of a state, 01 to 38 or 97, or with 99 for the centre.',
    'Copy the GSTIN from the customer’s registration or invoice.',
  ],
  'gstin-check-character': [
    'The GSTIN has a typing mistake',
    '“{found}” does not pass its own check: with these first 14 characters the last would be {expected}.',
    'Compare it with the customer’s GSTIN, letter by letter.',
  ],
  'gstin-tidied': [
    'GSTIN tidied',
    '“{found}” was read as {used}.',
    'Nothing to do, unless that is wrong.',
  ],
  'gstin-is-own': [
    'This is your own GSTIN',
    '{gstin} is the taxpayer of this return.',
    'Put the GSTIN of the other party; a supply to yourself is not reported here.',
  ],
  'number-too-long': [
    'The number is too long',
    '“{found}” has {length} characters; the law allows 16 (rule 46).',
    'Use the number that is printed on the document; if it is longer than 16, the document needs another number.',
  ],
  'number-characters': [
    'The number has a character that is not allowed',
    '“{found}”: only letters, digits, - and / are allowed (rule 46).',
    'Compare it with the document. If it fits, {try} would be accepted.',
  ],
  'number-letters': [
    'The number has a character that is not allowed',
    '“{found}”: only letters A to Z, digits, - and / are allowed (rule 46).',
    'Use the number that is printed on the document, in these letters.',
  ],
  'number-zero': [
    'The number has nothing but zeros',
    '“{found}” is not accepted by the portal.',
    'Use the number that is printed on the document.',
  ],
  'number-lost-digits': [
    'Excel has changed this number',
    '“{found}” is not what was typed: Excel keeps only 15 digits of a number.',
    'Format the column as text and type the number again.',
  ],
  'number-shown-otherwise': [
    'Excel shows another number than it holds',
    'The cell holds {found}; its format shows that as a date, or with something added.',
    'Format the column as text and type the number as it is printed on the document.',
  ],
  'number-under-two-parties': [
    'One number for two customers',
    '{number} stands under {parties}. The portal keeps only one of them.',
    'Correct the number or the GSTIN of one of the two.',
  ],
  'number-in-two-places': [
    'One number for two documents',
    '{number} stands in {places}. The portal keeps only one of them.',
    'Correct the number of one of them; if it is one document, delete it where it does not belong.',
  ],
  'date-not-a-date': [
    'This is not a date',
    '“{found}” cannot be read as a date since July 2017.',
    'Type the date as 05-Oct-2026.',
  ],
  'date-two-ways': [
    'The date can be read two ways',
    '“{found}” is text: {dayFirst%} or {monthFirst%}.',
    'Type it with the month’s name, such as 05-Oct-2026.',
  ],
  'date-from-text': [
    'Date read from text',
    '“{found}” was read as {understood%}.',
    'Nothing to do, unless that is wrong.',
  ],
  'date-after-period': [
    'The date lies after the return’s month',
    '{date%} is later than {last%}.',
    'Correct the date, or report the document in its own month.',
  ],
  'date-before-period': [
    'The date lies before the return’s month',
    '{date%} is earlier than {first%}. A document may be reported late, in the return of a later month.',
    'Nothing to do, if it was not reported in its own month; otherwise correct the date or delete the row.',
  ],
  'dates-of-another-month': [
    'Is this the right month?',
    '{count} of {of} documents are dated in {found%}; this is the return of {month%}.',
    'If the workbook is of {found%}, choose that month before anything is saved.',
  ],
  'date-over-eighteen-months': [
    'The date is more than 18 months old',
    '{date%} lies {months} months back; the portal may refuse it.',
    'Check the date.',
  ],
  'amount-not-a-number': [
    'This is not an amount',
    '“{found}” cannot be read as a number.',
    'Type the amount in rupees.',
  ],
  'amount-negative': [
    'Negative amounts are not accepted here',
    'The cell holds ₹{found₹}.',
    'A reduction is reported as a credit note (cdnr; cdnur for B2CL and exports); otherwise remove the minus sign.',
  ],
  'note-amount-negative': [
    'Notes carry positive amounts',
    'The cell holds ₹{found₹}. Whether a note adds or takes away is said by its type.',
    'Type ₹{positive₹}, with note type C for a credit note or D for a debit note.',
  ],
  'note-taxable-zero': [
    'A note needs a taxable value',
    'The taxable value is 0, which the portal does not accept on a note.',
    'Type the amount by which the supply changes, or delete the row.',
  ],
  'amount-too-large': [
    'The amount is too large',
    '₹{found₹} has more than {digits} digits before the point.',
    'Check the amount.',
  ],
  'amount-rounded': [
    'Rounded to the paisa',
    '{found} is sent as ₹{used₹}.',
    'Round the amount in the sheet if that is not meant.',
  ],
  'amount-shown-rounded': [
    'The cell shows less than it holds',
    '₹{used₹} is sent, paise included; the cell’s format hides them.',
    'Nothing to do, unless whole rupees are meant.',
  ],
  'amount-from-text': [
    'Amount read from text',
    '“{found}” was read as ₹{used₹}.',
    'Nothing to do, unless that is wrong.',
  ],
  'pos-unknown': [
    'Unknown place of supply',
    '“{found}” is no state of the list.',
    'Choose the state from the list, such as 29-Karnataka.',
  ],
  'pos-contradicts': [
    'Code and name of the state differ',
    '“{found}”: the code says {code}, the name {named}.',
    'Choose the state from the list.',
  ],
  'pos-from-name': [
    'Place of supply read from its name',
    '“{found}” was read as {used}.',
    'Nothing to do, unless that is wrong.',
  ],
  'pos-retired': [
    '25-Daman & Diu has merged into 26',
    'Since 26-01-2020 new registrations use 26.',
    'Use 26 unless the portal shows 25 for this customer.',
  ],
  'pos-own-state': [
    'The place of supply is your own state',
    'State {state} is your own; this table is only for supplies to other states.',
    'Correct the place of supply. What is sold within the state to unregistered persons, less its credit notes, belongs in b2cs.',
  ],
  'pos-abroad': [
    'Foreign country is not accepted here',
    'The portal takes 96 only for registered recipients.',
    'Choose the state, or 97-Other Territory; an export belongs in exp, a note on an export has no place of supply.',
  ],
  'yes-no-unknown': [
    'Only Y or N',
    '“{found}” is neither.',
    'Type Y for reverse charge, otherwise N.',
  ],
  'b2cs-type-unknown': [
    'The type must be OE',
    '“{found}” is not accepted: the portal takes only {allowed}.',
    'Type OE. Sales through an e-commerce operator are OE here too, and are reported again in table 14.',
  ],
  'adjustment-negative': [
    'An adjusted advance has no minus sign',
    'The cell holds ₹{found₹}.',
    'Type it without the minus sign: what table 11B takes off is written as a positive amount.',
  ],
  'advance-zero': [
    'The advance is zero',
    'The portal takes no advance without an amount.',
    'Type the amount, or delete the row.',
  ],
  'supply-nature-unknown': [
    'Unknown nature of supply',
    '“{found}” is not one of: {allowed}.',
    'Choose u/s 52 where the operator collects tax at source, u/s 9(5) where the operator pays the tax.',
  ],
  'supplier-is-recipient': [
    'Supplier and recipient are the same',
    '{gstin} stands in both columns.',
    'Copy both from the document; nobody supplies to themselves.',
  ],
  'operator-not-tcs': [
    'This GSTIN does not collect tax at source',
    '{gstin} has no C as its 14th character, as the TCS registration of an operator has.',
    'Copy the operator’s TCS GSTIN from its statement, or choose u/s 9(5) if the operator pays the tax.',
  ],
  'operator-pays-tax': [
    'The operator pays this tax',
    'Under section 9(5) the operator pays the tax on these supplies; the seller owes none of it.',
    'Nothing to do, unless the taxes do not belong here.',
  ],
  'docs-missing': [
    'Table 13 is missing',
    'Since May 2025 a return says which documents were issued; there are no rows on the sheet docs.',
    'Fill in docs, unless the portal already holds table 13 from elsewhere.',
  ],
  'hsn-missing': [
    'Table 12 is missing for registered customers',
    'Since May 2025 their HSN summary may not be empty where there are invoices or notes to them; there are no rows on the sheet hsn(b2b).',
    'Fill in hsn(b2b), unless the portal already holds it from elsewhere.',
  ],
  'iff-over-limit': [
    'More than the IFF takes in a month',
    'The documents of {month%} come to ₹{total₹} without tax, credit notes taken off; the invoice furnishing facility takes ₹{limit₹} a month (rule 59).',
    'Leave some for the return of the quarter, or save them all and see what the portal says.',
  ],
  'return-over-three-years': [
    'This return can no longer be filed',
    'The return of {month%} could be filed until {last%}: three years after it was due the portal takes it no more.',
    'Ask whoever advises you; nothing can be filed for this month from here.',
  ],
  'return-nears-three-years': [
    'This return can soon no longer be filed',
    'The return of {month%} can be filed until {last%}, three years after it was due.',
    'File it before that day.',
  ],
  'signs-mixed': [
    'Plus and minus in one entry',
    'The portal wants all amounts of one entry, taxes and cess included, with the same sign.',
    'Add up what belongs together (of advances, one amount for each place of supply and rate), all with one sign.',
  ],
  'financial-year-unknown': [
    'This is not a financial year',
    '“{found}” cannot be read as a financial year since 2017-18.',
    'Type the year in which the original was reported as 2026-27.',
  ],
  'month-unknown': [
    'This is not a month',
    '“{found}” is not one of: {allowed}.',
    'Choose the month of the return in which the original was reported; of a quarter, its last month.',
  ],
  'month-with-year': [
    'Only the month was read',
    '“{found}” was read as {used}; the year is the one under Financial Year.',
    'Check that both mean the same month.',
  ],
  'original-not-earlier': [
    'What is amended must lie in an earlier month',
    'The original is of {original%}, this is the return of {month%}.',
    'Correct the original’s month; what belongs to this month is not amended but changed in its own table.',
  ],
  'amendment-too-late': [
    'The time for this amendment may be over',
    'What was reported for {year} can be amended up to the return of {last%}, or until the annual return is filed.',
    'Check the original’s date. If it is right, the portal may refuse the amendment: ask whoever advises you.',
  ],
  'original-before-table': [
    'The original is older than its table',
    'The original is of {original%}; the portal has had this table since {began%}.',
    'Correct the financial year and the month, or delete the row.',
  ],
  'revised-after-original': [
    'The revised date lies after the original’s month',
    '{date%} is later than {last%}; the portal accepts that only where the original was reported later than it is dated.',
    'Check the revised date: it is usually the original’s.',
  ],
  'amended-twice': [
    'One document is amended twice',
    '{number} is the original in {places}. A return takes one amendment of a document.',
    'Leave one of them, with what holds now, or correct the original number.',
  ],
  'exempt-supply-unknown': [
    'Unknown description',
    '“{found}” is not one of: {allowed}.',
    'Choose one of the four descriptions.',
  ],
  'hsn-not-digits': [
    'An HSN code has digits only',
    '“{found}” is none.',
    'Type the HSN or SAC code, such as 84713010.',
  ],
  'hsn-length': [
    'An HSN code has 4 to 8 digits',
    '“{found}” has {length}.',
    'Type at least the four digits of the heading; six are needed above a turnover of five crore.',
  ],
  'hsn-zero-restored': [
    'HSN code read with its zero',
    '“{found}” was read as {used}: codes of goods have 4, 6 or 8 digits, and a number loses zeros at its ends.',
    'Compare it with the HSN list. Format the column as text to keep the zero.',
  ],
  'hsn-tidied': [
    'HSN code tidied',
    '“{found}” was read as {used}.',
    'Nothing to do, unless that is wrong.',
  ],
  'hsn-too-short': [
    'The HSN code needs six digits',
    'With a turnover of ₹{turnover₹} in the year before, {code} is too short (six digits above five crore).',
    'Type the code with six or eight digits.',
  ],
  'uqc-unknown': [
    'Unknown unit',
    '“{found}” is no unit of the list.',
    'Choose the unit from the list, such as NOS-NUMBERS; services have NA.',
  ],
  'service-with-unit': [
    'A service has no unit',
    '{code} is a service; its unit is {unit}.',
    'Choose NA, or correct the HSN code.',
  ],
  'service-with-quantity': [
    'A service has no quantity',
    '{code} is a service; its quantity is {quantity}.',
    'Type 0, or correct the HSN code.',
  ],
  'goods-without-unit': [
    'Goods need a unit',
    '{code} is a code of goods; NA is for services.',
    'Choose the unit from the list, such as NOS-NUMBERS.',
  ],
  'goods-without-quantity': [
    'Goods without a quantity',
    '{code} is a code of goods; its quantity is 0.',
    'Type the quantity, unless only the value is corrected here.',
  ],
  'hsn-taxable-differs': [
    'HSN and documents differ in taxable value',
    '{sheet} comes to ₹{hsn₹}, the documents it sums up to ₹{documents₹}, credit notes taken off.',
    'Compare the two. The portal looks at it as well, and takes the return all the same.',
  ],
  'hsn-tax-differs': [
    'HSN and documents differ in tax',
    '{sheet} comes to ₹{hsn₹} of tax and cess, the documents it sums up to ₹{documents₹}, credit notes taken off.',
    'Compare the two. The portal looks at it as well, and takes the return all the same.',
  ],
  'halves-differ': [
    'CGST and SGST differ',
    'Central tax is ₹{central₹}, state tax ₹{state₹}.',
    'Both are levied at the same rate: check the two amounts.',
  ],
  'quantity-not-a-number': [
    'This is not a quantity',
    '“{found}” cannot be read as a number.',
    'Type the quantity alone; its unit stands under UQC.',
  ],
  'quantity-rounded': [
    'Quantity rounded to two decimals',
    '{found} is sent as {used}.',
    'Round the quantity in the sheet if that is not meant.',
  ],
  'document-nature-unknown': [
    'Unknown nature of document',
    '“{found}” is not one of the twelve of table 13.',
    'Choose the nature from the list.',
  ],
  'count-not-whole': [
    'This is not a number of documents',
    '“{found}” is no whole number from 0 up.',
    'Type how many documents there are.',
  ],
  'cancelled-above-total': [
    'More cancelled than issued',
    '{cancelled} of {total} documents cannot be cancelled.',
    'Correct Total Number or Cancelled; Total Number counts cancelled ones too.',
  ],
  'series-count-differs': [
    'The series and its count differ',
    'From the first number to the last there are {numbers}; Total Number says {total}.',
    'Check the three, unless numbers were skipped.',
  ],
  'series-reversed': [
    'The series runs backwards',
    '{to} comes before {from}.',
    'Put the first number under From and the last under To.',
  ],
  'percent-unknown': [
    'Only 65, or nothing',
    '“{found}” is no applicable percentage.',
    'Leave the cell empty; 65 is only for leases of motor vehicles bought before July 2017.',
  ],
  'invoice-type-unknown': [
    'Unknown invoice type',
    '“{found}” is not one of: {allowed}.',
    'Choose the type from the list.',
  ],
  'note-type-unknown': [
    'Only C or D',
    '“{found}” is no type of note. Allowed: {allowed}.',
    'Type C for a credit note or D for a debit note.',
  ],
  'ur-type-unknown': [
    'Unknown UR type',
    '“{found}” is not one of: {allowed}.',
    'Choose B2CL for a large inter-state sale, EXPWP or EXPWOP for an export. Other notes to unregistered persons are netted in b2cs.',
  ],
  'export-type-unknown': [
    'Unknown export type',
    '“{found}” is not one of: {allowed}.',
    'Choose WPAY if IGST was paid, WOPAY if the export was under LUT or bond.',
  ],
  'note-pos-missing': [
    'Place of supply is empty',
    'A note of type B2CL needs the state of the original sale.',
    'Choose the state from the list.',
  ],
  'export-note-pos': [
    'No place of supply on a note for an export',
    'The portal does not accept it for {type}.',
    'Empty the cell, or choose B2CL if the sale was to another state of India.',
  ],
  'export-note-percent': [
    'No applicable percentage on a note for an export',
    'The portal does not accept 65 % for {type}.',
    'Empty the cell, or choose B2CL if the sale was to another state of India.',
  ],
  'port-code-wrong': [
    'This is no port code',
    '“{found}”: a port code has up to 6 letters and digits.',
    'Copy the code from the shipping bill, such as INNSA1.',
  ],
  'port-code-tidied': [
    'Port code tidied',
    '“{found}” was read as {used}.',
    'Nothing to do, unless that is wrong.',
  ],
  'shipping-bill-wrong': [
    'This is no shipping bill number',
    '“{found}”: it has 3 to 7 digits and nothing else.',
    'Copy the number from the shipping bill; port and date have columns of their own.',
  ],
  'shipping-bill-incomplete': [
    'Shipping bill number and date go together',
    'Only one of the two is filled in.',
    'Fill in the other too, or empty both; they can be added later by an amendment.',
  ],
  'shipping-bill-before-invoice': [
    'The shipping bill is older than the invoice',
    'The bill is of {bill%}, the invoice of {invoice%}; the portal may refuse that.',
    'Compare both dates with the papers.',
  ],
  'shipping-bill-none': [
    'No shipping bill on an export with payment',
    'Customs refunds the IGST on goods only against port, bill number and bill date.',
    'Fill in all three if goods were shipped; services have none.',
  ],
  'b2cl-not-above-limit': [
    'The invoice is too small for this table',
    'Its value is ₹{value₹}; only what lies above ₹{limit₹} is reported one by one.',
    'Move it into b2cs, added to its state and rate, or correct the value.',
  ],
  'rate-unknown': [
    'No such GST rate',
    '“{found}” is not one of {allowed}.',
    'Type the combined rate, such as 18.',
  ],
  'rate-is-half': [
    'This is half of a rate',
    '{found} % is no GST rate, {whole} % is: CGST and SGST together.',
    'Type {whole} if that is the rate of this supply.',
  ],
  'rate-from-fraction': [
    'Rate read from a fraction',
    '{found} was read as {used} %.',
    'Nothing to do, unless that is wrong.',
  ],
  'rate-out-of-date': [
    'Unusual rate for this date',
    '{rate} % was not the ordinary rate on {date%}.',
    'Check rate and date; an earlier time of supply can keep an older rate.',
  ],
  'rate-out-of-period': [
    'Unusual rate for this month',
    '{rate} % was not an ordinary rate at any time of this month.',
    'Check the rate; notes and an earlier time of supply can keep an older one.',
  ],
  'cess-after-its-end': [
    'Cess after it ended',
    'Compensation cess ended for nearly all goods on {ended%}.',
    'Check the cess; tobacco bore it until 31-01-2026.',
  ],
  'cess-without-payment': [
    'Cess is not sent',
    'The type says without payment of tax, so ₹{typed₹} of cess is sent as 0.',
    'Empty the cell, or choose the type with payment.',
  ],
  'column-not-sent': [
    '{column} is not sent',
    'The portal takes nothing in this column any more (“{found}”).',
    'Empty the cell. Sales through an e-commerce operator are reported in table 14.',
  ],
  'value-differs-from-lines': [
    'Value and lines differ',
    'The value of the document is ₹{value₹}; its lines with tax come to ₹{lines₹}.',
    'Check the amounts. Charges outside GST may explain it.',
  ],
  'cbw-needs-reverse-charge': [
    'Reverse charge must be Y',
    'Intra-state supplies that bear IGST are reported with reverse charge.',
    'Set Reverse Charge to Y, or choose another invoice type.',
  ],
  'deemed-export-reverse-charge': [
    'Reverse charge must be N',
    'A deemed export is never on reverse charge.',
    'Set Reverse Charge to N, or choose another invoice type.',
  ],
  // rows
  'rows-disagree': [
    'Rows of one document differ',
    '{number}: {column} is “{first}” in row {firstRow} and “{second}” in row {secondRow}.',
    'Give both rows the same {column}, or the documents different numbers.',
  ],
  'values-disagree': [
    'Rows of one document differ in {column}',
    '{number}: {column} is “{first}” in row {firstRow} and “{second}” in row {secondRow}.',
    'Give every row the value of the whole document, tax and all its rates included.',
  ],
  'number-case-differs': [
    'One number in capitals and small letters',
    '“{second}” in row {row} was taken for “{first}”, which is sent: the portal sees no difference.',
    'Nothing to do, unless they are two documents.',
  ],
  'line-repeated': [
    'The same rate twice',
    '{number} has this rate in rows {firstRow} and {secondRow}; the portal takes each rate once.',
    'Add the two rows together, or correct the rate of one.',
  ],
  'row-repeated': [
    'The same row twice',
    '{number} stands in rows {firstRow} and {secondRow}.',
    'Delete one of them, or correct what makes them the same.',
  ],
  'held-with-row': [
    'Held back with row {row}',
    '{number} is not complete without row {row}, which has a mistake.',
    'Correct row {row}; this one then goes with it.',
  ],
  'row-continues-above': [
    'Row {row} continues the document above',
    'Its number and date are empty, so they were taken from the row above, with what belongs to them.',
    'Nothing to do, unless this is another document.',
  ],
  'rows-added': [
    'Rows {firstRow} and {secondRow} were added',
    'Both rows are the same entry of this table.',
    'Nothing to do.',
  ],
  'first-row-wins': [
    '{column} differs within one entry',
    '“{first}” is sent, not “{second}” of row {row}.',
    'Nothing to do, unless the other is meant.',
  ],
  'row-outside-columns': [
    'Row {row} set aside',
    'It has nothing in the columns of this table.',
    'Nothing to do.',
  ],
  'row-repeats-header': ['Row {row} set aside', 'It repeats the header.', 'Nothing to do.'],
  'row-is-total': ['Row {row} set aside', 'It is a totals row.', 'Nothing to do.'],
  'row-is-sample': [
    'Row {row} set aside',
    'It is a sample row of the template.',
    'Delete it when you like.',
  ],
  // sheets and workbooks
  'sheet-is-no-table': [
    '{sheet} is no table of this return',
    'Its name is none of the template’s sheets.',
    'Nothing to do, if it holds your own notes.',
  ],
  'sheet-not-in-period': [
    '{sheet} is not part of this return',
    'The return of {month%} does not take table {table}: it belongs to another period, or (for quarterly filers) to the last month of the quarter.',
    'Nothing to do now; its rows are reported where they belong.',
  ],
  'sheet-has-moved': [
    '{sheet} is not part of this return',
    'In the return of {month%} such rows stand on {sheets}.',
    'Move them there, each to the sheet it belongs to.',
  ],
  'sheet-named-otherwise': [
    '{sheet} looks like {table} but is named otherwise',
    'It is not part of this return under this name.',
    'Rename the sheet to {name} if it belongs to the return.',
  ],
  'sheet-twice': [
    'Two sheets of one table',
    '{names} are both {table}. It is unclear which one counts, so neither is read.',
    'Keep one of them; rename or delete the other.',
  ],
  'sheet-without-header': [
    'No header row found',
    'In {sheet} no row holds the headers of {table}.',
    'Put the template’s headers above the data, or copy the data into a template sheet.',
  ],
  'sheet-columns-missing': [
    'Columns are missing',
    '{sheet} has no {columns} (header in row {row}). Headers there that this table does not know: {others}.',
    'If one of those is meant, give it the header that is missing; otherwise add the column.',
  ],
  'sheet-columns-twice': [
    'A header stands twice',
    'In {sheet}, row {row}: {columns}.',
    'Keep one column under each header.',
  ],
  'columns-not-read': [
    'Columns that are not read',
    '{sheet} has columns this table does not know: {columns}.',
    'Nothing to do, unless one of them belongs to the return: then give it the template’s header.',
  ],
  'dates-from-1904': [
    'Dates counted from 1904',
    'This workbook counts days from 1904, as Excel for Mac once did. The dates of {sheet} were read that way.',
    'Compare a date or two with the paper. Nothing to do if they agree.',
  ],
  'workbook-empty': [
    'Nothing to check',
    'No sheet of this workbook is a table of the return.',
    'Open a workbook in the template’s layout, or start from our template.',
  ],
  'workbook-of-another-gstin': [
    'This workbook belongs to another GSTIN',
    'It was last saved for {bound}; you are working for {gstin}.',
    'Open the workbook of {gstin}, or choose {bound} under Connect.',
  ],
  'xlsx-unreadable': [
    'The file cannot be read',
    '{file}: {reason}',
    'Open it in Excel, save it as .xlsx and try again.',
  ],
  'xlsx-too-large': [
    'The file is too large',
    '{file}: {reason}',
    'Split the workbook, or remove sheets that are not part of the return.',
  ],
  'xlsx-not-a-workbook': [
    'This is no .xlsx workbook',
    '{file}: {reason}',
    'Save it in Excel as .xlsx (without macros).',
  ],
  'xlsx-encrypted': [
    'The workbook is locked with a password',
    '{file} cannot be opened without it.',
    'Remove the password in Excel (File → Info → Protect Workbook) and try again.',
  ],
  'xlsx-hostile': [
    'The file was refused',
    '{file}: {reason}',
    'Do not open it. If it is your own, save it anew from Excel.',
  ],
  // the pane and Excel
  'excel-editing': [
    'A cell is being edited',
    'Excel takes no requests while a cell is open.',
    'Press Enter or Esc in the sheet, then try again.',
  ],
  'excel-read-only': [
    'The workbook is read-only',
    'Marks cannot be set in it.',
    'The list still works; save a copy of the workbook to have marks.',
  ],
  'excel-protected': [
    'The sheet is protected',
    'It does not allow formatting, so no cell can be marked.',
    'Use the list and Go to cell, or make an unprotected working copy.',
  ],
  'excel-too-large': [
    'Excel refused so much at once',
    'The request was larger than Excel takes.',
    'Try again; smaller pieces will be used.',
  ],
  'excel-gone': [
    'The sheet or cell is gone',
    'It was deleted or moved to where it cannot be found.',
    'Check again.',
  ],
  'excel-changing': [
    'The sheet kept changing',
    '{sheet} was changed while it was read.',
    'Let the sheet rest for a moment, then try again. Nothing was sent.',
  ],
  'excel-not-in-front': [
    'Another workbook is in front',
    'Excel shows another workbook, so the cell cannot be selected.',
    'Click into this workbook and try again.',
  ],
  'excel-busy': [
    'Excel is busy',
    'Excel asks to wait.',
    'Wait until it has finished, then try again.',
  ],
  'sheet-has-password': [
    'The sheet is protected with a password',
    'No working copy of {sheet} can be made without it.',
    'Take the protection off under Review → Unprotect Sheet, or work with the list.',
  ],
  'workbook-structure-protected': [
    'The structure of the workbook is protected',
    'Excel lets no sheet be added to it.',
    'Take the protection off under Review → Protect Workbook, then add the sheets.',
  ],
  'pane-fault': [
    'Something went wrong in the pane',
    '{message}',
    'Reload the pane (its menu → Reload). The agent goes on working; nothing is lost.',
  ],
  'agent-answer-unreadable': [
    'The agent’s answer cannot be read',
    'It answered with status {status}.',
    'Reload the pane. If it stays, start the agent again.',
  ],
  'request-refused': [
    'The agent refused the request',
    'It came from where no request should come: {reason}.',
    'Open the pane from Excel, or the preview from the address the agent shows.',
  ],
  'open-to-others': [
    'A file is open to other users',
    '{path} can be read by others on this computer (mode {mode}).',
    'Take their rights away (chmod go= on the file), or delete the folder and connect again.',
  ],
  'not-yours': [
    'A file belongs to someone else',
    '{path} is not yours.',
    'Start with --data and a folder of your own.',
  ],
  'vault-key': [
    'The key file cannot be used',
    '{file} is damaged.',
    'Put it back from a backup; without it, delete it and sign in again. The record of what was filed stays readable.',
  ],
  'vault-record': [
    'A stored secret cannot be opened',
    'The record “{name}” was changed, or belongs to another key file.',
    'Sign in again; for Sandbox, enter key and secret again.',
  ],
  'unsafe-environment': [
    'Unsafe start refused',
    'The environment variable {variable} would open this program to others.',
    'Unset it and start again.',
  ],
  'excel-unknown': [
    'Excel refused',
    'Excel said: {message}',
    'Try again. If it stays, close and open the workbook.',
  ],
  'agent-not-running': [
    'The agent is not running',
    'The pane cannot reach its program on this computer.',
    'Start it with npm start (or its shortcut), then try again. Nothing you typed is lost.',
  ],
  'no-return-chosen': [
    'No return is chosen yet',
    'A check needs to know whose return is in this workbook, and of which month.',
    'Do what the pane asks for, up to taxpayer and month. Then press Check again.',
  ],
  'not-paired': [
    'This pane is not paired',
    'The agent on this computer does not know this pane yet.',
    'Type the code that the agent shows.',
  ],
  'pairing-code-wrong': [
    'The code is not right',
    'The agent did not accept it.',
    'Type the eight characters that the agent shows now.',
  ],
  'pairing-code-spent': [
    'The code is no longer valid',
    'A code works once, for two minutes and five tries.',
    'Ask the agent for a new code (press Enter in its window, or start it again).',
  ],
  'bad-request': [
    'The agent could not read the request',
    '{path}: {reason}',
    'Reload the pane. If it stays, pane and agent are of different versions: start the agent again.',
  ],
  'agent-fault': [
    'Something went wrong in the agent',
    'Fault {id}. What was sent to the portal is recorded; nothing is lost.',
    'Try again. If it stays, send us the number of the fault.',
  ],
  'too-many-requests': [
    'Too many requests',
    'The pane asked too often.',
    'Wait a moment and try again.',
  ],
  'too-large': [
    'Too much at once',
    'The workbook is larger than the agent takes in one go.',
    'Remove sheets that are not part of the return.',
  ],
  // starting
  'port-taken': [
    'Port {port} is in use',
    'Another program, or another copy of this agent, listens there.',
    'Close it, or start with --port and another number.',
  ],
  'already-running': [
    'The agent is already running',
    'Another agent works on {folder}.',
    'Use that one, or start with --data and another folder.',
  ],
  'journal-newer': [
    'The journal is of a newer version',
    'It was last opened by a newer version of this program.',
    'Use that version, or update this one. Nothing was changed.',
  ],
  'not-built': ['The pane is not built', 'The folder dist is missing.', 'Run npm run build.'],
  // connecting
  'gstin-wrong': [
    'This is no valid GSTIN',
    '“{found}”',
    'Type the 15 characters of the taxpayer’s GSTIN.',
  ],
  'period-wrong': [
    'This is no return period',
    '“{found}”',
    'Give month and year as MMYYYY, such as 102026, from 072017.',
  ],
  'period-not-begun': [
    'The period has not begun',
    'The return of {month%} cannot be saved before that month.',
    'Choose an earlier month.',
  ],
  'taxpayer-unknown': [
    'The taxpayer’s facts are missing',
    'Nothing is known yet about {gstin}.',
    'Fill in the form under Connect.',
  ],
  'keys-missing': [
    'The Sandbox key is missing',
    'Without it the GST portal cannot be reached.',
    'Enter key and secret under Settings (or gstr1 connect).',
  ],
  'keys-of-other-environment': [
    'Key and environment do not fit',
    'A {found} key does not work for {environment}.',
    'Enter the key of the right environment.',
  ],
  'signatory-missing': [
    'The signatory’s PAN is missing',
    'The EVC OTP goes to the authorised signatory, who is known by the PAN.',
    'Type the signatory’s PAN under File.',
  ],
  'sign-in-needed': [
    'Not signed in',
    'There is no live session with the GST portal for {gstin}.',
    'Ask for an OTP under Connect and type it.',
  ],
  'otp-too-often': [
    'Too many OTPs',
    'Three OTPs were asked for within 15 minutes.',
    'Wait until {until}, then ask again.',
  ],
  'live-locked': [
    'Live filing is switched off',
    'This installation has not been switched to the live portal.',
    'Switch it on knowingly: gstr1 go-live.',
  ],
  // saving
  busy: [
    'The return is being worked on',
    'Another act for this return is under way: {kind}.',
    'Wait until it is done.',
  ],
  'errors-unnamed': [
    'The portal found errors, but did not say in which documents',
    'Its report of errors is empty. What it holds was read again.',
    'Press Save again: the plan shows what is missing, and sends only that.',
  ],
  'plan-outdated': [
    'The plan is no longer valid',
    'A newer one was made, or the return has changed since.',
    'Press Save again and look at the new plan.',
  ],
  'live-not-tried': [
    'The first live filing of this GSTIN needs a trial',
    'Nothing of {gstin} was yet saved and reset on the live portal with this program.',
    'Save, look at the verdict, then press Start over: reset this return, and save again. After that filing is open.',
  ],
  'another-workbook': [
    'This return was last saved from another workbook',
    'The last save came from “{name}”. What only that workbook has would be removed from the portal.',
    'Look at what would be removed. If this workbook holds the whole return, say so and save; else close it and go on in the other one.',
  ],
  'removals-not-typed': [
    'The number of removals must be typed',
    '{removals} documents would be removed from the portal.',
    'Type {removals} to confirm, or put the missing rows back.',
  ],
  'outcome-unknown': [
    'The outcome is not known yet',
    'The portal’s answer was lost on the way. It is being asked what it did.',
    'Wait; nothing is sent again before that is clear.',
  ],
  // from the portal into the sheets, and amendments
  'column-not-in-sheet': [
    'The sheet has no column for it',
    'The sheet {sheet} has no column {column}, in which the portal has something.',
    'Add the column with this header, then compare again.',
  ],
  'rows-add-up': [
    'Several rows add up to it',
    'In the sheet {count} rows, the first of them row {row}, make up what the portal has as one sum.',
    'Change these rows yourself until they add up to the portal’s value.',
  ],
  'difference-not-in-cells': [
    'No cell can take it',
    'What differs ({columns}) has no cell in the sheet, or the portal has no value for it.',
    'Look at both values and change the row yourself, or leave it as it is.',
  ],
  'amended-already': [
    'Amended in this return already',
    '{document} has an amendment in the return of {month%}.',
    'Change that row; the portal takes one amendment of a document in a return.',
  ],
  'earlier-not-filed': [
    'That return is not filed',
    'The portal does not list the GSTR-1 of {month%} as filed.',
    'Change its own sheets and save them. Only what was filed is amended in a later month.',
  ],
  // filing
  'already-filed': [
    'This return is filed',
    'ARN {arn}.',
    'Corrections go into the amendment tables of a later month.',
  ],
  'nothing-saved': [
    'Nothing is saved yet',
    'The portal holds nothing of this return from us.',
    'Save the sheets first.',
  ],
  'nothing-to-undo': [
    'There is nothing to undo',
    'Nothing was saved since the beginning or the last reset, or the portal already holds what it held before.',
    'Nothing to do.',
  ],
  'nothing-to-stop': [
    'There is nothing left to stop',
    'All parts of the save were sent, or no save is under way.',
    'Wait for the portal’s verdict. To take the save back, undo it then.',
  ],
  'not-prepared': [
    'The return is not prepared',
    'It was not prepared since the last save.',
    'Press Prepare for filing.',
  ],
  'not-reviewed': [
    'The summary was not reviewed',
    'Filing is bound to the summary that was looked at.',
    'Press Review.',
  ],
  'summary-changed': [
    'The portal’s summary has changed',
    'It is not the one that was reviewed.',
    'Prepare and review again. Nothing was filed.',
  ],
  'held-back-locks': [
    'Filing is locked',
    '{count} documents are held back.',
    'Correct them and save, or leave them out of this return by name.',
  ],
  'left-out-differs': [
    'The list has changed',
    'The documents held back are others than the ones you named.',
    'Look at the list again.',
  ],
  'company-needs-dsc': [
    'A company signs with DSC',
    '{gstin} belongs to a company; the portal takes no EVC from it.',
    'Press Sign on the portal, file there with the DSC, then press I have filed.',
  ],
  'confirmation-wrong': [
    'The confirmation does not match',
    'The last four characters of the GSTIN were not typed.',
    'Type the last four characters of {gstin}.',
  ],
  'otp-not-requested': [
    'No EVC OTP was asked for',
    'An OTP is good for one filing.',
    'Press Ask for OTP.',
  ],
  'session-short': [
    'The session ends soon',
    'Less than 15 minutes are left, which may not be enough for filing.',
    'Sign out and in again under Connect.',
  ],
  'filing-did-not-happen': [
    'The lost filing did not happen',
    'The portal’s list of filings does not show it, asked three times after the OTP had expired.',
    'Review again and ask for a new OTP.',
  ],
  'nothing-unknown': [
    'Nothing is unknown',
    'The outcome of the last filing is known.',
    'Nothing to do.',
  ],
  'fence-stands': [
    'Too early to say',
    'Until {until} the lost request may still reach the portal.',
    'Wait until then, look again on the portal, and then say so.',
  ],
  'word-not-typed': ['The word was not typed', 'This needs to be meant.', 'Type {word} exactly.'],
  'nil-has-data': [
    'This is no nil return',
    'The portal holds saved data for the period.',
    'File it as it is, or reset the return first and then file it as nil.',
  ],
  'no-arn-yet': [
    'No ARN yet',
    'The portal shows no filing of this return yet.',
    'Wait some minutes after signing on the portal, then press I have filed again.',
  ],
  // reaching the portal
  'portal-unreachable': [
    'The portal cannot be reached',
    '{reason}',
    'Check the internet connection and try again. Nothing is lost.',
  ],
  'portal-down': [
    'The portal is not answering properly',
    '{reason}',
    'Nothing is lost. Try again in some minutes.',
  ],
  'portal-limit': [
    'Too many calls',
    'Sandbox asks to wait {seconds} seconds.',
    'Wait so long, then try again. Nothing is lost.',
  ],
  'portal-access': [
    'Sandbox refuses access',
    '{message} (transaction {transaction})',
    'Check key, secret and credits of the Sandbox account.',
  ],
  // the command line
  usage: ['The command was not understood', '{reason}', 'See gstr1 --help.'],
  'command-unknown': ['There is no command {command}', 'gstr1 knows others.', 'See gstr1 --help.'],
  'option-not-taken': [
    '{option} does not belong here',
    'gstr1 {command} does not take it.',
    'See gstr1 {command} --help.',
  ],
  'option-missing': [
    '{option} is missing',
    'gstr1 {command} cannot do without it.',
    'See gstr1 {command} --help.',
  ],
  'options-exclude': ['These options exclude each other', '{options}', 'Give one of them.'],
  'word-missing': [
    '{command} needs a file',
    '{word} stands beside the options and is missing.',
    'See gstr1 {command} --help.',
  ],
  'words-too-many': [
    'Too many words',
    'gstr1 {command} does not take so many beside its options. OTPs, keys and secrets are read from standard input.',
    'See gstr1 {command} --help.',
  ],
  'number-wrong': ['This is no such number', '“{found}” after {option}.', 'Give a whole number.'],
  'facts-missing': [
    'More must be known of the taxpayer',
    'The portal asks for it with every save.',
    'Give {options} too.',
  ],
  'keys-not-typed': [
    'Key or secret is missing',
    'Two lines are read from standard input.',
    'Give the key on the first line and the secret on the second.',
  ],
  'otp-not-typed': [
    'No OTP was given',
    'It is read from standard input, where there was none.',
    'Give it as a line, in a second step: --send-otp first, --otp-stdin then.',
  ],
  'confirmation-missing': [
    'Filing was not confirmed',
    'Without a terminal nobody can be asked. No OTP was sent.',
    'Give the last four characters of the GSTIN with --confirm.',
  ],
  'review-differs': [
    'Portal and sheets differ',
    'What would be filed is not what the sheets hold, so nothing was filed.',
    'Save again, or file what the portal holds: type {word} (on the command line: --with-differences).',
  ],
  'nobody-would-send': [
    'No agent is running',
    'Nobody would go on sending once this command has ended. Nothing was sent.',
    'Leave out --no-wait, or run gstr1 start beside it.',
  ],
  'difference-unknown': [
    'There is no such difference',
    '“{id}” after --overwrite. Nothing was sent.',
    'Copy the name from gstr1 save --dry-run, in quotes; or say all.',
  ],
  'not-over-yet': [
    'Not over yet',
    'The portal has not finished within {seconds} seconds.',
    'The journal keeps the work: gstr1 status --wait goes on with it.',
  ],
  interrupted: [
    'Stopped',
    'The journal keeps what was begun; nothing is lost or sent twice.',
    'gstr1 status tells how far it came, gstr1 status --wait goes on with it.',
  ],
  'agent-went-away': [
    'The agent stopped answering',
    'It was asked, and ended before it answered. What it did is in its journal.',
    'Run gstr1 status.',
  ],
  'agent-of-other-environment': [
    'The agent runs for {running}',
    'One agent holds the data folder, and it does not work for {environment}.',
    'End it, or give --data and another folder.',
  ],
  'agent-of-other-version': [
    'The running agent is of another version',
    'It is {running}, this command is {version}.',
    'End it and start it again.',
  ],
  'file-not-written': [
    'The file cannot be written',
    '{file} ({reason})',
    'Give another place with --out.',
  ],
  'file-exists': [
    'The file is there already',
    '{file} was left as it is.',
    'Give another name with --out, or write over it with --force.',
  ],
  'file-unreadable': [
    'The file cannot be read',
    '{file} ({reason})',
    'Check the name and that the file may be opened.',
  ],
  'output-lost': [
    'Standard output is not whole',
    'It could not be written ({reason}); the command itself went on.',
    'Make room where it is written, then ask again (check, json, status …).',
  ],
  'file-too-large': [
    'The file is too large',
    '{file} has more than {megabytes} MB.',
    'Give a smaller file; a large return can be given section by section.',
  ],
  'json-truncated': [
    'The file ends too soon',
    '{file} stops before its last bracket is closed: a part of it is missing.',
    'Copy or download it again.',
  ],
  'json-damaged': [
    'This is no JSON that can be read',
    '{file}: {reason}.',
    'Give the file as the portal or the software wrote it, unpacked.',
  ],
  'not-a-gstr1-json': [
    'This is no GSTR-1',
    '{file} looks like {looks}.',
    'Give the JSON of a GSTR-1: a payload, what the portal holds, or an error report.',
  ],
  'json-of-another-gstin': [
    'This is the return of another GSTIN',
    '{file} is of {found}, not of {given}.',
    'Give the file of {given}, or the GSTIN of the file.',
  ],
  'json-of-another-period': [
    'This is the return of another period',
    '{file} is of {found}, not of {given}.',
    'Give the file of {given}, or the period of the file.',
  ],
  'json-head-wrong': [
    'The file says of itself what cannot be',
    '{file} is of “{found}”, which is no GSTIN and no return period (MMYYYY, from 072017).',
    'Correct its gstin or fp, or have the software write it again.',
  ],
  'return-not-named': ['Whose return is it?', '{file} does not say it.', 'Give {options}.'],
  'refused-without-reason': [
    'The portal refused this document',
    'Its report does not say why.',
    'Compare the document with its paper, and save again.',
  ],
  'document-read-otherwise': [
    'Some of it cannot stand in a sheet as it is',
    '{document}: {columns}. The workbook, read again, says something else there.',
    'Correct it there before it is saved; gstr1 check names the cells.',
  ],
  'removals-not-written': [
    'Removals are not in the workbook',
    '{count} documents of the file are to be removed from the portal.',
    'Nothing to do: a document that is on no sheet is removed by the next save.',
  ],
  'parts-not-read': [
    'Parts of the file were not read',
    '{names}: no sheet holds them, or not in this form.',
    'Look at them on the sheet “Not read”.',
  ],
  'table-unknown': [
    'There is no such sheet',
    '“{found}” after --table; there are {allowed}.',
    'Give the name of the sheet that the file is.',
  ],
  'csv-not-utf8': [
    'The file is not in UTF-8',
    '{file} has letters that cannot be read.',
    'In Excel, save it as “CSV UTF-8”.',
  ],
  'csv-quote-open': [
    'A quote is never closed',
    '{file}: it opens in the row that begins on line {line}.',
    'Close it, or save the file again from Excel.',
  ],
  'turnover-wrong': [
    'This is no amount',
    '“{found}” after {option}.',
    'Give rupees, such as 41250000.00.',
  ],
  'environment-wrong': [
    'No such environment',
    '“{found}” is none of practice, test, live (connect: test or live).',
    'Choose one with --environment.',
  ],
}

/** What every step of a piece of work is called while it runs. */
const STEPS: Readonly<Record<string, string>> = {
  starting: 'Starting',
  sending: 'Sending to the portal',
  'waiting-for-portal': 'Waiting for the portal’s verdict',
  'asking-portal': 'The answer was lost: asking the portal what it did',
  preparing: 'The portal prepares the return',
  resetting: 'The portal forgets what was saved',
  filing: 'Filing: sent once, waiting for the acknowledgement',
  comparing: 'Saved: comparing the portal’s totals with what it confirmed',
  'portal-is-slow': 'The portal takes unusually long: asking again from time to time',
  'confirming-arn': 'Asking the portal for the ARN',
  'waiting-for-sign-in': 'Waiting for you to sign in again',
  'waiting-to-retry': 'The portal asks for patience: trying again shortly',
}

/** Titles of causes, where a problem's own title names its row or what was found there. */
const CAUSES: Readonly<Record<string, string>> = {
  'cell-error': 'Cells that show an error of Excel',
  'held-with-row': 'Held back with another row of the same document',
  'row-continues-above': 'Rows that continue the document above',
  'rows-added': 'Rows that were added together',
  'row-outside-columns': 'Rows set aside: nothing in the columns of the table',
  'row-repeats-header': 'Rows set aside: the header again',
  'row-is-total': 'Rows set aside: totals',
  'row-is-sample': 'Rows set aside: samples of the template',
}

export const ENGLISH: Catalogue = {
  language: 'en-IN',
  sentences: SENTENCES,
  causes: CAUSES,
  steps: STEPS,
  portal: {
    says: 'The portal says: “{message}” ({code})',
    unknown: [
      'The portal refused',
      'Correct what the portal names and save again. This code is new to us: please tell us about it.',
    ],
    known: Object.fromEntries(PORTAL_CODES.map(({ title, remedy }) => [title, [title, remedy]])),
  },
}

/** The sentence of a problem. An unknown portal code shows the portal's own text. */
export const sentence = (problem: Problem): Sentence =>
  sentenceFrom(ENGLISH, problem) ?? {
    title: problem.code,
    what: JSON.stringify(problem.facts),
    remedy: 'Please tell us about it.',
  }

export const stepSentence = (step: string): string => STEPS[step] ?? step

/** Whether the catalogue has a sentence for a code. */
export const isKnownCode = (code: string): boolean => code === 'portal' || code in SENTENCES
