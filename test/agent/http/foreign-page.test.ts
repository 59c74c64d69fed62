// A real browser on a hostile page of another origin: whatever it tries, nothing acts and nothing is read.
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../../e2e/browser.ts'
import { runAgent, type RunningAgent } from './running-agent.ts'

let agent: RunningAgent
let hostile: Server
let hostilePort: number
let browser: Browser

beforeAll(async () => {
  agent = await runAgent()
  const pem = readFileSync(join(agent.folder, 'localhost.pem'))
  hostile = createServer({ key: pem, cert: pem }, (_request, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end('<!doctype html><title>hostile</title><body></body>')
  })
  hostilePort = await new Promise((resolve) => {
    hostile.listen(0, '127.0.0.1', () => resolve((hostile.address() as AddressInfo).port))
  })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  hostile.close()
  hostile.closeAllConnections()
  await agent.close()
})

/** What each attempt came to, run inside the page with the agent's address and even a stolen token. */
const ATTEMPTS = `async ({ agent, token }) => {
  const outcome = async (attempt) => {
    try { return String(await attempt()) } catch { return 'failed' }
  }
  const headers = {
    'content-type': 'application/json',
    'x-agent-api': '1',
    authorization: 'Bearer ' + token,
  }
  const frame = (page) => new Promise((resolve) => {
    const element = document.createElement('iframe')
    element.src = agent + page
    element.onload = () => {
      try { resolve(element.contentDocument.title) } catch { resolve('closed') }
    }
    document.body.append(element)
  })
  const form = (type) => new Promise((resolve) => {
    const element = document.createElement('form')
    element.method = 'post'
    element.action = agent + '/api/about'
    element.enctype = type
    const target = document.createElement('iframe')
    target.name = element.target = 'f' + Math.random()
    target.onload = () => resolve('sent')
    document.body.append(target, element)
    element.submit()
  })
  const element = (name, address) => new Promise((resolve) => {
    const made = document.createElement(name)
    made.onload = () => resolve('loaded')
    made.onerror = () => resolve('failed')
    made.src = agent + address
    document.body.append(made)
  })
  return {
    call: await outcome(async () => (await fetch(agent + '/api/about', { method: 'POST', headers, body: '{}' })).status),
    plain: await outcome(async () => (await fetch(agent + '/api/about', { method: 'POST', mode: 'no-cors', body: '{}' })).type),
    read: await outcome(async () => (await fetch(agent + '/preview')).status),
    form: await outcome(() => form('text/plain')),
    multipart: await outcome(() => form('multipart/form-data')),
    preview: await outcome(() => frame('/preview')),
    pane: await outcome(() => frame('/pane')),
    script: await outcome(() => element('script', '/pane.0123456789abcdef.js')),
    image: await outcome(() => element('img', '/api/about')),
    socket: await outcome(() => new Promise((resolve) => {
      const socket = new WebSocket(agent.replace('https', 'wss') + '/api/watch')
      socket.onopen = () => resolve('open')
      socket.onerror = () => resolve('failed')
    })),
  }
}`

describe.each([
  ['another site', (port: number) => `https://127.0.0.1:${port}/`],
  ['another port of this host', (port: number) => `https://localhost:${port}/`],
  ['another name of this host', (port: number) => `https://bank.localhost:${port}/`],
])('%s', (_name, address) => {
  test('can neither act nor read', async () => {
    const page = await browser.newPage()
    await page.goto(address(hostilePort))
    const argument = JSON.stringify({ agent: agent.origin, token: agent.token })
    const outcomes = await page.evaluate(`(${ATTEMPTS})(${argument})`)
    expect(outcomes).toEqual({
      call: 'failed',
      plain: expect.stringMatching(/^(opaque|failed)$/) as string,
      read: 'failed',
      form: 'sent', // a browser lets anyone send a form; the agent refuses it
      multipart: 'sent',
      preview: 'closed',
      pane: 'closed',
      script: 'failed',
      image: 'failed',
      socket: 'failed',
    })
    expect(agent.acted).toEqual([])
    await page.close()
  })
})

test('a name that was rebound to this machine reaches no page and no operation', async () => {
  const page = await browser.newPage()
  const rebound = `https://bank.localhost:${agent.port}`
  const loaded = await page.goto(`${rebound}/preview`)
  expect(loaded?.status()).toBe(421)
  const status = await page.evaluate(
    `fetch('/api/about', { method: 'POST', headers: {
      'content-type': 'application/json', 'x-agent-api': '1', authorization: 'Bearer ${agent.token}',
    }, body: '{}' }).then((answer) => answer.status)`,
  )
  expect(status).toBe(421)
  expect(agent.acted).toEqual([])
  await page.close()
})

test('our own page can', async () => {
  const page = await browser.newPage()
  await page.goto(`${agent.origin}/preview`)
  const status = await page.evaluate(
    `fetch('/api/about', { method: 'POST', headers: {
      'content-type': 'application/json', 'x-agent-api': '1', authorization: 'Bearer ${agent.token}',
    }, body: '{}' }).then((answer) => answer.status)`,
  )
  expect(status).toBe(200)
  expect(agent.acted).toEqual(['about'])
  await page.close()
})
