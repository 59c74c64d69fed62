// One taxpayer with an agent beside a practice portal, both new for every test of a file.
import { afterEach, beforeEach } from 'vitest'
import { Life, openPortal, type HeldPortal } from './life.ts'

/** Those of the test that runs. */
export let portal: HeldPortal
export let ours: Life

/** Signed in when a test begins. */
export function newForEachTest(): void {
  beforeEach(async () => {
    portal = await openPortal()
    ours = new Life(portal, 1)
    await ours.start()
    await ours.signIn()
  })
  afterEach(async () => {
    await ours.end()
    await portal.close()
  })
}
