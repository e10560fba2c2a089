/** Programs that some suites need and that npm does not bring; undefined when this machine has none. No dependencies. */
import { accessSync, constants } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

export const redisServer = found('UNSTUCK_REDIS_SERVER', ['redis-server'])

/** The one without windows first: it draws a page for far less of the processor's time. */
export const chromium = found('UNSTUCK_CHROMIUM', [
  process.env.CHROMIUM,
  'chromium-headless-shell',
  '/usr/bin/chromium',
  'chromium',
  'chromium-browser',
  'google-chrome',
])

/**
 * The variable, where it is set, names the only one to look for, or, if empty, says that there is none.
 * @param {string} variable
 * @param {(string | undefined)[]} names
 */
function found(variable, names) {
  const given = process.env[variable]
  return firstFound(given === undefined ? names : [given])
}

/**
 * @param {(string | undefined)[]} names
 * @returns {string | undefined}
 */
function firstFound(names) {
  for (const name of names) {
    const places = !name ? [] : isAbsolute(name) ? [name] : searchPath().map((folder) => join(folder, name))
    const found = places.find(isExecutable)
    if (found) return found
  }
  return undefined
}

function searchPath() {
  return (process.env.PATH ?? '').split(delimiter).filter(isAbsolute)
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
