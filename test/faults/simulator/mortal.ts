// A life that can end between any two effects: from then on nothing of it comes back from any await, and nothing it would
// do reaches disk or portal. That is what kill -9 leaves of a process, without the process.
import type { KyselyPlugin } from 'kysely'
import type { Portal } from '../../../agent/portal/portal.ts'
import { hooked } from './hooked.ts'

export class Mortal {
  dead = false
  /** Resolves with the point it died at. */
  readonly died: Promise<string>
  readonly #end: (point: string) => void
  /** Holds every point back until it lets it pass: whoever tests interleavings decides the order. */
  between: ((point: string) => Promise<void>) | undefined
  readonly #events: { left: number; readonly event: () => void }[] = []
  #left = Infinity

  constructor() {
    const { promise, resolve } = Promise.withResolvers<string>()
    this.died = promise
    this.#end = resolve
  }

  /** Lets it die at the n-th point from now. */
  arm(points: number): void {
    this.#left = points
  }

  disarm(): void {
    this.#left = Infinity
  }

  /** Something else happens in the world at the n-th point from now. */
  soon(points: number, event: () => void): void {
    this.#events.push({ left: points, event })
  }

  /** Comes back only to the living. */
  async at(point: string): Promise<void> {
    await this.between?.(point)
    for (const one of this.#events) if (--one.left === 0) one.event()
    if (!this.dead && --this.#left > 0) return
    if (!this.dead) {
      this.dead = true
      this.#end(point)
    }
    await new Promise<never>(() => undefined)
  }

  /** Every statement of the journal, inside its transaction, is such a point. */
  readonly journal: KyselyPlugin = {
    transformQuery: ({ node }) => {
      if (this.dead) throw new Error('a dead process has no disk')
      return node
    },
    transformResult: async ({ result }) => {
      await this.at('journal')
      return result
    },
  }

  /** So is the moment before a request and the one before its answer is read. */
  portal(portal: Portal): Portal {
    return hooked(
      portal,
      (name) => this.at(`before ${name}`),
      (name) => this.at(`after ${name}`),
    )
  }
}
