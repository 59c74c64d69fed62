// How long the practice portal takes for what a real one does behind the scenes.

/** All in milliseconds. */
export interface Pace {
  /** From receipt (`REC`) to the start of the work (`IP`). */
  readonly queue: number
  /** From the start of the work to its verdict. */
  readonly work: number
  /** After data changed, until the summary's checksums are made (`RT_FIL_25` until then). */
  readonly checksum: number
  /** From filing until `track` shows the ARN. */
  readonly track: number
}

/** For people: long enough to be seen, short enough not to bore. */
export const humanPace: Pace = { queue: 800, work: 1500, checksum: 500, track: 3000 }

/** For tests. */
export const fastPace: Pace = { queue: 15, work: 25, checksum: 10, track: 40 }

/** A duration within a quarter of the given one, so that nobody relies on an exact time. */
export function about(duration: number, random: () => number): number {
  return Math.round(duration * (0.75 + random() / 2))
}
