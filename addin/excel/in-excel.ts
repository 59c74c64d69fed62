// Where every conversation with Excel begins.

/** Milliseconds before each new try. A cell that stays open longer than all of them is a matter for the user. */
const PAUSES = [200, 500, 1_000, 2_000]
/** Milliseconds without an answer after which the user should hear of it. */
const LONG = 2_000

/**
 * Runs a batch. While the user types into a cell it waits, so that nothing is read or written under their hands.
 * Where Excel cannot wait it fails with `InvalidOperationInCellEditMode`, and is tried again from its beginning a few
 * times: a batch must bear that, also after a part of it is done. `previous` goes on in an earlier context.
 */
export const inExcel = <T>(
  batch: Batch<T>,
  previous?: OfficeExtension.ClientRequestContext,
): Promise<T> => told(previous ? { previousObjects: previous } : {}, batch)

/** The same for what the user did not ask for: they do not hear that it waits. */
export const inExcelQuietly = <T>(batch: Batch<T>): Promise<T> => run({}, batch)

/** The same; where Excel can (ExcelApi 1.20), its own Undo takes back in one step all that the batch wrote. */
export function inOneUndoStep<T>(batch: Batch<T>): Promise<T> {
  const canMerge = Office.context.requirements.isSetSupported('ExcelApi', '1.20')
  return told(canMerge ? { mergeUndoGroup: true } : {}, batch)
}

type Batch<T> = (context: Excel.RequestContext) => Promise<T>

async function told<T>(options: Excel.RunOptions, batch: Batch<T>): Promise<T> {
  const patience = new Patience()
  try {
    return await run(options, (context) => {
      const sync = context.sync.bind(context)
      context.sync = async (passed) => {
        const answer = await sync(passed)
        patience.renew()
        return answer
      }
      return batch(context)
    })
  } finally {
    patience.end()
  }
}

async function run<T>(options: Excel.RunOptions, batch: Batch<T>): Promise<T> {
  const waiting = { ...options, delayForCellEdit: true }
  for (const pause of PAUSES) {
    try {
      return await Excel.run(waiting, batch)
    } catch (error) {
      if (!isCellEdit(error)) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  return await Excel.run(waiting, batch)
}

const isCellEdit = (error: unknown): boolean =>
  error instanceof OfficeExtension.Error && error.code === 'InvalidOperationInCellEditMode'

let tellWaiting: (waits: boolean) => void = () => undefined

/** `listener` hears when Excel leaves a batch unanswered for long, and when it has answered after all. */
export function onExcelWaits(listener: (waits: boolean) => void): void {
  tellWaiting = listener
}

/** How long one batch has waited for its next answer. */
class Patience {
  /** Batches whose patience is at its end. */
  static readonly #lost = new Set<Patience>()
  #timer: ReturnType<typeof setTimeout> | undefined = this.#wait()

  /** With each answer; office.js goes on with a context after its batch has ended. */
  renew(): void {
    if (this.#timer === undefined) return
    this.end()
    this.#timer = this.#wait()
  }

  end(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (Patience.#lost.delete(this) && Patience.#lost.size === 0) tellWaiting(false)
  }

  #wait() {
    return setTimeout(() => {
      Patience.#lost.add(this)
      if (Patience.#lost.size === 1) tellWaiting(true)
    }, LONG)
  }
}

/** Writes of our own, of which no handler of ours is told: they are no edit of the user. */
export async function unheard<T>(
  context: Excel.RequestContext,
  write: () => Promise<T>,
): Promise<T> {
  const { runtime } = context
  runtime.enableEvents = false
  try {
    const written = await write()
    runtime.enableEvents = true
    await context.sync()
    return written
  } catch (error) {
    runtime.enableEvents = true
    // What stopped the writing is what is told, also where Excel refuses this as well.
    await context.sync().catch(() => undefined)
    throw error
  }
}
