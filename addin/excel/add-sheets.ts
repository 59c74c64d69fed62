// Adds sheets of the template to the open workbook: after all others, and none of those is touched.
import type { MissingSheets } from '../../templates/missing-sheets.ts'
import { LAYOUT } from '../../templates/layout.ts'
import { ExcelRefusal } from './excel-problem.ts'
import { inExcel } from './in-excel.ts'
import { freeListsName, knownLists, writeLists } from './lists-sheet.ts'
import { drawSheet } from './draw-sheet.ts'

/**
 * The names that were added; a sheet that is there by now is left out. All or none: when Excel refuses one, those before
 * it go again. One request a sheet, so that none is large and Excel can breathe.
 */
export async function addSheets({
  sheets,
  lists,
}: Pick<MissingSheets, 'sheets' | 'lists'>): Promise<readonly string[]> {
  /** What a try that failed may have left, as it could not be cleared away then. */
  let left: readonly string[] = []
  return inExcel(async (context) => {
    await remove(left, context)
    const { worksheets, protection } = context.workbook
    worksheets.load('items/name')
    protection.load('protected')
    await context.sync()
    if (protection.protected) throw new ExcelRefusal('workbook-structure-protected', {})

    const before = worksheets.items.map(({ name }) => name)
    const isThere = (name: string) =>
      before.some((known) => known.toLowerCase() === name.toLowerCase())
    const wanted = sheets.filter(({ name }) => !isThere(name))
    const chosen = new Set(wanted.flatMap(({ columns }) => columns.map(({ list }) => list)))
    const needed = lists.filter(({ name }) => chosen.has(name))
    const listsName = freeListsName(before)
    left = [...wanted.map(({ name }) => name), listsName]
    try {
      const known = await knownLists(context, before, needed)
      const missing = needed.filter(({ name }) => !known.has(name))
      for (const { name } of wanted) worksheets.add(name)
      const written = writeLists(context, listsName, missing)
      await context.sync()
      for (const sheet of wanted) {
        drawSheet(context, sheet, new Map([...known, ...written]))
        await context.sync()
      }
      const [first] = wanted
      if (first !== undefined) {
        const sheet = worksheets.getItem(first.name)
        sheet.activate()
        sheet.getRangeByIndexes(LAYOUT.firstRow, 0, 1, 1).select()
        await context.sync()
      }
      return wanted.map(({ name }) => name)
    } catch (error) {
      // What stood in the way is told, even where Excel does not let the rest be cleared away either.
      await remove(left, context).catch((other: unknown) => {
        if (!(other instanceof OfficeExtension.Error)) throw other
      })
      throw error
    }
  })
}

async function remove(names: readonly string[], context: Excel.RequestContext): Promise<void> {
  if (names.length === 0) return
  const { worksheets } = context.workbook
  worksheets.load('items/name')
  await context.sync()
  for (const sheet of worksheets.items) if (names.includes(sheet.name)) sheet.delete()
  await context.sync()
}
