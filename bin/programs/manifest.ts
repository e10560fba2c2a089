/** `npm run manifest` writes what an administrator uploads to Teams. */
import { readFileSync, writeFileSync } from 'node:fs'
import { CannotStartError } from '../../doors/cannot-start.ts'
import { appPackage } from '../../adapters/teams/app-package.ts'
import { loadPartnership } from '../config/load-partnership.ts'
import { readTeamsPackage } from '../config/teams-package.ts'
import { environment, terminal } from './command.ts'

const file = 'unstuck-teams.zip'
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string
}

try {
  const env = environment()
  const { name: partnership } = await loadPartnership(env['PARTNERSHIP'])
  writeFileSync(file, appPackage(readTeamsPackage(process.argv.slice(2), env, { partnership, version })))
  terminal.out(`Wrote ${file}: upload it in the Teams admin centre, or in Teams under Apps, "Upload an app".\n`)
} catch (error) {
  if (!(error instanceof CannotStartError)) throw error
  terminal.err(`${error.message}\n`)
  process.exitCode = 1
}
