/**
 * Whose account something came from: one rule for commands, presses, forms and events. In an Enterprise Grid a press names the
 * home workspace of its person, a command the one in which it was typed, and something outside of any the organisation.
 */
import type { Account } from '../../../src/ports/accounts.ts'
import { isOfWorkspace, userOf } from '../accounts.ts'
import { slackAccount, type Bot } from '../bot.ts'

/** Who did something, as an interaction says it; docs.slack.dev/reference/interaction-payloads */
export type Interaction = {
  readonly user: { readonly id: string; readonly team_id?: string }
  readonly team?: { readonly id: string } | null
  /** A modal says where the app stands that opened it; the interaction itself may not. */
  readonly view?: { readonly app_installed_team_id?: string; readonly team_id?: string } | undefined
}

/** What an event says of where it happened; docs.slack.dev/apis/events-api/#callback-field */
export type Event = {
  readonly team_id?: string | null
  readonly authorizations?: readonly { readonly team_id?: string | null }[]
  readonly event: object
}

/** The workspace in which it happened, whose app answers. */
export const workspaceOf = ({ user, team, view }: Interaction): string =>
  firstWorkspace(view?.app_installed_team_id, team?.id, view?.team_id, user.team_id)

export const workspaceOfEvent = ({ team_id, authorizations = [], event }: Event): string =>
  firstWorkspace(team_id, ...authorizations.map((one) => one.team_id), 'team' in event ? event.team : undefined)

/** An app that was installed for a whole organisation may be told the organisation's id instead, which begins with E. */
const firstWorkspace = (...ids: readonly unknown[]): string =>
  ids.find((id): id is string => typeof id === 'string' && id !== '' && !id.startsWith('E')) ?? ''

export const accountOf = (bot: Bot, interaction: Interaction): Promise<Account> =>
  accountIn(bot, workspaceOf(interaction), interaction.user.id, interaction.user.team_id)

/**
 * A member of the same organisation who belongs to the workspace has an account there; anybody else, where they are at home.
 * An app that was made for one workspace answers for that one, whichever one of theirs its people act from.
 */
export async function accountIn(bot: Bot, claimed: string, user: string, home = claimed): Promise<Account> {
  const workspace = bot.workspace ?? claimed
  if (home === workspace && claimed === workspace) return slackAccount(workspace, user)
  const key = `${workspace} ${user}`
  if (!bot.members.get(key)) {
    const found = await userOf(bot.api, user)
    if (!found || !isOfWorkspace(found, workspace)) return slackAccount(home, user)
    bot.members.set(key, true)
  }
  return slackAccount(workspace, user)
}
