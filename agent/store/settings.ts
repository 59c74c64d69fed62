// What outlives a return: paired panes, taxpayers' facts, sealed secrets.
import type { z } from 'zod'
import { isGstin, type Environment, type Gstin } from '../../templates/identifiers.ts'
import type { Taxpayer } from '../../templates/taxpayer.ts'
import { taxpayer as taxpayerForm } from '../http/contract.ts'
import type { TokenStore } from '../http/tokens.ts'
import type { Purpose, Vault } from '../vault/vault.ts'
import type { Database } from './database.ts'

export interface SecretName {
  readonly purpose: Purpose
  readonly environment: Environment
  readonly gstin?: Gstin
}

export interface Settings {
  readonly tokens: TokenStore
  taxpayers(environment: Environment): Promise<Taxpayer[]>
  taxpayer(environment: Environment, gstin: Gstin): Promise<Taxpayer | undefined>
  setTaxpayer(environment: Environment, taxpayer: Taxpayer): Promise<void>
  isOn(name: 'live'): Promise<boolean>
  switchOn(name: 'live', at: Date): Promise<void>
  /** A sealed JSON value; undefined where there is none, it cannot be opened or has not the form. */
  secret<T>(name: SecretName, form: z.ZodType<T>): Promise<T | undefined>
  setSecret(name: SecretName, value: unknown): Promise<void>
  forgetSecret(name: SecretName): Promise<void>
}

export function createSettings(database: Database, vault: Vault): Settings {
  return {
    tokens: {
      async add(hash, at) {
        await database
          .insertInto('pane')
          .values({ token_hash: hash, paired_at: at.toISOString() })
          .execute()
      },
      async has(hash) {
        const row = await database
          .selectFrom('pane')
          .select('token_hash')
          .where('token_hash', '=', hash)
          .executeTakeFirst()
        return row !== undefined
      },
      async remove(hash) {
        await database.deleteFrom('pane').where('token_hash', '=', hash).execute()
      },
    },

    async taxpayers(environment) {
      const rows = await database
        .selectFrom('taxpayer')
        .select('facts')
        .where('environment', '=', environment)
        .orderBy('gstin')
        .execute()
      return rows.map(({ facts }) => taxpayerForm.parse(JSON.parse(facts)))
    },

    async taxpayer(environment, gstin) {
      if (!isGstin(gstin)) return undefined
      const row = await database
        .selectFrom('taxpayer')
        .select('facts')
        .where('environment', '=', environment)
        .where('gstin', '=', gstin)
        .executeTakeFirst()
      return row && taxpayerForm.parse(JSON.parse(row.facts))
    },

    async setTaxpayer(environment, taxpayer) {
      const facts = JSON.stringify(taxpayer)
      await database
        .insertInto('taxpayer')
        .values({ environment, gstin: taxpayer.gstin, facts })
        .onConflict((conflict) => conflict.columns(['environment', 'gstin']).doUpdateSet({ facts }))
        .execute()
    },

    async isOn(name) {
      const row = await database
        .selectFrom('switch')
        .select('name')
        .where('name', '=', name)
        .executeTakeFirst()
      return row !== undefined
    },

    async switchOn(name, at) {
      await database
        .insertInto('switch')
        .values({ name, at: at.toISOString() })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .execute()
    },

    async secret(name, form) {
      const row = await database
        .selectFrom('secret')
        .select('sealed')
        .where('name', '=', rowName(name))
        .executeTakeFirst()
      if (row === undefined) return undefined
      const opened = vault.open(name.purpose, contextOf(name), row.sealed)
      if (!opened.ok) return undefined
      const value = form.safeParse(JSON.parse(Buffer.from(opened.value).toString('utf8')))
      return value.success ? value.data : undefined
    },

    async setSecret(name, value) {
      const sealed = vault.seal(name.purpose, contextOf(name), Buffer.from(JSON.stringify(value)))
      await database
        .insertInto('secret')
        .values({ name: rowName(name), sealed })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ sealed }))
        .execute()
    },

    async forgetSecret(name) {
      await database.deleteFrom('secret').where('name', '=', rowName(name)).execute()
    },
  }
}

const rowName = ({ purpose, environment, gstin }: SecretName): string =>
  `${purpose}:${environment}:${gstin ?? ''}`

const contextOf = (name: SecretName) => ({
  name: rowName(name),
  environment: name.environment,
  ...(name.gstin !== undefined && { gstin: name.gstin }),
})
