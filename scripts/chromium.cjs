'use strict'
// Where a Chromium may be that the browser tests can drive. Old JavaScript: the pre-flight runs before Node 24 is there.
var fs = require('fs')
var path = require('path')

/** Installed by the system or by hand, likeliest first. */
function usualPlaces(platform, env) {
  if (platform === 'darwin') {
    return [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ]
  }
  if (platform === 'win32') {
    var roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean)
    var programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]
    return [].concat.apply(
      [],
      programs.map(function (program) {
        return roots.map(function (root) {
          return path.join(root, program)
        })
      }),
    )
  }
  return [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ]
}

/** What Playwright downloaded for other projects: `chromium-1234/chrome-linux/chrome`. */
function playwrightPlaces(platform, env, home) {
  var caches = {
    darwin: path.join(home, 'Library', 'Caches', 'ms-playwright'),
    win32: path.join(env.LOCALAPPDATA || home, 'ms-playwright'),
  }
  var cache =
    env.PLAYWRIGHT_BROWSERS_PATH || caches[platform] || path.join(home, '.cache', 'ms-playwright')
  var programs = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
  ]
  var found = []
  if (!fs.existsSync(cache)) return found
  fs.readdirSync(cache)
    .filter(function (name) {
      return /^chromium-\d+$/.test(name)
    })
    .sort(function (one, other) {
      return numberOf(other) - numberOf(one)
    })
    .forEach(function (name) {
      programs.forEach(function (program) {
        found.push(path.join(cache, name, program))
      })
    })
  return found
}

function numberOf(name) {
  return Number(name.replace('chromium-', ''))
}

/**
 * Path of a Chromium, Chrome or Edge; `undefined` when there is none.
 * CHROMIUM decides alone when it is set, even if nothing is there.
 */
function findChromium(platform, env, home) {
  var places = env.CHROMIUM
    ? [env.CHROMIUM]
    : usualPlaces(platform, env).concat(playwrightPlaces(platform, env, home))
  return places.filter(function (place) {
    return fs.existsSync(place)
  })[0]
}

module.exports = { findChromium: findChromium }
