/** One call of the Web API: who calls, may they, and what comes of it. */
import type { Arguments } from './arguments.ts'
import { withoutBot } from './methods/installing.ts'
import { methods } from './methods/table.ts'
import { SlackError } from './slack-error.ts'
import type { SlackState, Workspace } from './state.ts'

export type ApiAnswer = Readonly<Record<string, unknown>>

const secret = new Set(['token', 'client_secret', 'code'])

export function answerCall(state: SlackState, method: string, token: string | undefined, args: Arguments): ApiAnswer {
  const at = Date.now()
  const workspace = [...state.workspaces.values()].find(({ botToken }) => botToken !== '' && botToken === token)
  const answer = answerOrError(state, method, token, workspace, args)
  const kept = Object.fromEntries(Object.entries(args).filter(([name]) => !secret.has(name)))
  state.calls.push({ method, team: workspace?.team, args: kept, at, answer })
  return answer
}

function answerOrError(
  state: SlackState,
  name: string,
  token: string | undefined,
  workspace: Workspace | undefined,
  args: Arguments,
): ApiAnswer {
  try {
    const byItself = withoutBot[name]
    if (byItself) return { ok: true, ...byItself(state, token, args) }
    const method = methods[name]
    if (!method) throw new SlackError('unknown_method', [name])
    if (token === undefined) throw new SlackError('not_authed')
    const dead = state.deadTokens.get(token)
    if (dead) throw new SlackError(dead)
    if (!workspace) throw new SlackError('invalid_auth')
    if (method.scopes.length > 0 && !method.scopes.some((scope) => workspace.scopes.has(scope)))
      throw new SlackError('missing_scope', [`needed: ${method.scopes.join(',')}`])
    return { ok: true, ...method.run({ state, workspace }, args) }
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    const messages = error.messages.map((message) => `[ERROR] ${message}`)
    return { ok: false, error: error.code, ...(messages.length > 0 && { response_metadata: { messages } }) }
  }
}
