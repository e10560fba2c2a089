import { textArgument } from '../arguments.ts'
import { SlackError } from '../slack-error.ts'
import type { SlackUser, Workspace } from '../state.ts'
import type { Method } from './method.ts'

export const authTest: Method = {
  scopes: [],
  run: ({ workspace }) => ({
    url: `https://${workspace.domain}.slack.com/`,
    team: workspace.domain,
    user: 'unstuck',
    team_id: workspace.team,
    user_id: workspace.botUser,
    bot_id: workspace.botId,
    is_enterprise_install: false,
  }),
}

export const usersInfo: Method = {
  scopes: ['users:read'],
  run: ({ workspace }, args) => {
    const user = workspace.users.get(textArgument(args, 'user'))
    if (!user) throw new SlackError('user_not_found')
    return { user: describe(workspace, user) }
  },
}

/** Slack looks through the members of the workspace alone, and finds nobody who was deleted. */
export const usersLookupByEmail: Method = {
  scopes: ['users:read.email'],
  run: ({ workspace }, args) => {
    const address = textArgument(args, 'email').toLowerCase()
    const user = [...workspace.users.values()].find(
      ({ email, deleted, stranger }) => email.toLowerCase() === address && !deleted && !stranger,
    )
    if (!user) throw new SlackError('users_not_found')
    return { user: describe(workspace, user) }
  },
}

/** As Slack describes a person; the address only where the scope for it was granted. */
function describe(workspace: Workspace, user: SlackUser) {
  return {
    id: user.id,
    team_id: user.home,
    name: user.name,
    deleted: user.deleted,
    real_name: user.name,
    tz: 'Europe/London',
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: user.restricted,
    is_ultra_restricted: false,
    is_bot: false,
    is_app_user: false,
    ...(user.stranger ? { is_stranger: true } : { is_email_confirmed: user.confirmed }),
    ...(user.grid && { enterprise_user: { enterprise_id: 'E0GRID', teams: user.grid } }),
    profile: {
      real_name: user.name,
      display_name: user.name,
      team: user.home,
      ...(workspace.scopes.has('users:read.email') && !user.stranger && { email: user.email }),
    },
  }
}
