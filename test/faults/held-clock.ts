// A clock that stands still until the test moves it, and knows who sleeps on it.
import type { Clock } from '../../agent/clock.ts'

export class HeldClock implements Clock {
  #now: number
  readonly #sleepers = new Set<{ readonly due: number; readonly wake: () => void }>()

  constructor(start: string) {
    this.#now = Date.parse(start)
  }

  now(): Date {
    return new Date(this.#now)
  }

  sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve()
      const wake = (): void => {
        this.#sleepers.delete(sleeper)
        signal.removeEventListener('abort', wake)
        resolve()
      }
      const sleeper = { due: this.#now + milliseconds, wake }
      this.#sleepers.add(sleeper)
      signal.addEventListener('abort', wake)
    })
  }

  get someoneSleeps(): boolean {
    return this.#sleepers.size > 0
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds
    for (const sleeper of [...this.#sleepers]) if (sleeper.due <= this.#now) sleeper.wake()
  }

  /** When the next sleeper wakes. */
  nextWaking(): number | undefined {
    const dues = [...this.#sleepers].map(({ due }) => due)
    return dues.length === 0 ? undefined : Math.min(...dues)
  }

  /** To the moment when the next sleeper wakes. */
  passToNext(): void {
    const next = this.nextWaking()
    if (next !== undefined) this.pass(Math.max(0, next - this.#now))
  }
}
