// Progress as a streamed answer: one JSON object a line, until the work ends or the reader leaves.

/**
 * Leaving ends the iteration (its `return` is called), so the source must also heed its abort signal.
 * A source that throws ends the stream with the last line that `onFault` gives.
 */
export function streamLines(
  source: AsyncIterable<unknown>,
  signal: AbortSignal,
  onFault: (error: unknown) => unknown,
): Response {
  const items = source[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  const line = (value: unknown): Uint8Array => encoder.encode(`${JSON.stringify(value)}\n`)
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = await items.next()
        if (signal.aborted) return
        if (next.done === true) controller.close()
        else controller.enqueue(line(next.value))
      } catch (error) {
        if (signal.aborted) return // it threw because the reader left
        controller.enqueue(line(onFault(error)))
        controller.close()
      }
    },
    cancel() {
      // Not awaited: a generator that waits for its own abort answers `return` only after it.
      void items.return?.()?.catch(() => undefined)
    },
  })
  return new Response(body, { headers: { 'Content-Type': 'application/x-ndjson' } })
}
