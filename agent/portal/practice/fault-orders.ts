// The faults that are still to be served: so many calls each, or a mix drawn by chance that a seed repeats.
import type { HttpAnswer } from './answers.ts'
import type { Detail, Fault } from './fault.ts'
import { faultModes, faults, type FaultMode } from './faults.ts'

/** An order: this mode for the next `times` calls of this name, `*` for all. */
export interface Order extends Detail {
  readonly call: string
  readonly mode: FaultMode
  readonly times: number
  /** So many calls of the name are left alone first. */
  readonly after?: number
}

/** A fault for one in so many calls, for as long as the orders stand. */
export interface Mix {
  readonly seed: number
  /** From 0, none, to 1, every call. */
  readonly rate: number
  /** All, where this is left out. */
  readonly modes?: readonly FaultMode[] | undefined
  readonly calls?: readonly string[] | undefined
  /** Waits are drawn up to this, in milliseconds; none where it is left out. */
  readonly delay?: number | undefined
}

export interface Served {
  readonly mode: FaultMode
  readonly fault: Fault
  readonly detail: Detail
}

export interface Faults {
  order(order: Order): void
  mix(mix: Mix): void
  clear(): void
  /** The fault for a call that just came in, if one is ordered; counts it as served. */
  take(call: string): Served | undefined
  /** Keeps the answer for a fault that repeats it. */
  told(path: string, answer: HttpAnswer): void
  /** The last answer to this address. */
  lastTold(path: string): HttpAnswer | undefined
}

/** Orders live in memory: a restarted portal has none. */
export function makeFaults(): Faults {
  const orders: { order: Order; skip: number; left: number }[] = []
  const mixes: ((call: string) => Served | undefined)[] = []
  let last: { path: string; answer: HttpAnswer } | undefined
  return {
    order: (order) => {
      orders.push({ order, skip: order.after ?? 0, left: order.times })
    },
    mix: (mix) => {
      mixes.push(drawer(mix))
    },
    clear: () => {
      orders.length = 0
      mixes.length = 0
    },
    take: (call) => {
      let first: Order | undefined
      for (const one of orders) {
        if (one.left === 0 || ![call, '*'].includes(one.order.call)) continue
        if (one.skip > 0) one.skip -= 1
        else if (!first) {
          one.left -= 1
          first = one.order
        }
      }
      // Every mix draws for every call, so that an order in between does not change what the seed gives.
      const drawn = mixes.flatMap((draw) => draw(call) ?? [])
      if (!first) return drawn[0]
      return { mode: first.mode, fault: faults[first.mode], detail: first }
    },
    told: (path, answer) => {
      last = { path, answer }
    },
    lastTold: (path) => (last?.path === path ? last.answer : undefined),
  }
}

const GATEWAY = [500, 502, 503, 504]

function drawer({ seed, rate, modes = faultModes, calls, delay = 0 }: Mix) {
  const random = generator(seed)
  const among = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  return (call: string): Served | undefined => {
    if (calls && !calls.includes(call)) return undefined
    // The same number of draws each time, whatever comes of them.
    const [hit, mode, status, wait, side] = [
      random() < rate,
      among(modes),
      among(GATEWAY) ?? 503,
      Math.floor(random() * (delay + 1)),
      among([-3, 3]) ?? 3,
    ]
    if (!hit || mode === undefined) return undefined
    return { mode, fault: faults[mode], detail: { status, delay: wait, hours: side } }
  }
}

/** Numbers from 0 to under 1, the same for the same seed. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    // The low bits of such a sequence repeat soon, so the high ones are mixed into them.
    const mixed = Math.imul(state ^ (state >>> 15), 2_246_822_519)
    return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32
  }
}
