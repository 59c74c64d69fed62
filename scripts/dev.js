// npm run dev: webpack rebuilds the pane, the agent restarts when its own files change. One Ctrl+C ends both.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

const commands = [
  ['node_modules/webpack/bin/webpack.js', '--watch', '--mode', 'development'],
  ['--watch', 'agent/main.ts', 'start'],
]

const children = commands.map((args) =>
  spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }),
)

function stopAll() {
  for (const child of children) child.kill()
}

for (const child of children) {
  child.on('exit', (code) => {
    stopAll()
    process.exitCode = code ?? 0
  })
}
process.on('SIGINT', stopAll)
process.on('SIGTERM', stopAll)
