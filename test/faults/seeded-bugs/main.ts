// Puts each bug into a copy of the tree and looks for what catches it; a copy without any must pass. Ends with 1 if one survives.
// `node test/faults/seeded-bugs/main.ts SB3 SB7` does only those.
import { BUGS, type Bug, type Catcher } from './bugs.ts'
import { catchIn, type Caught } from './catch.ts'
import { copyWith } from './copy.ts'

const asked = process.argv.slice(2)
const bugs = asked.length === 0 ? BUGS : BUGS.filter(({ id }) => asked.includes(id))
const say = (text: string) => process.stdout.write(`${text}\n`)

/** By the first of its catchers that does. */
function tryOn(bug: Pick<Bug, 'edits' | 'caughtBy'>): Caught {
  const copy = copyWith(bug.edits)
  try {
    const told = bug.caughtBy.map((catcher) => catchIn(copy.path, catcher))
    return told.find(({ kind }) => kind === 'caught') ?? told[0] ?? { kind: 'survived' }
  } finally {
    copy.remove()
  }
}

let caught = 0
let wrong = 0
if (asked.length === 0) {
  const catchers = BUGS.flatMap(({ caughtBy }) => caughtBy)
  const each = new Map(catchers.map((one): [string, Catcher] => [JSON.stringify(one), one]))
  for (const catcher of each.values()) {
    const outcome = tryOn({ edits: [], caughtBy: [catcher] })
    if (outcome.kind === 'caught') {
      wrong += 1
      say(`without any bug: ${JSON.stringify(catcher)} fails all the same: ${outcome.by}`)
    }
  }
  if (wrong === 0) say('without any bug: everything passes')
}
for (const bug of bugs) {
  const outcome = tryOn(bug)
  if (outcome.kind === 'caught') caught += 1
  if (outcome.kind === 'survived') wrong += 1
  const how =
    outcome.kind === 'caught'
      ? `caught by ${outcome.by}`
      : outcome.kind === 'survived'
        ? 'SURVIVED'
        : `not run: ${outcome.why}`
  say(`${bug.id} (${bug.says}): ${how}`)
}
say(`seeded bugs: ${caught} of ${bugs.length} caught`)
process.exit(wrong === 0 ? 0 : 1)
