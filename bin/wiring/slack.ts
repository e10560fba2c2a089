/** Slack's side, wired; Bolt is loaded only where Slack is configured, since that takes a third of a second. */
import { createInstallations } from '../../adapters/postgres/accounts/installations.ts'
import type { Slack, SlackParts } from '../../adapters/slack/app.ts'
import { derivedSecret } from '../../adapters/vault/derived-secret.ts'
import type { Resources } from './resources.ts'
import type { SlackConfig } from '../config/config.ts'
import type { Doors } from './doors.ts'
import { vaultOf } from './vault-of.ts'

export async function slackOf(
  { apps, oauth, apiUrl }: SlackConfig,
  world: Resources,
  doors: Doors,
  asking: Pick<SlackParts, 'answer' | 'lookUp'>,
): Promise<Slack> {
  const { config, partnership, log, opened, secretKey } = world
  const { createSlack } = await import('../../adapters/slack/app.ts')
  return createSlack({
    ...doors,
    apps,
    ...(oauth && {
      sharing: {
        oauth,
        stateSecret: derivedSecret(secretKey, 'state of an installation'),
        publicUrl: config.publicUrl,
        installations: createInstallations(opened.db, vaultOf(world)),
      },
    }),
    ...(apiUrl !== undefined && { apiUrl }),
    partnership,
    ...asking,
    log,
  })
}
