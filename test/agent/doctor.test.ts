// The doctor says what is there, what is not, and what to do; trusting shows what it runs before it runs it.
import { createServer } from 'node:net'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runDoctor, type DoctorOptions } from '../../agent/doctor.ts'
import { loadCertificate } from '../../agent/http/certificate.ts'
import { runTrust, type Step } from '../../agent/trust.ts'
import { runAgent } from './http/running-agent.ts'

const now = new Date('2026-11-05T06:00:00Z')
let folder: string
let lines: string[]
let ran: Step[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gstr1-doctor-'))
  lines = []
  ran = []
})
afterEach(() => rmSync(folder, { recursive: true }))

const running = (code: number | 'missing') => async (step: Step) => {
  ran.push(step)
  return code
}

async function examine(changes: Partial<DoctorOptions> = {}) {
  const code = await runDoctor({
    port: 1, // nobody listens on port 1
    dataFolder: folder,
    distFolder: join(folder, 'dist'),
    json: true,
    now,
    nodeVersion: '24.21.0',
    platform: 'win32',
    environment: { CHROMIUM: process.execPath },
    home: folder,
    print: (line) => void lines.push(line),
    run: running(0),
    ...changes,
  })
  const findings = JSON.parse(lines.join('\n')) as { about: string; state: string; words: string }[]
  const states = Object.fromEntries(findings.map(({ about, state }) => [about, state]))
  return { code, states, findings }
}

describe('doctor', () => {
  test('finds nothing wrong where everything is there', async () => {
    mkdirSync(join(folder, 'dist'))
    writeFileSync(join(folder, 'dist/taskpane.html'), '')
    await loadCertificate(folder, now)
    const { code, states } = await examine()
    expect(new Set(Object.values(states))).toEqual(new Set(['good']))
    expect(code).toBe(0)
  })

  test('says what a fresh machine lacks; only what stops the agent is bad', async () => {
    const { code, states } = await examine({
      dataFolder: join(folder, 'none'),
      environment: { CHROMIUM: '/nowhere' },
    })
    expect(states).toEqual({
      Node: 'good',
      'Data folder': 'note',
      Certificate: 'note',
      Trust: 'note',
      'Port 1': 'good',
      Pane: 'bad',
      'Browser for tests': 'note',
    })
    expect(code).toBe(1)
  })

  test('an old Node, an open folder and a certificate that is not trusted', async () => {
    await loadCertificate(folder, now)
    chmodSync(folder, 0o755)
    const { states } = await examine({ nodeVersion: '20.20.2', run: running(1) })
    expect(states).toMatchObject({ Node: 'bad', 'Data folder': 'bad', Trust: 'note' })
  })

  test('tells our own agent on the port from another program', async () => {
    const agent = await runAgent()
    const ours = await examine({ port: agent.port, dataFolder: agent.folder })
    expect(ours.findings).toContainEqual({
      about: `Port ${agent.port}`,
      state: 'good',
      words: 'the agent is running',
    })
    await agent.close()

    const stranger = createServer((socket) => socket.end('hello'))
    const port = await new Promise<number>((resolve) => {
      stranger.listen(0, '127.0.0.1', () => resolve((stranger.address() as { port: number }).port))
    })
    lines = []
    const { code, states } = await examine({ port })
    expect([code, states[`Port ${port}`]]).toEqual([1, 'bad'])
    stranger.close()
  })

  test('for a person it is one line a finding', async () => {
    await runDoctor({
      port: 1,
      dataFolder: folder,
      distFolder: folder,
      json: false,
      now,
      nodeVersion: '24.21.0',
      platform: 'linux',
      environment: {},
      home: folder,
      print: (line) => void lines.push(line),
      run: running('missing'),
    })
    expect(lines).toHaveLength(7)
    expect(lines[5]).toMatch(/^Pane +bad +not built: npm run build$/)
  })
})

describe('trust', () => {
  const ask = (
    action: 'trust' | 'untrust',
    platform: NodeJS.Platform,
    code: number | 'missing' = 0,
  ) =>
    runTrust({
      action,
      dataFolder: folder,
      url: 'https://localhost:3443',
      now,
      platform,
      home: folder,
      print: (line) => void lines.push(line),
      run: (step) => {
        lines.push('(run)')
        return running(code)(step)
      },
    })

  test.each(['win32', 'darwin', 'linux'] as const)(
    'on %s the step is shown, then run, and touches this user’s store only',
    async (platform) => {
      mkdirSync(join(folder, '.pki/nssdb'), { recursive: true })
      expect(await ask('trust', platform)).toBe(0)
      const [step] = ran
      expect(lines[0]).toContain(`> ${step?.command ?? ''}`)
      expect(lines.indexOf('(run)')).toBeGreaterThan(0)
      const own = { win32: '-user', darwin: folder, linux: folder }[platform]
      expect(step?.args.join(' ')).toContain(own)
      expect(step?.args.join(' ')).toContain(join(folder, 'localhost.crt'))
    },
  )

  test.each(['win32', 'darwin', 'linux'] as const)(
    'on %s it can be taken back',
    async (platform) => {
      mkdirSync(join(folder, '.pki/nssdb'), { recursive: true })
      const loaded = await loadCertificate(folder, now)
      const mark = loaded.ok ? loaded.value.fingerprint.slice(0, 8) : ''
      expect(await ask('untrust', platform)).toBe(0)
      expect(ran[0]?.args.join(' ')).toContain(mark)
    },
  )

  test.each([
    ['linux', 0], // there is no store in this home
    ['sunos', 0],
    ['win32', 1],
    ['darwin', 'missing'],
  ] as const)('on %s, ending with %s, it says how to go on without', async (platform, code) => {
    expect(await ask('trust', platform, code)).toBe(1)
    expect(lines.join('\n')).toContain('"not private"')
    expect(lines.join('\n')).toContain('https://localhost:3443')
  })
})
