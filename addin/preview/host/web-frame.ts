// The host in a browser: answers office.js in an iframe as Excel on the web does, by messages between the two pages.
// office.js accepts a host page only over https and under its own host name; the ports may differ.
import type { HostEvent } from './protocol.ts'
import { REQUIREMENTS } from './requirements.ts'
import type { Answer, Conversation } from './session.ts'

/** The add-in as office.js names it to us, and this conversation. There is one pane on a page. */
const ADDIN = 'pane'
const CONVERSATION = 'preview'
const VERSION = 1

const MessageType = { request: 0, response: 1 } as const
const ActionType = { invoke: 0, registerEvent: 1, unregisterEvent: 2 } as const
const ResponseType = { forCalling: 0, forEventing: 1 } as const
/** What office.js tells of keys that lead out of the pane: Ctrl+F6, and Tab at its ends. */
const EXITS: Readonly<Record<number, { backward: boolean }>> = {
  5: { backward: false },
  6: { backward: true },
  13: { backward: false },
  14: { backward: true },
}
/** The one call that matters: a batch for the workbook. */
const EXECUTE_BATCH = 93
/** Where a batch lies in the array that carries it. */
const BATCH_TEXT = 4
const BATCH_FLAGS = 6

/** `Error` numbers of Office's older interface. */
const ErrorNumber = {
  none: 0,
  notSupported: 5000,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
} as const

interface FrameMessage {
  readonly _messageType: number
  readonly _actionName: string
  readonly _conversationId: string
  readonly _correlationId: number
  readonly _actionType: number
  readonly _data: unknown
}

interface ExecuteMethod {
  readonly ArrayData?: readonly unknown[]
  readonly DdaMethod?: { readonly DispatchId?: number }
}

export interface PaneFrame {
  /** The `name` that the iframe must already have when it is put into the page; later is too late. */
  readonly name: string
  /** To be given every `message` event of the host page. */
  receive(event: {
    readonly data: unknown
    readonly origin: string
    readonly source: unknown
  }): Promise<void>
}

/**
 * The host's end of the conversation with the pane at `paneOrigin`, framed in a page at `ownOrigin`.
 * `paneWindow` gives the frame's window, once it has one; `onExit` hears that the keyboard is to leave the pane.
 */
export function paneFrame(
  session: Conversation,
  workbookName: string,
  { ownOrigin, paneOrigin }: { readonly ownOrigin: string; readonly paneOrigin: string },
  paneWindow: () => Pick<Window, 'postMessage'> | null,
  onExit: (backward: boolean) => void = () => undefined,
): PaneFrame {
  const post = (message: Record<string, unknown>) => {
    const envelope = {
      _messageType: MessageType.response,
      _errorCode: ErrorNumber.none,
      _conversationId: CONVERSATION,
      _origin: ownOrigin,
      _serializerVersion: VERSION,
    }
    paneWindow()?.postMessage(JSON.stringify({ ...envelope, ...message }), paneOrigin)
  }

  session.onEvents((event) => {
    post({
      _actionName: 'richApiMessage',
      _responseType: ResponseType.forEventing,
      _correlationId: 0,
      _data: { ArrayData: [eventRow(event)] },
    })
  })

  /** Nothing for messages that expect no answer. */
  const answer = async (message: FrameMessage): Promise<unknown> => {
    if (message._actionType !== ActionType.invoke) return { Error: ErrorNumber.none }
    switch (message._actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        return appContext(workbookName)
      case 'executeMethod':
        return executeMethod(session, message._data as ExecuteMethod)
      case 'ContextActivationManager_notifyHost': {
        const [, action] = message._data as readonly unknown[]
        const exit = EXITS[Number(action)]
        if (exit) onExit(exit.backward)
        return undefined
      }
      default:
        return undefined
    }
  }

  return {
    name: frameName(ownOrigin),
    receive: async ({ data, origin, source }) => {
      if (origin !== paneOrigin || source !== paneWindow() || typeof data !== 'string') return
      const message = JSON.parse(data) as FrameMessage
      if (message._messageType !== MessageType.request) return
      if (message._conversationId !== CONVERSATION) return
      const _data = await answer(message)
      if (_data === undefined) return
      const { _actionName, _correlationId } = message
      post({ _actionName, _correlationId, _responseType: ResponseType.forCalling, _data })
    },
  }
}

/** How office.js learns from `window.name` that it is hosted, by whom, and as what. */
function frameName(ownOrigin: string): string {
  const hostInfo = ['Excel', 'Web', '16.01', 'en-US', CONVERSATION, '', 'disableLogging', '0']
  return JSON.stringify({
    baseFrameName: '_xdm_preview',
    hostInfo: hostInfo.join('|'),
    xdmInfo: [CONVERSATION, ADDIN, ownOrigin].join('|'),
    serializerVersion: String(VERSION),
  })
}

async function executeMethod(session: Conversation, call: ExecuteMethod): Promise<unknown> {
  const text = call.ArrayData?.[BATCH_TEXT]
  if (call.DdaMethod?.DispatchId !== EXECUTE_BATCH || typeof text !== 'string') {
    // Never 0: the older interface would take that for success.
    return { Version: VERSION, Error: ErrorNumber.notSupported }
  }
  const flags = call.ArrayData?.[BATCH_FLAGS]
  return batchAnswer(await session.execute(text, typeof flags === 'number' ? flags : 0))
}

function batchAnswer(answer: Answer): unknown {
  return answer.ok
    ? { Version: VERSION, Error: ErrorNumber.none, Data: [200, [], answer.text] }
    : { Version: VERSION, Error: ErrorNumber[answer.code] }
}

const eventRow = ({ messageCategory, messageType, targetId, message }: HostEvent) => [
  messageCategory,
  messageType,
  targetId,
  message,
  '1',
  false,
]

/** What `Office.context` is made of. The first nine members must all be there, or office.js gives up. */
const appContext = (workbookName: string) => ({
  _id: ADDIN,
  _appName: 16,
  _appVersion: 16.01,
  _appUILocale: 'en-US',
  _dataLocale: 'en-IN',
  _docUrl: workbookName,
  _clientMode: 1,
  _settings: [],
  _reason: 0,
  _osfControlType: 1,
  _eToken: '',
  _correlationId: CONVERSATION,
  _appInstanceId: ADDIN,
  _requirementMatrix: JSON.stringify(REQUIREMENTS),
  _hostCustomMessage: '',
  _hostFullVersion: '16.0.17928.10000',
  _addinName: ADDIN,
  _appDomains: [],
  _dialogRequirementMatrix: '{}',
  _featureGates: {},
  _wacHostEnvironment: '0',
  _isFromWacAutomation: false,
  _initialDisplayMode: 0,
})
