// Where things stand on a sheet of the official workbook. Rows count from 0.

export const LAYOUT = {
  title: 0,
  totalLabels: 1,
  totals: 2,
  header: 3,
  firstRow: 4,
  /** Drop-down lists, limits and totals reach this far down. */
  lastRow: 20_002,
} as const
