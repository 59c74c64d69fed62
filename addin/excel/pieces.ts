// Reads many rows in pieces that fit into Excel's answers: Excel on the web gives at most 5 MB at a time.

/** Bytes of one answer that we aim at. Far below the limit, and small enough for Excel to stay responsive. */
const BUDGET = 1_500_000
/** A guess before the first answer is there: bytes of one cell. */
const CELL = 16

/** Cells of one array that is written; office.js itself cuts larger ones, with more calls for each part. */
export const AT_ONCE = 1_500

/** What one piece took, so that the next one can be cut to size. */
export interface Piece<T> {
  readonly content: T
  /** The largest answer that it needed, in bytes. */
  readonly bytes: number
}

/**
 * Calls `read` for `rows` rows of `columns` cells, piece by piece from the top (`first` counts from 0).
 * A piece that Excel finds too large is halved. Lets Excel breathe between pieces; stops at once when `signal` aborts.
 */
export async function* inPieces<T>(
  { rows, columns }: { readonly rows: number; readonly columns: number },
  read: (first: number, count: number) => Promise<Piece<T>>,
  signal?: AbortSignal,
): AsyncGenerator<T> {
  let count = Math.ceil(BUDGET / (columns * CELL))
  for (let first = 0; first < rows;) {
    signal?.throwIfAborted()
    const asked = Math.min(count, rows - first)
    const piece = await readOrNothing(read, first, asked)
    if (piece) {
      yield piece.content
      first += asked
      count = Math.max(1, Math.floor((BUDGET * asked) / Math.max(piece.bytes, 1)))
    } else {
      count = Math.ceil(asked / 2)
    }
    await breathe()
  }
}

/** Nothing when Excel could not send that much at once; one row that is too large remains an error. */
async function readOrNothing<T>(
  read: (first: number, count: number) => Promise<Piece<T>>,
  first: number,
  count: number,
): Promise<Piece<T> | undefined> {
  try {
    return await read(first, count)
  } catch (error) {
    if (count > 1 && isTooLarge(error)) return undefined
    throw error
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof OfficeExtension.Error && error.code === 'ResponsePayloadSizeLimitExceeded'
}

/** The size of values as JSON, which is how they travel. */
export function bytesOf(values: unknown): number {
  return new TextEncoder().encode(JSON.stringify(values)).length
}

const breathe = () => new Promise((resolve) => setTimeout(resolve))
