// Parts of the pane that come when they are first needed, and ahead of that when nothing else is to do: the views of the
// steps after Connect, and the words for problems. A new view is a line in LATER, beside its place in state.ts.
import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { hasWords, loadWords } from '../words.ts'
import { change, pane, type Place, type ViewProps } from './state.ts'

export type View = (props: ViewProps) => VNode

interface Part {
  /** Stands alone while the view is on its way. */
  readonly heading: string
  readonly load: () => Promise<Come>
}

interface Come {
  readonly View: View
  /** What is looked for whenever the user goes there. */
  readonly arrive?: () => Promise<void>
}

const LATER = {
  check: {
    heading: 'Check',
    load: () => import(/* webpackChunkName: "check" */ './check/check-step.ts'),
  },
  save: {
    heading: 'Save to the portal',
    load: () => import(/* webpackChunkName: "save" */ './save/save-step.ts'),
  },
  file: {
    heading: 'File',
    load: () => import(/* webpackChunkName: "file" */ './file/file-step.ts'),
  },
  portal: {
    heading: 'Sheets and portal',
    load: () => import(/* webpackChunkName: "portal" */ './portal/portal-step.ts'),
  },
} satisfies Partial<Record<Place, Part>>

/** Places whose view comes later. */
export type LaterPlace = keyof typeof LATER

const here = new Map<LaterPlace, Come>()

export const isLater = (place: Place): place is LaterPlace => Object.hasOwn(LATER, place)

export function LaterView({ state, place }: ViewProps & { place: LaterPlace }) {
  const View = hasWords() ? here.get(place)?.View : undefined
  useEffect(() => {
    if (View === undefined) void bring(place)
  }, [place, View])
  return View === undefined ? <h2 tabIndex={-1}>{LATER[place].heading}</h2> : <View state={state} />
}

/** Has the view of a place and the words it speaks in, and draws the pane anew. What does not come is told. */
async function bring(place: LaterPlace): Promise<Come | undefined> {
  const come = here.get(place)
  if (come !== undefined && hasWords()) return come
  try {
    const [part] = await Promise.all([LATER[place].load(), hasWords() ? undefined : loadWords()])
    here.set(place, part)
    change({ partMissing: false })
    return part
  } catch {
    change({ partMissing: true })
    return undefined
  }
}

/** To be told that the user has gone there. */
export async function arriveAt(place: Place): Promise<void> {
  if (isLater(place)) await (await bring(place))?.arrive?.()
}

/** For what is told beside a view that is here already. */
export async function bringWords(): Promise<void> {
  if (hasWords()) return
  try {
    await loadWords()
    change({ partMissing: false })
  } catch {
    change({ partMissing: true })
  }
}

/** All that is still to come. What fails now is tried again, and told, when it is needed. */
export async function bringAhead(): Promise<void> {
  const views = Object.entries(LATER) as [LaterPlace, Part][]
  await Promise.allSettled([
    hasWords() ? undefined : loadWords(),
    ...views.map(async ([place, { load }]) => here.set(place, await load())),
  ])
  change({})
}

/** The agent is away, or was started again with another build, whose parts have other names. */
export function PartMissing() {
  return (
    <Notice weight="error" title="A part of the pane did not load" alert>
      <p>
        The sync agent does not answer, or it was updated while this pane was open. Nothing is lost:
        look that the agent runs, then try again. If that does not help, reload the pane.
      </p>
      <div class="actions">
        <Button kind="primary" onPress={() => void bringMissing()}>
          Try again
        </Button>
        <Button onPress={() => location.reload()}>Reload the pane</Button>
      </div>
    </Notice>
  )
}

async function bringMissing(): Promise<void> {
  const { place } = pane()
  await (isLater(place) ? bring(place) : bringWords())
}
