// Months as the template's list has them, and what people write instead. On the wire a month is two digits.
import type { Choice } from '../columns/choice.ts'

/** The return of a quarter is its last month's, which therefore goes by the quarter's names too. */
export const MONTHS: readonly Choice[] = [
  month('01', 'JANUARY'),
  month('02', 'FEBRUARY'),
  month('03', 'MARCH', 'Jan-Mar', 'January-March'),
  month('04', 'APRIL'),
  month('05', 'MAY'),
  month('06', 'JUNE', 'Apr-Jun', 'April-June'),
  month('07', 'JULY'),
  month('08', 'AUGUST'),
  month('09', 'SEPTEMBER', 'Sept', 'Jul-Sep', 'July-September'),
  month('10', 'OCTOBER'),
  month('11', 'NOVEMBER'),
  month('12', 'DECEMBER', 'Oct-Dec', 'October-December'),
]

function month(wire: string, label: string, ...quarter: readonly string[]): Choice {
  return { wire, label, aliases: [label.slice(0, 3), ...quarter] }
}
