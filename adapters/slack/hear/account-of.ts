/**
 * Whose account something came from: one rule for commands, presses, forms and events. In an Enterprise Grid a press names the
 * home workspace of its person, and a command the one in which it was typed.
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

/** The workspace in which it happened, whose app answers. */
export const workspaceOf = ({ user, team, view }: Interaction): string =>
  view?.app_installed_team_id ?? team?.id ?? view?.team_id ?? user.team_id ?? ''

export const accountOf = (bot: Bot, interaction: Interaction): Promise<Account> =>
  accountIn(bot, workspaceOf(interaction), interaction.user.id, interaction.user.team_id)

/** A member of the same organisation who belongs to the workspace has an account there; anybody else, where they are at home. */
export async function accountIn(bot: Bot, workspace: string, user: string, home = workspace): Promise<Account> {
  if (home === workspace) return slackAccount(workspace, user)
  const key = `${workspace} ${user}`
  if (!bot.members.get(key)) {
    const found = await userOf(bot.api, user)
    if (!found || !isOfWorkspace(found, workspace)) return slackAccount(home, user)
    bot.members.set(key, true)
  }
  return slackAccount(workspace, user)
}
