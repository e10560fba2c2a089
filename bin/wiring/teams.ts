/** The side of Teams, wired; the SDK is loaded only where Teams is configured, since that takes most of a second. */
import { randomUUID } from 'node:crypto'
import type { Mail } from '../../adapters/mail/mail.ts'
import { createPosted } from '../../adapters/postgres/outbox/posted.ts'
import type { Teams, TeamsParts } from '../../adapters/teams/app.ts'
import type { AsItStands } from '../../src/as-it-stands.ts'
import { card } from '../../src/display/card.ts'
import type { Resources } from './resources.ts'
import type { Doors } from './doors.ts'

export async function teamsOf(
  { config, partnership, log, opened, clock }: Resources,
  doors: Doors,
  {
    asItStands,
    mail,
    ...parts
  }: Pick<TeamsParts, 'answer' | 'lookUp'> & {
    readonly asItStands: AsItStands
    readonly mail: Mail | undefined
  },
): Promise<Teams | undefined> {
  const local = config.teamsLocal && partnership().demonstration === true
  if (!config.teams && !local) return undefined
  const { createTeams } = await import('../../adapters/teams/app.ts')
  return createTeams({
    ...doors,
    ...parts,
    registration: config.teams,
    local,
    partnership,
    posted: createPosted(opened.db, asItStands),
    ...(mail && { sayByMail: (person) => sayByMail(mail, person) }),
    log,
    now: () => clock.now(),
  })
}

/** An email holds nothing of a card. */
async function sayByMail({ messenger }: Mail, user: string): Promise<void> {
  await messenger.post({ platform: 'web', workspace: 'web', user }, card('', []), randomUUID())
}
