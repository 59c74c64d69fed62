// Who waits for something to move, by name: the agent's one small notice board.

export interface Changes {
  tell(name: string): void
  /** Resolves at the next change, or when the signal fires. */
  next(name: string, signal: AbortSignal): Promise<void>
}

export function createChanges(): Changes {
  const waiting = new Map<string, Set<() => void>>()
  return {
    tell(name) {
      const all = waiting.get(name)
      waiting.delete(name)
      for (const wake of all ?? []) wake()
    },
    next(name, signal) {
      return new Promise((resolve) => {
        if (signal.aborted) return resolve()
        const all = waiting.get(name) ?? new Set()
        waiting.set(name, all)
        const wake = (): void => {
          all.delete(wake)
          signal.removeEventListener('abort', wake)
          resolve()
        }
        all.add(wake)
        signal.addEventListener('abort', wake)
      })
    },
  }
}
