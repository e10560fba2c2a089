/** `npm run manifest` writes what an administrator uploads to Teams. */
import { writeFileSync } from 'node:fs'
import { CannotStartError } from '../../doors/cannot-start.ts'
import { appPackage } from '../../adapters/teams/app-package.ts'
import { environment, terminal } from './command.ts'
import { loadConfig } from '../config/load-config.ts'

const file = 'unstuck-teams.zip'

try {
  const { teams, publicUrl } = await loadConfig(environment())
  if (!teams) throw new CannotStartError('MicrosoftAppId: needed, because the manifest names the app.')
  if (!publicUrl.startsWith('https://'))
    throw new CannotStartError('PUBLIC_URL: needs an address that starts with https, because Teams accepts no other.')
  writeFileSync(file, appPackage({ appId: teams.appId, publicUrl }))
  terminal.out(`Wrote ${file}: upload it in the Teams admin centre, or in Teams under Apps, "Upload an app".\n`)
} catch (error) {
  if (!(error instanceof CannotStartError)) throw error
  terminal.err(`${error.message}\n`)
  process.exitCode = 1
}
