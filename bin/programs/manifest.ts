/** `npm run manifest` writes what an administrator uploads to Teams. */
import { writeFileSync } from 'node:fs'
import { CannotStartError } from '../../doors/cannot-start.ts'
import { appPackage } from '../../adapters/teams/app-package.ts'
import { environment, terminal } from './command.ts'
import { loadConfig } from '../config/load-config.ts'

const file = 'unstuck-teams.zip'

try {
  const { teams, publicUrl } = await loadConfig(environment())
  if (!teams) throw new CannotStartError('MicrosoftAppId: needed, since the manifest names the app.')
  if (!publicUrl.startsWith('https://'))
    throw new CannotStartError('PUBLIC_URL: an address with https is needed, since Teams takes no other.')
  writeFileSync(file, appPackage({ appId: teams.appId, publicUrl }))
  terminal.out(`Wrote ${file}: upload it in the Teams admin centre, or in Teams under Apps, "Upload an app".\n`)
} catch (error) {
  if (!(error instanceof CannotStartError)) throw error
  terminal.err(`${error.message}\n`)
  process.exitCode = 1
}
