// Four kinds of tests: pure and agent code in two time zones, the Excel side on real office.js, the whole job in a browser, and faults.
import { defineConfig } from 'vitest/config'

const inZone = (name: string, TZ: string, include: string[]) => ({
  test: { name, include, env: { TZ }, testTimeout: 30_000, hookTimeout: 60_000 },
})

/** Whole agents and browsers: they would only stand in each other's way. */
const oneAtATime = (name: string, testTimeout: number) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout,
    hookTimeout: 120_000,
    fileParallelism: false,
    maxConcurrency: 2,
  },
})

export default defineConfig({
  test: {
    reporters: ['default', './test/closing-line.ts'],
    projects: [
      inZone('core-kolkata', 'Asia/Kolkata', ['test/templates/**/*.test.ts']),
      inZone('core-new-york', 'America/New_York', ['test/templates/**/*.test.ts']),
      inZone('agent', 'Asia/Kolkata', ['test/agent/**/*.test.ts', 'test/*.test.ts']),
      { test: { name: 'addin', include: ['test/addin/**/*.test.{ts,tsx}'], testTimeout: 30_000 } },
      oneAtATime('e2e', 300_000),
      oneAtATime('faults', 900_000),
    ],
  },
})
