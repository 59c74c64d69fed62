// What a person or a script types: lines of standard input, one after another.
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

export interface Lines {
  /** Someone sits there and can be asked. */
  readonly isTerminal: boolean
  /** The next line, trimmed; `undefined` at the end of the input and when the program is interrupted. Asks only a person. */
  next(question: string): Promise<string | undefined>
  close(): void
}

export function createLines(
  input: Readable & { isTTY?: boolean },
  ask: (question: string) => void,
  interrupted: AbortSignal,
): Lines {
  const isTerminal = input.isTTY === true
  // Opened when first needed: a stream that is read keeps the program alive.
  let reading: { close: () => void; lines: AsyncIterator<string> } | undefined
  const open = () => {
    const reader = createInterface({ input })
    return { close: () => reader.close(), lines: reader[Symbol.asyncIterator]() }
  }
  return {
    isTerminal,
    async next(question) {
      if (isTerminal) ask(question)
      reading ??= open()
      const line = await Promise.race([reading.lines.next(), whenAborted(interrupted)])
      return line === undefined || line.done === true ? undefined : line.value.trim()
    },
    close: () => reading?.close(),
  }
}

const whenAborted = (signal: AbortSignal): Promise<undefined> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(undefined)
    signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })
