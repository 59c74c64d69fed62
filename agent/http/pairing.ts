// Pairing: a code that only the person at this machine can see buys one bearer token.
import { createHash, timingSafeEqual } from 'node:crypto'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import { hashToken, newToken, type TokenStore } from './tokens.ts'

export interface Pairing {
  /** A fresh code of 8 characters. Several may be open at once: one for the preview, one for Excel. */
  newCode(): { readonly code: string; readonly expires: Date }
  /** The token. Refuses `pairing-code-wrong` (facts: triesLeft), or `pairing-code-spent` when no code is open (any more). */
  redeem(code: string): Promise<Result<{ token: string }>>
}

/** Crockford's base32: no I, L, O or U. 8 characters are 40 bits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8
const LIFE = 2 * 60 * 1000
const TRIES = 5

interface OpenCode {
  readonly digest: Buffer
  readonly expires: Date
  triesLeft: number
}

export function createPairing(options: {
  tokens: TokenStore
  now: () => Date
  randomBytes: (count: number) => Uint8Array
}): Pairing {
  const { tokens, now, randomBytes } = options
  let open: OpenCode[] = []

  return {
    newCode() {
      const code = Array.from(randomBytes(LENGTH), (byte) => ALPHABET.charAt(byte % 32)).join('')
      const expires = new Date(now().getTime() + LIFE)
      open.push({ digest: digest(code), expires, triesLeft: TRIES })
      return { code, expires }
    },

    async redeem(typed) {
      const at = now()
      open = open.filter((code) => at <= code.expires)
      if (open.length === 0) return refuse('pairing-code-spent')
      const wanted = digest(readable(typed))
      const match = open.find((code) => timingSafeEqual(code.digest, wanted))
      if (match === undefined) {
        for (const code of open) code.triesLeft -= 1
        open = open.filter((code) => code.triesLeft > 0)
        const triesLeft = Math.max(0, ...open.map((code) => code.triesLeft))
        return triesLeft > 0
          ? refuse('pairing-code-wrong', { triesLeft })
          : refuse('pairing-code-spent')
      }
      // Taken before anything is awaited: of two panes with one code, one gets in.
      open = open.filter((code) => code !== match)
      const token = newToken(randomBytes)
      await tokens.add(hashToken(token), at)
      return done({ token })
    },
  }
}

const digest = (code: string): Buffer => createHash('sha256').update(code).digest()

/** What was meant by what was typed: small letters, a dash in the middle, O for 0, I or L for 1. */
const readable = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
