// What people call the open workbook: the last part of where Office says it is kept. Where it is kept stays in Excel.

/** Undefined where Office does not tell, as of a workbook that was never saved. */
export function workbookName(): string | undefined {
  const document = Office.context.document as Partial<Office.Document> | undefined
  return nameIn(document?.url ?? '')
}

/** `June.xlsx` of a path or an address. */
export function nameIn(place: string): string | undefined {
  const isAddress = /^https?:/i.test(place)
  const path = isAddress ? place.replace(/[?#].*$/, '') : place
  const [name = ''] = /[^\\/]*$/.exec(path) ?? []
  if (name === '') return undefined
  return isAddress ? decoded(name) : name
}

/** As it is, where a per cent sign of the name was never encoded. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
