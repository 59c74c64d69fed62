// Three kinds of tests: pure and agent code in two time zones, the Excel side on real office.js, and the whole job in a browser.
import { defineConfig } from 'vitest/config'

const inZone = (name: string, TZ: string, include: string[]) => ({
  test: { name, include, env: { TZ }, testTimeout: 30_000, hookTimeout: 60_000 },
})

export default defineConfig({
  test: {
    reporters: ['default', './test/closing-line.ts'],
    projects: [
      inZone('core-kolkata', 'Asia/Kolkata', ['test/templates/**/*.test.ts']),
      inZone('core-new-york', 'America/New_York', ['test/templates/**/*.test.ts']),
      inZone('agent', 'Asia/Kolkata', ['test/agent/**/*.test.ts', 'test/*.test.ts']),
      { test: { name: 'addin', include: ['test/addin/**/*.test.{ts,tsx}'], testTimeout: 30_000 } },
      {
        test: {
          name: 'e2e',
          include: ['test/{e2e,faults}/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
