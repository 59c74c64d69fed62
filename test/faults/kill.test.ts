// kill -9 at every point on the way of a write, alone and together with a portal that fails, and at moments nobody chose:
// restarted, the agent goes on where it was, asks the portal first, and neither loses nor doubles anything. Real processes, a
// real journal, the practice portal over real HTTP.
import { afterAll, describe, expect, test } from 'vitest'
import { CRASH_POINTS, type CrashPoint } from '../../agent/filing/tools.ts'
import { FIGURES } from './figures.ts'
import { FIRST, KillTrial, SECOND } from './kill-trial.ts'
import { startPracticeProcess, temporaryFolder, type PracticeProcess } from './processes.ts'
import { modesOf } from './simulator/portal-faults.ts'

/** Two trials at a time, each with a portal that no other trial's faults reach. */
const lanes = [1, 2].map(() => {
  const folder = temporaryFolder()
  return { folder, practice: startPracticeProcess(folder.path) }
})
const free = [...lanes]
const waiting: ((lane: (typeof lanes)[number]) => void)[] = []

afterAll(async () => {
  for (const { practice, folder } of lanes) {
    await (await practice).stop()
    folder.remove()
  }
  process.stdout.write(`kill -9: ${trials} trials, ${deaths} deaths\n`)
})

let trials = 0
let deaths = 0

async function inTrial(
  number: number,
  run: (trial: KillTrial, practice: PracticeProcess) => Promise<void>,
): Promise<void> {
  const lane =
    free.pop() ?? (await new Promise<(typeof lanes)[number]>((take) => waiting.push(take)))
  const practice = await lane.practice
  const trial = new KillTrial(practice, number)
  try {
    await run(trial, practice)
    await practice.ledger.noFaults()
    expect(await trial.violations()).toEqual([])
    trials += 1
    deaths += trial.deaths
  } finally {
    await practice.ledger.noFaults()
    await trial.end()
    const next = waiting.shift()
    if (next === undefined) free.push(lane)
    else next(lane)
  }
}

/** As much of a filing's way as the point lies on. */
async function wayOf(trial: KillTrial, point: CrashPoint): Promise<void> {
  if (!point.startsWith('file:') && !point.startsWith('proceed:')) await trial.save(FIRST)
  if (point.startsWith('reset:')) {
    await trial.reset()
    await trial.save(FIRST)
  }
  await trial.save(SECOND)
  await trial.file()
}

/** Which time it is reached: the second save removes and edits. */
const timeOf = (point: CrashPoint) => ({ point, nth: point.startsWith('save:') ? 2 : 1 })

/** The call whose answer matters around a point. */
const callAt = (point: CrashPoint): string => {
  const [act = '', step] = point.split(':')
  if (act === 'file') return step === 'confirmed' || step === 'acknowledged' ? 'track' : 'file'
  return step === 'polled' || step === 'over' ? 'status' : act
}

const RANDOM_SHARE = 5
const PAIRS = CRASH_POINTS.flatMap((point) =>
  modesOf(callAt(point)).map((mode) => [point, mode] as const),
)
const randomly = Math.floor(FIGURES.kills / RANDOM_SHARE)
const paired = FIGURES.kills - CRASH_POINTS.length - randomly
/** Spread over all of them, as many as there is time for. */
const chosen = Array.from(
  { length: paired },
  (_, i) => PAIRS[Math.floor((i * PAIRS.length) / paired) % PAIRS.length],
).flatMap((pair) => (pair === undefined ? [] : [pair]))

describe('killed', () => {
  test.concurrent.each(CRASH_POINTS.map((point, i) => [point, i] as const))(
    'at %s, it goes on and files exactly once what the sheets hold',
    async (point, i) => {
      await inTrial(i, async (trial) => {
        await trial.begin(timeOf(point))
        await wayOf(trial, point)
        expect(trial.deaths).toBe(1)
      })
    },
  )

  test.concurrent.each(chosen.map(([point, mode], i) => [point, mode, i] as const))(
    'at %s, while the portal answers by %s, the same holds',
    async (point, mode, i) => {
      await inTrial(CRASH_POINTS.length + i, async (trial, { ledger }) => {
        await trial.begin(timeOf(point))
        await ledger.fault({ call: callAt(point), mode, times: 1 })
        await wayOf(trial, point)
      })
    },
  )

  test.concurrent.each(Array.from({ length: randomly }, (_, i) => [i] as const))(
    'at a moment nobody chose (%i), the same holds',
    async (i) => {
      await inTrial(CRASH_POINTS.length + paired + i, async (trial) => {
        const killer = new AbortController()
        try {
          await trial.begin()
          const kills = killNowAndThen(trial, 60 + i * 37, killer.signal)
          await trial.save(FIRST)
          await trial.save(SECOND)
          await trial.file()
          killer.abort()
          await kills
        } finally {
          killer.abort()
        }
      })
    },
  )
})

/** Kills the agent twice, so many milliseconds after it came up. */
async function killNowAndThen(trial: KillTrial, after: number, signal: AbortSignal): Promise<void> {
  for (let i = 1; i <= 2 && !signal.aborted; i += 1) {
    const agent = trial.agent
    await new Promise((resolve) => setTimeout(resolve, after * i))
    if (!signal.aborted) await agent?.kill()
    while (trial.agent === agent && !signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
}
