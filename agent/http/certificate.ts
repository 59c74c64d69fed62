// The certificate of https://localhost: one self-signed leaf, made on this machine, that can sign nothing else.
import 'reflect-metadata' // @peculiar/x509 does not load without it
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import { done, type Result } from '../../templates/problems/problem.ts'
import { readPrivateFile, writePrivateFile } from '../private-files.ts'

export interface Certificate {
  /** PEM. */
  readonly key: string
  /** PEM. */
  readonly certificate: string
  /** SHA-1 of the certificate in upper-case hex, as the operating systems name it in their stores. */
  readonly fingerprint: string
  readonly expires: Date
  /** The certificate alone, for a trust store. */
  readonly file: string
}

/** Subject of the certificate, which is also its name in a trust store. */
export const CERTIFICATE_NAME = 'GSTR-1 for Excel (localhost)'

const DAY = 24 * 60 * 60 * 1000
/** Apple and the browsers refuse server certificates of more than 398 days. */
const LIFE = 397 * DAY
const RENEW_AT = 60 * DAY

/** What is in the folder, or `undefined` when there is none that can be used. Refuses `open-to-others`, `not-yours`. */
export function findCertificate(folder: string): Result<Certificate | undefined> {
  const stored = readPrivateFile(join(folder, 'localhost.pem'))
  if (!stored.ok) return stored
  if (stored.value === undefined) return done(undefined)
  const [key, certificate] = PemConverter.decodeWithHeaders(stored.value.toString('latin1')).map(
    (part) => PemConverter.encode(part.rawData, part.type),
  )
  if (key === undefined || certificate === undefined) return done(undefined)
  const parsed = new X509Certificate(certificate)
  if (!parsed.checkPrivateKey(createPrivateKey(key))) return done(undefined)
  return done({
    key,
    certificate,
    fingerprint: parsed.fingerprint.replaceAll(':', ''),
    expires: new Date(parsed.validTo),
    file: join(folder, 'localhost.crt'),
  })
}

/** The certificate to serve with: the stored one while it has more than 60 days left, else a new one (which must be trusted again). */
export async function loadCertificate(folder: string, now: Date): Promise<Result<Certificate>> {
  const found = findCertificate(folder)
  if (!found.ok) return found
  if (found.value !== undefined && found.value.expires.getTime() - now.getTime() > RENEW_AT) {
    return done(found.value)
  }
  const { key, certificate } = await makeCertificate(now)
  // Key and certificate are one file, so that a crash between two writes cannot part them.
  writePrivateFile(join(folder, 'localhost.pem'), `${key}\n${certificate}\n`)
  writePrivateFile(join(folder, 'localhost.crt'), `${certificate}\n`)
  const made = findCertificate(folder)
  if (!made.ok) return made
  if (made.value === undefined) throw new Error('the certificate just written cannot be read')
  return done(made.value)
}

async function makeCertificate(now: Date): Promise<{ key: string; certificate: string }> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const notBefore = new Date(now.getTime() - DAY) // a clock set back by some hours must not refuse it
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${CERTIFICATE_NAME}`,
    notBefore,
    notAfter: new Date(notBefore.getTime() + LIFE),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth], true),
      new SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
        { type: 'ip', value: '::1' },
      ]),
    ],
  })
  return {
    key: PemConverter.encode(
      await crypto.subtle.exportKey('pkcs8', keys.privateKey),
      'PRIVATE KEY',
    ),
    certificate: certificate.toString('pem'),
  }
}
