// Starts the practice portal: Sandbox's interface on loopback, over a ledger on disk, with no account and no network.
import { serveAdmin } from './admin.ts'
import { practiceOtps } from './credentials.ts'
import { makeFaults } from './faults.ts'
import { listen, type Listening } from './http.ts'
import { openLedger } from './ledger.ts'
import { humanPace } from './pace.ts'
import type { Portal, Settings } from './portal.ts'
import { serve } from './server.ts'
import { isSignPage, serveSignPage } from './sign-page.ts'

export interface PracticeOptions extends Partial<Settings> {
  /** Holds `practice.sqlite`; made where it is missing. */
  readonly dataFolder: string
  /** 0, the default, takes a free one. */
  readonly port?: number
  /** Opens the side door for tests as well. */
  readonly adminPort?: number
  now(): Date
  random(): number
  newId(): string
  /** Told of errors that should not happen; without it they become process warnings. */
  onUnexpected?(error: unknown): void
}

export interface PracticePortal {
  readonly url: string
  readonly port: number
  readonly admin?: { readonly url: string; readonly port: number }
  close(): Promise<void>
}

export async function startPractice(options: PracticeOptions): Promise<PracticePortal> {
  const ledger = openLedger(options.dataFolder)
  const portal: Portal = {
    ledger,
    settings: {
      pace: options.pace ?? humanPace,
      otps: options.otps ?? practiceOtps,
      saves: options.saves ?? 'upsert',
      amounts: options.amounts ?? 'string',
      hsnReport: options.hsnReport ?? 'by-period',
      txpAnswer: options.txpAnswer ?? 'txp',
      bodiesKept: options.bodiesKept ?? 200,
      sessions: options.sessions ?? 5,
    },
    now: () =>
      options.now().getTime() +
      (ledger.one<{ ahead: number }>('select ahead from clock')?.ahead ?? 0),
    random: () => options.random(),
    newId: () => options.newId(),
  }
  const faults = makeFaults()
  const onUnexpected =
    options.onUnexpected?.bind(options) ??
    ((error: unknown) => {
      process.emitWarning(error instanceof Error ? error : String(error))
    })
  const opened: Listening[] = []
  const close = async () => {
    await Promise.all(opened.map((server) => server.close()))
    ledger.close()
  }
  try {
    const api = serve(portal, faults, onUnexpected)
    const signing = serveSignPage(portal, portal.newId(), onUnexpected)
    const main = await listen((request, response) => {
      if (isSignPage(request)) signing(request, response)
      else api(request, response)
    }, options.port ?? 0)
    opened.push(main)
    if (options.adminPort === undefined) return { url: main.url, port: main.port, close }
    const admin = await listen(serveAdmin(portal, faults), options.adminPort)
    opened.push(admin)
    return {
      url: main.url,
      port: main.port,
      admin: { url: admin.url, port: admin.port },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
