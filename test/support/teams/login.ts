/** The login of Microsoft Entra, as far as a bot goes through it: its own secret for a token. */
import { randomUUID } from 'node:crypto'
import type { Answer } from './connector.ts'
import type { TeamsState } from './state.ts'

const lifetimeSeconds = 86_399

export function logIn(state: TeamsState, body: string): Answer {
  const given = Object.fromEntries(new URLSearchParams(body))
  if (given['grant_type'] !== 'client_credentials') return refused(400, 'unsupported_grant_type')
  if (given['client_id'] !== state.appId) return refused(400, 'unauthorized_client')
  if (given['client_secret'] !== state.appPassword) return refused(401, 'invalid_client')
  if (given['scope'] !== 'https://api.botframework.com/.default') return refused(400, 'invalid_scope')
  const token = `${randomUUID()}.${randomUUID()}`
  state.tokens.add(token)
  const times = { expires_in: lifetimeSeconds, ext_expires_in: lifetimeSeconds }
  return { status: 200, body: { token_type: 'Bearer', ...times, access_token: token } }
}

const refused = (status: number, error: string): Answer => ({
  status,
  body: { error, error_description: `AADSTS: ${error}` },
})
