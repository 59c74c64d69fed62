// Days and months as people in India write them where there must be no doubt.

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `05-Oct-2026` of `2026-10-05`, `Oct 2026` of `2026-10`. */
export function dateWords(iso: string): string {
  const [year = '', month = '', day] = iso.split('-')
  const name = MONTHS[Number(month) - 1] ?? month
  return day === undefined ? `${name} ${year}` : `${day}-${name}-${year}`
}
