// Until when a financial year's documents can be amended: CGST Act s. 37(3), since October 2022 with 30 November as its day.

/**
 * First financial year (by the year it begins in), and the month of the year after whose return is the last to take an
 * amendment. The return of November is due after 30 November. The annual return, where it is filed earlier, ends it too.
 */
export const AMENDMENT_LIMITS: readonly { readonly from: number; readonly month: string }[] = [
  { from: 2017, month: '09' },
  { from: 2021, month: '10' },
]
