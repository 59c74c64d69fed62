// What the pane keeps on this computer between one opening and the next. Excel on the web shares one storage among all
// add-ins' hosts; the partition keeps ours apart.

function keyOf(name: string): string {
  const context = typeof Office === 'undefined' ? undefined : Office.context
  return `${context?.partitionKey ?? ''}gstr1-${name}`
}

type Name = 'token' | 'language'

export const kept = (name: Name): string | null => localStorage.getItem(keyOf(name))

export const keep = (name: Name, value: string): void => localStorage.setItem(keyOf(name), value)

export const forget = (name: Name): void => localStorage.removeItem(keyOf(name))
