// Pictures of every view for people to judge: `node scripts/screenshots.ts FOLDER [WIDE]`. The pane at three widths in
// three looks goes into FOLDER, the whole preview for the README into WIDE. Needs a build in dist/ and a Chromium.
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { SAMPLE_TAXPAYER } from '../templates/sample-company.ts'
import { b2bWorkbook } from '../test/e2e/b2b-workbook.ts'
import { LOOKS, setPaneWidth } from '../test/e2e/looks.ts'
import { rehearse, type Rehearsal } from '../test/e2e/rehearsal.ts'
import { BUYERS, row } from '../test/sheets.ts'

const WIDTHS = [320, 350, 500]
/** Of the window: wide enough for the sheet, and as high as the pane's content, within reason. */
const WINDOW = { width: 1366, usual: 768, highest: 2_600 }
const OTP = '575757'

const [out, wide] = process.argv.slice(2)
if (out === undefined) throw new Error('Name the folder for the pictures.')
const FOLDER = resolve(out)
const WIDE = wide === undefined ? undefined : resolve(wide)
for (const folder of [FOLDER, WIDE])
  if (folder !== undefined) mkdirSync(folder, { recursive: true })

let pictures = 0

/** The pane as it stands, nine times. */
async function picture(job: Rehearsal, name: string): Promise<void> {
  pictures += 1
  const { page } = job
  const before = await setPaneWidth(page, `${WIDTHS[0]}px`)
  for (const width of WIDTHS) {
    await setPaneWidth(page, `${width}px`)
    const content = await job.pane.evaluate(() => document.documentElement.scrollHeight)
    const height = Math.min(WINDOW.highest, Math.max(WINDOW.usual, content + 60))
    await page.setViewportSize({ width: WINDOW.width, height })
    for (const [look, media] of Object.entries(LOOKS)) {
      await page.emulateMedia(media)
      const path = join(FOLDER, `${String(pictures).padStart(2, '0')}-${name}-${width}-${look}.png`)
      await page.locator('iframe').screenshot({ path })
    }
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null })
  await page.setViewportSize({ width: WINDOW.width, height: WINDOW.usual })
  await setPaneWidth(page, before)
}

/** Sheet and pane together, with what the pane's heading `from` begins in sight. */
async function widePicture(job: Rehearsal, name: string, from: string): Promise<void> {
  if (WIDE === undefined) return
  const heading = job.pane.getByRole('heading', { name: from }).first()
  await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await job.page.screenshot({ path: join(WIDE, `${name}.png`) })
}

async function open(job: Rehearsal, step: string): Promise<void> {
  await job.begin()
  await job.step(step)
}

// ── the month of the sample company, to the portal's verdict ────────────────────────────────────

async function sampleMonth(job: Rehearsal): Promise<void> {
  await picture(job, 'first-run')
  await job.begin()
  await picture(job, 'connect')
  await job.press('Ask for OTP')
  await job.says('In practice it is 575757.')
  await picture(job, 'otp')
  await job.pane.getByLabel('OTP').fill(OTP)
  await job.press('Sign in')
  await job.says(/Signed in until/)
  await picture(job, 'signed-in')
  await job.step('Check')
  await picture(job, 'check-before')
  await job.hostFaults({ delay: 3_000 })
  await job.press('Check the workbook')
  await job.says(/^(Reading|Working)/)
  await picture(job, 'check-reading')
  await job.hostFaults({ delay: 0 })
  await job.says(/marked on the sheets/)
  await picture(job, 'check-after')
  await job.pane.getByRole('button', { name: 'Next', exact: true }).press('F8')
  await job.pane.locator('.chosen').waitFor()
  await picture(job, 'problem-chosen')
  await widePicture(job, 'check', 'problems')
  await job.step('Save')
  await picture(job, 'save-before')
  await job.press('Show what would change')
  await job.says('Send to the portal')
  await picture(job, 'save-plan')
  await widePicture(job, 'plan', 'Save to the portal')
  await job.press('Send to the portal')
  await job.says('Waiting for the portal’s verdict')
  await picture(job, 'saving')
  await job.says('The portal did not accept everything')
  await job.says(/marked on the sheets/)
  await picture(job, 'verdict')
  await job.pane.getByRole('button', { name: 'Next', exact: true }).press('F8')
  await job.pane.locator('.chosen').waitFor()
  await widePicture(job, 'verdict', 'problems')
}

// ── another workbook of the same return: removals to be meant, a reset, then a clean month ──────

async function smallMonth(job: Rehearsal): Promise<void> {
  const rows = [
    row({ inum: 'INV-1', txval: 84_500, val: 99_710 }),
    row({ inum: 'INV-2', ctin: BUYERS[1], rt: 5, txval: 132_000, val: 138_600 }),
    row({ inum: 'INV-3', ctin: BUYERS[2], txval: 56_250, val: 66_375 }),
    row({ inum: 'INV-4', ctin: BUYERS[2], rt: 5, txval: 41_800, val: 43_890 }),
    row({ inum: 'INV-5', ctin: BUYERS[3], rt: 40, txval: 9_600, val: 13_440 }),
  ]
  await job.openFile('october.xlsx', await b2bWorkbook('october.xlsx', rows))
  await open(job, 'Save')
  await job.press('Show what would change')
  await job.says('Last saved from another workbook')
  await picture(job, 'plan-with-removals')
  await job.press('Not now')
  await job.pane.getByText('Start over: reset this return').click()
  await picture(job, 'reset')
  await job.pane.getByLabel('To confirm, type RESET').fill('RESET')
  await job.press('Reset the return')
  await job.says('First you see what would change on the portal')
  await job.press('Show what would change')
  await job.press('Send to the portal')
  await job.says('The portal accepted the save')
  await picture(job, 'save-accepted')
  await job.step('File')
  await picture(job, 'file-prepare')
  await job.press('Prepare for filing')
  await job.says('The sheets and the portal agree')
  await picture(job, 'review')
  await widePicture(job, 'review', 'File')
  await job.press('Ask for OTP')
  await job.pane.getByLabel('EVC OTP').waitFor()
  await picture(job, 'sign')
  await job.pane.getByLabel('EVC OTP').fill(OTP)
  await job.pane
    .getByLabel('Last four characters of the GSTIN')
    .fill(SAMPLE_TAXPAYER.gstin.slice(-4))
  await picture(job, 'sign-confirmed')
  await job.ledger.fault({ call: 'file', mode: 'drop-after' })
  await job.ledger.fault({ call: 'track', mode: 'drop-before', times: 8 })
  await job.press(/^File GSTR-1/)
  await job.says('Sent; the outcome is not known yet')
  await picture(job, 'outcome-unknown')
  await job.ledger.noFaults()
  await job.pane.getByText(/^PRACTICE\d{7}$/).waitFor({ timeout: 120_000 })
  await picture(job, 'filed')
  await job.step('Save')
  await picture(job, 'save-after-filing')
}

// ── what goes otherwise ─────────────────────────────────────────────────────────────────────────

async function otherWays(job: Rehearsal): Promise<void> {
  await job.openFile('quiet.xlsx', await b2bWorkbook('quiet.xlsx', []))
  await open(job, 'Check')
  await job.press('Check the workbook')
  await job.says('Nothing to report in these sheets')
  await picture(job, 'nothing-to-report')
  await job.step('Save')
  await job.signIn()
  await job.says('First you see what would change')
  await job.step('File')
  await picture(job, 'nil-offer')
  await job.pane.getByLabel('To confirm, type NIL').fill('NIL')
  await job.press('Prepare a nil return')
  await job.says('Nil return for October 2026')
  await picture(job, 'nil-declared')

  await job.openSample('Protected sample', 'sample-company-protected.xlsx')
  await open(job, 'Check')
  await job.press('Check the workbook')
  await job.says(/(is|are) protected/)
  await picture(job, 'protected')

  await job.stopAgent()
  await job.press('Check again')
  await job.says('The agent is not running')
  await picture(job, 'agent-stopped')
  await job.restartAgent()

  // The pane comes from the agent: one that is loaded while the agent falls silent.
  await job.page.route('**/api/about', (route) => route.abort())
  await job.restartHost()
  await job.says('Start the sync agent')
  await picture(job, 'agent-away')
  await job.page.unroute('**/api/about')
  await job.press('Try again')
  await job.pane.evaluate(() => localStorage.clear())
  await job.restartHost()
  await job.says('Pair with the agent')
  await picture(job, 'pairing')
}

for (const month of [[sampleMonth, smallMonth], [otherWays]]) {
  const job = await rehearse('human')
  try {
    for (const part of month) await part(job)
  } finally {
    await job.end()
  }
}
console.log(`${pictures} states, ${pictures * WIDTHS.length * Object.keys(LOOKS).length} pictures`)
