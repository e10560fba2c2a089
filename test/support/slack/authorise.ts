/** The page on which an administrator agrees that an app comes into the workspace `team`: here everybody agrees. */
import { randomBytes } from 'node:crypto'
import type { SlackState } from './state.ts'

/** Where the browser is sent next; undefined where Slack would show an error. */
export function authorise({ shared, grants, workspaces }: SlackState, asked: URLSearchParams): string | undefined {
  const team = asked.get('team') ?? ''
  const redirectUri = asked.get('redirect_uri') ?? ''
  if (asked.get('client_id') !== shared.clientId || !workspaces.has(team) || !URL.canParse(redirectUri))
    return undefined
  const code = randomBytes(12).toString('hex')
  grants.set(code, { team, redirectUri, scopes: (asked.get('scope') ?? '').split(',') })
  const back = new URL(redirectUri)
  back.searchParams.set('code', code)
  back.searchParams.set('state', asked.get('state') ?? '')
  return back.href
}
