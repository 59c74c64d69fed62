// Bearer tokens: 256 random bits that a paired pane keeps; we keep only their hash.
import { createHash } from 'node:crypto'

/** Where the hashes of valid tokens live (the journal). */
export interface TokenStore {
  add(hash: string, at: Date): Promise<void>
  has(hash: string): Promise<boolean>
  /** The pane that holds it must pair again. */
  remove(hash: string): Promise<void>
}

/** 43 characters of base64url. */
export const newToken = (randomBytes: (count: number) => Uint8Array): string =>
  Buffer.from(randomBytes(32)).toString('base64url')

/** A token has full entropy, so a plain SHA-256 needs no salt, and a look-up by hash tells nothing by its timing. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
