// Starts the practice portal: Sandbox's interface on loopback, over a ledger on disk, with no account and no network.
import { serveAdmin } from './admin.ts'
import { listen, type Listening } from './http.ts'
import { ledgerIn } from './ledger.ts'
import { openPractice, type OpenOptions } from './open.ts'
import { serve } from './server.ts'
import { isSignPage, serveSignPage } from './sign-page.ts'

export interface PracticeOptions extends Omit<OpenOptions, 'file'> {
  /** Holds `practice.sqlite`; made where it is missing. */
  readonly dataFolder: string
  /** 0, the default, takes a free one. */
  readonly port?: number
  /** Opens the side door for tests as well. */
  readonly adminPort?: number
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
  const practice = openPractice({ ...options, file: ledgerIn(options.dataFolder) })
  const onUnexpected =
    options.onUnexpected?.bind(options) ??
    ((error: unknown) => {
      process.emitWarning(error instanceof Error ? error : String(error))
    })
  const opened: Listening[] = []
  const close = async () => {
    await Promise.all(opened.map((server) => server.close()))
    practice.close()
  }
  try {
    const api = serve(practice, onUnexpected)
    const signing = serveSignPage(practice.portal, practice.portal.newId(), onUnexpected)
    const main = await listen((request, response) => {
      if (isSignPage(request)) signing(request, response)
      else api(request, response)
    }, options.port ?? 0)
    opened.push(main)
    if (options.adminPort === undefined) return { url: main.url, port: main.port, close }
    const admin = await listen(serveAdmin(practice), options.adminPort)
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
