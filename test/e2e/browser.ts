// A Chromium for browser tests: the one that the pre-flight looks for, with nothing of its own going on.
import { homedir } from 'node:os'
import { chromium, type Browser } from 'playwright-core'
import { findChromium } from '../../scripts/chromium.cjs'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The agent's certificate is its own.
  '--ignore-certificate-errors',
]

export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium(process.platform, process.env, homedir())
  if (executablePath === undefined) {
    throw new Error('No Chromium was found. Install one, or set CHROMIUM to its program.')
  }
  return chromium.launch({ executablePath, args: FLAGS })
}
