// How often the portal was asked about something: it only paces the waiting, so nothing of it outlives the process.

export interface Questions {
  /** Counts a question; how many there were before. */
  ask(id: string): number
  forget(id: string): void
}

export function createQuestions(): Questions {
  const asked = new Map<string, number>()
  return {
    ask(id) {
      const count = asked.get(id) ?? 0
      asked.set(id, count + 1)
      return count
    },
    forget: (id) => void asked.delete(id),
  }
}
