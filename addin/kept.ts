// What the pane keeps on this computer between one opening and the next. Excel on the web shares one storage among all
// add-ins' hosts; the partition keeps ours apart.

/** `welcomed` and `ticked` are what a newcomer has seen and ticked off. */
type Name = 'token' | 'language' | 'welcomed' | 'ticked'

function keyOf(name: Name): string {
  const context = typeof Office === 'undefined' ? undefined : Office.context
  return `${context?.partitionKey ?? ''}gstr1-${name}`
}

export const kept = (name: Name): string | null => localStorage.getItem(keyOf(name))

export const keep = (name: Name, value: string): void => localStorage.setItem(keyOf(name), value)

export const forget = (name: Name): void => localStorage.removeItem(keyOf(name))
