/** How an app comes into a workspace, and out of it. */
import { randomBytes } from 'node:crypto'
import { textArgument, type Arguments } from '../arguments.ts'
import { SlackError } from '../slack-error.ts'
import type { SlackState } from '../state.ts'
import type { Method } from './method.ts'

type WithoutBot = (state: SlackState, token: string | undefined, args: Arguments) => Readonly<Record<string, unknown>>

/** What is called with no bot's token. */
export const withoutBot: Readonly<Record<string, WithoutBot>> = {
  'oauth.v2.access': exchange,
  'apps.connections.open': openConnection,
}

/** A code is worth a token, once, for the app and the address that it was given to. */
function exchange(state: SlackState, _: string | undefined, args: Arguments) {
  const { shared, grants } = state
  if (textArgument(args, 'client_id') !== shared.clientId) throw new SlackError('invalid_client_id')
  if (textArgument(args, 'client_secret') !== shared.clientSecret) throw new SlackError('bad_client_secret')
  const code = textArgument(args, 'code')
  const grant = grants.get(code)
  grants.delete(code)
  const workspace = grant && state.workspaces.get(grant.team)
  if (!workspace) throw new SlackError('invalid_code')
  if (textArgument(args, 'redirect_uri') !== grant.redirectUri) throw new SlackError('bad_redirect_uri')
  workspace.app = shared
  workspace.scopes = new Set(grant.scopes)
  workspace.botToken = `xoxb-granted-${randomBytes(12).toString('hex')}`
  return {
    app_id: shared.appId,
    authed_user: { id: 'UADMINISTRATOR' },
    scope: grant.scopes.join(','),
    token_type: 'bot',
    access_token: workspace.botToken,
    bot_user_id: workspace.botUser,
    team: { id: workspace.team, name: workspace.domain },
    enterprise: null,
    is_enterprise_install: false,
  }
}

/** The address of one line of Socket Mode, for anybody who has the app's own token. */
function openConnection({ workspaces, tickets, origin }: SlackState, token: string | undefined) {
  const app = [...workspaces.values()].map((workspace) => workspace.app).find(({ appToken }) => appToken === token)
  if (!app) throw new SlackError(token === undefined ? 'not_authed' : 'invalid_auth')
  const ticket = randomBytes(8).toString('hex')
  tickets.set(ticket, app.appId)
  return { url: `${origin.replace('http', 'ws')}/line?ticket=${ticket}` }
}

export const revoke: Method = {
  scopes: [],
  run: ({ state, workspace }) => {
    state.deadTokens.set(workspace.botToken, 'token_revoked')
    return { revoked: true }
  },
}
