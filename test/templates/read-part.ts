// The text of one part of an .xlsx, for what our own reader has no interest in.
import { text } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

export async function readPart(bytes: Uint8Array, name: string): Promise<string> {
  const zip = await fromBufferPromise(Buffer.from(bytes))
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === name) return text(await zip.openReadStreamPromise(entry))
  }
  throw new Error(`no part ${name}`)
}
