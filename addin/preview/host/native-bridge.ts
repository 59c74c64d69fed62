// The host without a browser: the object that office.js looks for under the global name `_richApiNativeBridge`.
import type { Conversation } from './session.ts'

/** office.js puts its own function at `onMessageFromHost`. */
export interface NativeBridge {
  sendMessageToHost(text: string): void
  onMessageFromHost?: (text: string) => void
}

const REQUEST = 1
const RESPONSE = 2
const EVENT = 3

interface BridgeMessage {
  readonly id: number
  readonly type: number
  readonly flags: number
  readonly message: { readonly body: unknown }
}

/** Answers office.js from the session. `onError` gets what should never happen: errors of the host itself. */
export function nativeBridge(
  session: Conversation,
  onError: (error: unknown) => void,
): NativeBridge {
  const bridge: NativeBridge = {
    sendMessageToHost: (text) => {
      const message = JSON.parse(text) as BridgeMessage
      if (message.type === REQUEST) void answer(message).catch(onError)
    },
  }
  const answer = async ({ id, flags, message }: BridgeMessage) => {
    const reply = await session.execute(JSON.stringify(message.body), flags)
    const body = reply.ok ? reply.text : JSON.stringify({ error: { code: reply.code } })
    const statusCode = reply.ok ? 200 : 500
    bridge.onMessageFromHost?.(
      JSON.stringify({ id, type: RESPONSE, message: { statusCode, headers: {}, body } }),
    )
  }
  session.onEvents((event) => {
    const entries = [{ ...event, id: '1' }]
    bridge.onMessageFromHost?.(JSON.stringify({ type: EVENT, message: { entries } }))
  })
  return bridge
}
