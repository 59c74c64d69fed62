// What is dear to make and may never be needed: the formatters of the browser take longer than the pane's first picture.

/** Makes it when it is first asked for, and keeps it. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
