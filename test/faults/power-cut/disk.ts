// A disk that keeps what was synced, and of the rest whatever it likes, in pieces of 512 bytes. Files appear and go at once.
import { below, type Random } from '../simulator/random.ts'
import type { Deed } from './trace.ts'

const SECTOR = 512

type Pending = Extract<Deed, { kind: 'write' | 'truncate' }>

export class Disk {
  readonly #synced = new Map<string, Buffer>()
  readonly #pending = new Map<string, Pending[]>()

  do(deed: Deed): void {
    if (deed.kind === 'said') return
    const { file } = deed
    if (deed.kind === 'remove') {
      this.#synced.delete(file)
      this.#pending.delete(file)
    } else if (deed.kind === 'sync') {
      this.#synced.set(file, (this.#pending.get(file) ?? []).reduce(applied, this.#of(file)))
      this.#pending.delete(file)
    } else this.#pending.set(file, [...(this.#pending.get(file) ?? []), deed])
  }

  #of(file: string): Buffer {
    return this.#synced.get(file) ?? Buffer.alloc(0)
  }

  /** What is found after the power came back. */
  image(random: Random): Map<string, Buffer> {
    const manner = below(random, 4)
    const kept = (deeds: readonly Pending[]): Pending[] => {
      if (manner === 0) return []
      if (manner === 1) return deeds.slice(0, below(random, deeds.length + 1))
      return deeds.flatMap((deed) => {
        if (manner === 2) return random() < 0.5 ? [deed] : []
        return deed.kind === 'write' ? torn(deed, random) : [deed]
      })
    }
    const files = new Set([...this.#synced.keys(), ...this.#pending.keys()])
    return new Map(
      [...files].map((file) => [
        file,
        kept(this.#pending.get(file) ?? []).reduce(applied, this.#of(file)),
      ]),
    )
  }
}

function applied(content: Buffer, deed: Pending): Buffer {
  if (deed.kind === 'truncate') {
    return Buffer.concat([
      content,
      Buffer.alloc(Math.max(0, deed.length - content.length)),
    ]).subarray(0, deed.length)
  }
  const end = deed.at + deed.data.length
  const result = Buffer.alloc(Math.max(content.length, end))
  content.copy(result)
  deed.data.copy(result, deed.at)
  return result
}

/** Some of its sectors. */
function torn(deed: Extract<Pending, { kind: 'write' }>, random: Random): Pending[] {
  const sectors = Math.ceil(deed.data.length / SECTOR)
  return Array.from({ length: sectors }, (_, i) => i)
    .filter(() => random() < 0.5)
    .map((i) => ({
      ...deed,
      at: deed.at + i * SECTOR,
      data: deed.data.subarray(i * SECTOR, (i + 1) * SECTOR),
    }))
}
