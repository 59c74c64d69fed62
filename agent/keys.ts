// The Sandbox key and secret: sealed in the journal, one pair an environment, entered by a person.
import { z } from 'zod'
import type { Environment } from '../templates/identifiers.ts'
import type { Settings } from './store/settings.ts'

const keys = z.object({ key: z.string(), secret: z.string() })
export type Keys = z.infer<typeof keys>

/** A key must never be sent to the other environment's host: their prefixes tell them apart. */
export const fitsEnvironment = ({ key, secret }: Keys, environment: Environment): boolean =>
  key.startsWith(`key_${environment}_`) && secret.startsWith(`secret_${environment}_`)

export const readKeys = (settings: Settings, environment: Environment): Promise<Keys | undefined> =>
  settings.secret({ purpose: 'api-keys', environment }, keys)

export const writeKeys = (
  settings: Settings,
  environment: Environment,
  pair: Keys,
): Promise<void> => settings.setSecret({ purpose: 'api-keys', environment }, pair)
