'use strict'
// Before start, dev and test: packages as the lockfile says, and (--browser) a Chromium for the browser tests.
// Old JavaScript, because it runs on whatever Node the machine has; the packages bring Node 24 along.
var childProcess = require('child_process')
var crypto = require('crypto')
var fs = require('fs')
var os = require('os')
var path = require('path')
var findChromium = require('./chromium.cjs').findChromium

/** Enough to install with. */
var OLDEST_NODE = 20
/** What everything else runs on. */
var RUNS_ON_NODE = 24
var root = path.join(__dirname, '..')
var modules = path.join(root, 'node_modules')
/** Holds the hash of the lockfile that node_modules was made from. */
var mark = path.join(modules, '.made-from')

function say(text) {
  process.stdout.write(text + '\n')
}

function stop(text) {
  process.stderr.write('\n' + text + '\n')
  process.exit(1)
}

function run(command, args) {
  say('> ' + [command].concat(args).join(' '))
  return childProcess.spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status === 0
}

function checkNode() {
  var major = parseInt(process.versions.node, 10)
  if (major >= OLDEST_NODE) return
  stop(
    'This computer has Node ' +
      process.versions.node +
      '. Node ' +
      OLDEST_NODE +
      ' or newer is needed to install the packages (they bring their own Node ' +
      RUNS_ON_NODE +
      ').\n' +
      'Get it from https://nodejs.org and run the same command again.',
  )
}

function lockHash() {
  return crypto
    .createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
}

function installPackages() {
  var wanted = lockHash()
  if (fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === wanted) return
  say('Installing the packages from the lockfile. This happens once and takes about a minute.')
  // npm says where it is when it runs a script; that works on Windows too, where npm is no program of its own.
  var npm = process.env.npm_execpath
  var args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  var installed = npm ? run(process.execPath, [npm].concat(args)) : run('npm', args)
  if (!installed) {
    stop(
      'The packages could not be installed; the lines above say why.\n' +
        'Most often the network or a proxy is in the way. Put that right and run the same command again.',
    )
  }
  fs.writeFileSync(mark, wanted)
}

/** npm can be told not to run install scripts; the package `node` needs its own to put its program in place. */
function checkBundledNode() {
  if (parseInt(process.versions.node, 10) >= RUNS_ON_NODE) return
  var program = path.join(
    modules,
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  if (childProcess.spawnSync(program, ['--version']).status === 0) return
  stop(
    'The packages are installed, but Node ' +
      RUNS_ON_NODE +
      ' did not come with them: ' +
      program +
      ' does not run.\nMost often npm was told not to run install scripts. Run: npm rebuild node',
  )
}

function isDebianRoot() {
  return (
    process.platform === 'linux' &&
    fs.existsSync('/etc/debian_version') &&
    typeof process.getuid === 'function' &&
    process.getuid() === 0
  )
}

function findOrInstallBrowser() {
  function find() {
    return findChromium(process.platform, process.env, os.homedir())
  }
  if (find()) return
  if (!process.env.CHROMIUM && isDebianRoot()) {
    say('The browser tests need Chromium. Installing the one of the distribution.')
    var install = ['install', '-y', '--no-install-recommends', 'chromium']
    run('apt-get', install) || (run('apt-get', ['update']) && run('apt-get', install))
    if (find()) return
  }
  stop(
    process.env.CHROMIUM
      ? 'CHROMIUM names ' +
          process.env.CHROMIUM +
          ', but there is nothing. Correct it or take it away.'
      : 'The browser tests need Chromium, Chrome or Edge, and none was found.\n' +
          'Install one (on Debian or Ubuntu: sudo apt-get install chromium), or set CHROMIUM to the path of its program.',
  )
}

checkNode()
installPackages()
checkBundledNode()
if (process.argv.indexOf('--browser') !== -1) findOrInstallBrowser()
