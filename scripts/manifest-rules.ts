// What Office asks of a manifest, checked without Microsoft's online service. Sources: the element ordering and
// limits in the Office add-ins documentation; the shared runtime's rules; and what our own code serves.
import { SaxesParser } from 'saxes'

export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** What the project has that a manifest may point to. */
export interface Project {
  /** Pixels of a square PNG, by its path in the project; `undefined` when there is no such file. */
  readonly iconSize: (path: string) => number | undefined
  /** Addresses of pages that the agent serves. */
  readonly pages: readonly string[]
  /** Names given to `Office.actions.associate`. */
  readonly functions: readonly string[]
  /** The content of a JSON file, by its path in the project; `undefined` when there is no such file. */
  readonly json: (path: string) => unknown
}

/** Office does not load an add-in whose elements stand in another order. */
const ORDER: Readonly<Record<string, string>> = {
  OfficeApp:
    'Id AlternateId Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements DefaultSettings Permissions VersionOverrides ExtendedOverrides',
  VersionOverrides: 'Description Requirements Hosts Resources VersionOverrides',
  Host: 'Runtimes AllFormFactors DesktopFormFactor',
  DesktopFormFactor: 'GetStarted FunctionFile ExtensionPoint',
  CustomTab: 'Group Label InsertAfter',
  Group: 'Label Icon Control',
  Control: 'Label Supertip Icon Action',
  Supertip: 'Title Description',
  GetStarted: 'Title Description LearnMoreUrl',
  Action: 'TaskpaneId SourceLocation Title FunctionName',
  Resources: 'bt:Images bt:Urls bt:ShortStrings bt:LongStrings',
}

/** Longest text, by the element that holds it. */
const LONGEST: Readonly<Record<string, number>> = {
  DisplayName: 125,
  Description: 250,
  'bt:ShortStrings': 125,
  'bt:LongStrings': 250,
  'bt:Urls': 2048,
  'bt:Images': 2048,
}

/** A ribbon icon without these sizes is refused; the others make it sharper. */
const ICON_SIZES = ['16', '32', '80']
const ICON_URLS: Readonly<Record<string, number>> = { IconUrl: 32, HighResolutionIconUrl: 64 }
/** May point to a site of anyone's. */
const ANYWHERE = ['SupportUrl', 'LearnMoreUrl']
const MOST_COMMANDS_IN_A_GROUP = 7

/** Every rule that the manifest breaks, in words; none when it is sound. */
export function manifestFaults(xml: string, project: Project): string[] {
  const root = readXml(xml)
  if (root === undefined) return ['The manifest is not well-formed XML.']
  const all = [...walk(root)]
  const named = (name: string): Element[] => all.filter((element) => element.name === name)
  const resources = named('Resources').flatMap((element) => [...walk(element)])
  const byId = new Map(
    resources.flatMap((element) => {
      const { id } = element.attributes
      return id === undefined ? [] : [[id, element] as const]
    }),
  )
  const origin = originOf(valueOf(named('SourceLocation')[0]))

  return [
    ...all.flatMap(orderFaults),
    ...identityFaults(root),
    ...lengthFaults(all),
    ...resourceFaults(all, resources, byId),
    ...all.flatMap((element) => addressFaults(element, origin, project)),
    ...named('Icon').flatMap((icon) => iconFaults(icon, byId, project)),
    ...runtimeFaults(root, named),
    ...named('FunctionName')
      .filter(({ text }) => !project.functions.includes(text))
      .map(({ text }) => `FunctionName ${text} is not associated in the pane's code.`),
    ...named('ExtendedOverrides').flatMap((element) => shortcutFaults(element, origin, project)),
    ...named('Group')
      .filter(({ children }) => children.filter(isControl).length > MOST_COMMANDS_IN_A_GROUP)
      .map(({ attributes }) => `Group ${attributes['id'] ?? ''} has more than seven commands.`),
  ]
}

const isControl = ({ name }: Element): boolean => name === 'Control'

function orderFaults({ name, children }: Element): string[] {
  const order = ORDER[name]?.split(' ')
  if (order === undefined) return []
  const places = children.map((child) => order.indexOf(child.name))
  const unknown = children.filter((_, i) => places[i] === -1)
  const misplaced = children.filter((_, i) => (places[i] ?? 0) < (places[i - 1] ?? -1))
  return [
    ...unknown.map((child) => `${child.name} does not belong in ${name}.`),
    ...misplaced.map((child) => `${child.name} stands too late in ${name}.`),
  ]
}

function identityFaults(root: Element): string[] {
  const text = (name: string): string => childOf(root, name)?.text ?? ''
  const faults: string[] = []
  if (!/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text('Id'))) {
    faults.push('Id is not a lower-case GUID.')
  }
  if (!/^\d+\.\d+\.\d+\.\d+$/.test(text('Version'))) faults.push('Version is not n.n.n.n.')
  if (text('Permissions') !== 'ReadWriteDocument') {
    faults.push('Permissions is not ReadWriteDocument.')
  }
  return faults
}

function lengthFaults(all: readonly Element[]): string[] {
  return all.flatMap(({ name, attributes, children }) => {
    const longest = LONGEST[name]
    if (longest === undefined) return []
    const texts = [attributes, ...children.map((child) => child.attributes)]
    return texts
      .filter(({ DefaultValue = '' }) => DefaultValue.length > longest)
      .map(({ id = name }) => `${id} is longer than ${longest} characters.`)
  })
}

function resourceFaults(
  all: readonly Element[],
  resources: readonly Element[],
  byId: ReadonlyMap<string, Element>,
): string[] {
  const ids = resources.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]))
  const used = all.flatMap(({ attributes: { resid } }) => (resid === undefined ? [] : [resid]))
  return [
    ...ids
      .filter((id, i) => ids.indexOf(id) !== i)
      .map((id) => `Resource ${id} is defined more than once.`),
    ...ids
      .filter((id) => id.length > 32)
      .map((id) => `Resource id ${id} is longer than 32 characters.`),
    ...used.filter((id) => !byId.has(id)).map((id) => `Resource ${id} is used but not defined.`),
    ...ids.filter((id) => !used.includes(id)).map((id) => `Resource ${id} is never used.`),
  ]
}

function addressFaults(element: Element, origin: string, project: Project): string[] {
  const address = valueOf(element)
  if (!/^\w+:\/\//.test(address)) return []
  const { name, attributes } = element
  if (!address.startsWith('https://')) return [`${address} is not https.`]
  if (ANYWHERE.includes(name)) return []
  if (originOf(address) !== origin) return [`${address} is not on our own origin, ${origin}.`]
  const path = address.slice(origin.length)
  if (path.startsWith('/assets/')) {
    const size = project.iconSize(path.slice(1))
    if (size === undefined) return [`There is no PNG ${path.slice(1)}.`]
    const wanted = ICON_URLS[name]
    return wanted !== undefined && size !== wanted
      ? [`${name} has ${size} pixels instead of ${wanted}.`]
      : []
  }
  return project.pages.includes(path)
    ? []
    : [`The agent serves no page ${path} (${attributes['id'] ?? name}).`]
}

function iconFaults(icon: Element, byId: ReadonlyMap<string, Element>, project: Project): string[] {
  const sizes = icon.children.map(({ attributes }) => attributes['size'])
  const missing = ICON_SIZES.filter((size) => !sizes.includes(size))
  const wrong = icon.children.filter(({ attributes: { size, resid = '' } }) => {
    const { pathname } = new URL(valueOf(byId.get(resid)) || 'https://localhost/')
    const real = project.iconSize(pathname.slice(1))
    return real !== undefined && real !== Number(size)
  })
  return [
    ...missing.map((size) => `An Icon lacks the size ${size}.`),
    ...wrong.map(
      ({ attributes: { resid, size } }) => `${resid ?? ''} is not ${size ?? '?'} pixels.`,
    ),
  ]
}

/** The pane, the ribbon functions and the runtime must be one page, or Office starts none of them. */
function runtimeFaults(root: Element, named: (name: string) => Element[]): string[] {
  const overrides = childOf(root, 'VersionOverrides')
  const host = overrides && childOf(childOf(overrides, 'Hosts') ?? overrides, 'Host')
  const runtime = host?.children[0]?.children[0]
  const sets = named('Set').map(({ attributes }) => attributes['Name'])
  const faults: string[] = []
  if (host?.children[0]?.name !== 'Runtimes' || runtime === undefined) {
    faults.push('Runtimes is not the first element of Host.')
  }
  if (runtime?.attributes['lifetime'] !== 'long') faults.push('The runtime is not a long one.')
  for (const { name, attributes } of [...named('FunctionFile'), ...named('SourceLocation')]) {
    const { resid } = attributes
    if (resid !== undefined && resid !== runtime?.attributes['resid']) {
      faults.push(`${name} points to another page than the runtime.`)
    }
  }
  for (const set of ['SharedRuntime', 'ExcelApi']) {
    if (!sets.includes(set)) faults.push(`Requirements do not ask for ${set}.`)
  }
  return faults
}

/** What a file of shortcuts may say: a modifier other than Shift alone, and one key (custom keyboard shortcuts). */
const COMBINATION = /^(?=.*\b(?:Ctrl|Alt|Cmd)\+)(?:(?:Ctrl|Alt|Shift|Cmd)\+)+[A-Z0-9]$/i

function shortcutFaults({ attributes }: Element, origin: string, project: Project): string[] {
  const { Url = '' } = attributes
  const { actions, shortcuts } = asShortcuts(project.json(Url.slice(origin.length + 1)))
  if (!Url.startsWith(`${origin}/assets/`) || shortcuts.length === 0) {
    return [`There is no file of shortcuts ${Url}.`]
  }
  return [
    ...actions
      .filter(({ id }) => !project.functions.includes(id))
      .map(({ id }) => `Action ${id} is not associated in the pane's code.`),
    ...shortcuts
      .filter(({ action }) => !actions.some(({ id }) => id === action))
      .map(({ action }) => `A shortcut is for ${action}, which is no action.`),
    ...shortcuts
      .filter(({ key }) => !COMBINATION.test(key.default))
      .map(({ key }) => `${key.default} is no combination of keys.`),
  ]
}

interface Shortcuts {
  readonly actions: readonly { readonly id: string }[]
  readonly shortcuts: readonly {
    readonly action: string
    readonly key: { readonly default: string }
  }[]
}

/** The file is ours; a broken one has no shortcuts. */
const asShortcuts = (content: unknown): Shortcuts => ({
  actions: [],
  shortcuts: [],
  ...(content as Partial<Shortcuts> | undefined),
})

const valueOf = (element: Element | undefined): string => element?.attributes['DefaultValue'] ?? ''

const originOf = (address: string): string => /^https?:\/\/[^/]+/.exec(address)?.[0] ?? ''

const childOf = (parent: Element, name: string): Element | undefined =>
  parent.children.find((child) => child.name === name)

function* walk(element: Element): Generator<Element> {
  yield element
  for (const child of element.children) yield* walk(child)
}

function readXml(xml: string): Element | undefined {
  const document: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [document]
  let sound = true
  const parser = new SaxesParser()
  parser.on('error', () => {
    sound = false
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element !== undefined) element.text += text.trim()
  })
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  return sound ? document.children[0] : undefined
}
