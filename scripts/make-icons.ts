// Draws the icons into assets/: node scripts/make-icons.ts. A PNG is small enough to write by hand.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'

type Rgb = readonly [number, number, number]
/** Coordinates run from 0 to 1, down and to the right. */
type Shape = (x: number, y: number) => boolean
interface Layer {
  readonly shape: Shape
  readonly colour: Rgb
}

const BLUE: Rgb = [15, 84, 140]
/** Seen on Excel's light and dark ribbons alike. */
const MIDDLE: Rgb = [38, 121, 190]
const PALE: Rgb = [158, 196, 226]
const WHITE: Rgb = [255, 255, 255]
const GREEN: Rgb = [16, 124, 65]
const RED: Rgb = [180, 35, 24]

const box =
  (left: number, top: number, right: number, bottom: number, radius: number): Shape =>
  (x, y) => {
    const dx = Math.max(left + radius - x, x - right + radius, 0)
    const dy = Math.max(top + radius - y, y - bottom + radius, 0)
    return x >= left && x <= right && y >= top && y <= bottom && Math.hypot(dx, dy) <= radius
  }

/** A line of this thickness through the points, with round ends. */
const stroke =
  (thickness: number, ...points: (readonly [number, number])[]): Shape =>
  (x, y) =>
    points.slice(1).some(([toX, toY], i) => {
      const [fromX, fromY] = points[i] ?? [toX, toY]
      const [dx, dy] = [toX - fromX, toY - fromY]
      const along = ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy)
      const t = Math.min(1, Math.max(0, along))
      return Math.hypot(x - fromX - t * dx, y - fromY - t * dy) <= thickness / 2
    })

const tick = (thickness: number): Shape => stroke(thickness, [0.22, 0.55], [0.42, 0.75], [0.8, 0.3])

const DRAWINGS: Readonly<Record<string, { layers: readonly Layer[]; sizes: readonly number[] }>> = {
  // The rows of a sheet, ticked off.
  icon: {
    sizes: [16, 20, 24, 32, 40, 48, 64, 80, 96, 128],
    layers: [
      { shape: box(0.03, 0.03, 0.97, 0.97, 0.18), colour: BLUE },
      { shape: stroke(0.09, [0.2, 0.25], [0.8, 0.25]), colour: PALE },
      { shape: stroke(0.09, [0.2, 0.5], [0.45, 0.5]), colour: PALE },
      { shape: stroke(0.09, [0.2, 0.75], [0.34, 0.75]), colour: PALE },
      { shape: stroke(0.15, [0.36, 0.58], [0.54, 0.77], [0.83, 0.42]), colour: WHITE },
    ],
  },
  check: {
    sizes: [16, 32, 80],
    layers: [{ shape: tick(0.17), colour: GREEN }],
  },
  // A wrong cell, and on to the next.
  next: {
    sizes: [16, 32, 80],
    layers: [
      { shape: box(0.05, 0.1, 0.95, 0.44, 0.06), colour: RED },
      { shape: box(0.14, 0.19, 0.86, 0.35, 0.03), colour: WHITE },
      { shape: stroke(0.13, [0.5, 0.54], [0.5, 0.88]), colour: MIDDLE },
      { shape: stroke(0.13, [0.28, 0.7], [0.5, 0.91], [0.72, 0.7]), colour: MIDDLE },
    ],
  },
  // The same, upwards.
  previous: {
    sizes: [16, 32, 80],
    layers: [
      { shape: box(0.05, 0.56, 0.95, 0.9, 0.06), colour: RED },
      { shape: box(0.14, 0.65, 0.86, 0.81, 0.03), colour: WHITE },
      { shape: stroke(0.13, [0.5, 0.12], [0.5, 0.46]), colour: MIDDLE },
      { shape: stroke(0.13, [0.28, 0.3], [0.5, 0.09], [0.72, 0.3]), colour: MIDDLE },
    ],
  },
}

/** Each pixel is the average of 8 × 8 points. */
const POINTS = 8

function draw(layers: readonly Layer[], size: number): Buffer {
  const rows: Buffer[] = []
  for (let row = 0; row < size; row += 1) {
    const pixels = Array.from({ length: size }, (_, column) => pixelOf(layers, size, row, column))
    rows.push(Buffer.from([0, ...pixels.flat()])) // 0: the row is not filtered
  }
  return png(size, Buffer.concat(rows))
}

/** Red, green, blue, alpha. */
function pixelOf(layers: readonly Layer[], size: number, row: number, column: number): number[] {
  const sum = [0, 0, 0]
  let hits = 0
  for (let point = 0; point < POINTS * POINTS; point += 1) {
    const x = (column + ((point % POINTS) + 0.5) / POINTS) / size
    const y = (row + (Math.floor(point / POINTS) + 0.5) / POINTS) / size
    const top = layers.findLast(({ shape }) => shape(x, y))
    if (top === undefined) continue
    hits += 1
    top.colour.forEach((part, i) => (sum[i] = (sum[i] ?? 0) + part))
  }
  const colour = sum.map((part) => (hits === 0 ? 0 : Math.round(part / hits)))
  return [...colour, Math.round((255 * hits) / (POINTS * POINTS))]
}

function png(size: number, pixels: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6, 0, 0, 0], 8) // 8 bits a part, RGBA, no interlace
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

const folder = join(import.meta.dirname, '../assets')
mkdirSync(folder, { recursive: true })
for (const [name, { layers, sizes }] of Object.entries(DRAWINGS)) {
  for (const size of sizes) writeFileSync(join(folder, `${name}-${size}.png`), draw(layers, size))
}
