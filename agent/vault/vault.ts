// Secrets at rest: sealed records under one key file that only this user may read.
import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { join } from 'node:path'
import type { Environment } from '../../templates/identifiers.ts'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import { readPrivateFile, writePrivateFile } from '../private-files.ts'

/** What a secret is for. Each purpose has its own key, so one's record never opens as another's. */
export type Purpose = 'api-keys' | 'session'

/** Which record it is. A sealed text opens only under the context it was sealed with. */
export interface Context {
  readonly name: string
  readonly environment: Environment
  readonly gstin?: string
}

export interface Vault {
  /** `v1.<nonce>.<ciphertext>.<tag>`, each part base64url. */
  seal(purpose: Purpose, context: Context, secret: Uint8Array): string
  /** Refuses `vault-record` (facts: purpose, name) when the text was changed, moved, or sealed under another key. */
  open(purpose: Purpose, context: Context, sealed: string): Result<Uint8Array>
}

const CIPHER = 'aes-256-gcm'
const KEY_LENGTH = 32
const NONCE_LENGTH = 12
const TAG_LENGTH = 16

/** Makes the key file on first use. Refuses `open-to-others`, `not-yours`, `vault-key` (facts: file). */
export function openVault(
  folder: string,
  randomBytes: (count: number) => Uint8Array,
): Result<Vault> {
  const file = join(folder, 'vault.key')
  const stored = readPrivateFile(file)
  if (!stored.ok) return stored
  const key = stored.value ?? Buffer.from(randomBytes(KEY_LENGTH))
  if (key.length !== KEY_LENGTH) return refuse('vault-key', { file })
  if (stored.value === undefined) writePrivateFile(file, key)
  return done(vaultUnder(key, randomBytes))
}

function vaultUnder(master: Uint8Array, randomBytes: (count: number) => Uint8Array): Vault {
  const keys = new Map<Purpose, Buffer>()
  const keyFor = (purpose: Purpose): Buffer => {
    const key =
      keys.get(purpose) ??
      Buffer.from(hkdfSync('sha256', master, '', `gstr1 vault v1 ${purpose}`, KEY_LENGTH))
    keys.set(purpose, key)
    return key
  }

  return {
    seal(purpose, context, secret) {
      const nonce = randomBytes(NONCE_LENGTH)
      const cipher = createCipheriv(CIPHER, keyFor(purpose), nonce)
      cipher.setAAD(boundTo(purpose, context))
      const text = Buffer.concat([cipher.update(secret), cipher.final()])
      const parts = [nonce, text, cipher.getAuthTag()]
      return ['v1', ...parts.map((part) => Buffer.from(part).toString('base64url'))].join('.')
    },

    open(purpose, context, sealed) {
      const refused = refuse('vault-record', { purpose, name: context.name })
      const parts = /^v1\.([\w-]+)\.([\w-]*)\.([\w-]+)$/.exec(sealed)
      if (parts === null) return refused
      const [nonce, text, tag] = parts.slice(1).map((part) => Buffer.from(part, 'base64url'))
      // A shorter tag would be easier to forge, and Node takes one.
      if (nonce?.length !== NONCE_LENGTH || tag?.length !== TAG_LENGTH || !text) return refused
      // base64url has several spellings of one value; only ours is a record.
      if (sealed !== ['v1', ...[nonce, text, tag].map((b) => b.toString('base64url'))].join('.')) {
        return refused
      }
      const decipher = createDecipheriv(CIPHER, keyFor(purpose), nonce, {
        authTagLength: TAG_LENGTH,
      })
      decipher.setAAD(boundTo(purpose, context))
      decipher.setAuthTag(tag)
      try {
        return done(Buffer.concat([decipher.update(text), decipher.final()]))
      } catch {
        return refused // the one thing `final` throws for is a tag that does not fit
      }
    },
  }
}

/** The record's place, authenticated with it. JSON keeps the parts apart whatever they hold. */
const boundTo = (purpose: Purpose, { name, environment, gstin }: Context): Buffer =>
  Buffer.from(JSON.stringify(['v1', purpose, name, environment, gstin ?? '']))
