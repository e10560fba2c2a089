/** What Slack sends, in Slack's shapes (docs.slack.dev/reference/interaction-payloads and /events). */
import { randomBytes } from 'node:crypto'
import type { Button } from '@slack/types'
import { asPosted } from './as-posted.ts'
import { createResponseUrl } from './response-urls.ts'
import type { Sending } from './send-signed.ts'
import type { Message, OpenView, SlackState, SlackUser, Workspace } from './state.ts'
import { createTrigger } from './triggers.ts'
import { asGiven } from './views.ts'

/** Who does something, and where. */
export type Scene = { readonly state: SlackState; readonly workspace: Workspace; readonly user: SlackUser }

const token = 'a-verification-token-that-nobody-should-check'

export function commandSending(
  { state, workspace, user }: Scene,
  command: string,
  text: string,
  channel: string,
): Sending {
  const body = new URLSearchParams({
    token,
    team_id: workspace.team,
    team_domain: workspace.domain,
    channel_id: channel,
    channel_name: channel.startsWith('D') ? 'directmessage' : 'general',
    user_id: user.id,
    user_name: user.name,
    command,
    text,
    api_app_id: workspace.app.appId,
    is_enterprise_install: 'false',
    response_url: createResponseUrl(state, { team: workspace.team, user: user.id, channel }),
    trigger_id: aTrigger({ state, workspace, user }),
  })
  return { body: body.toString(), contentType: 'application/x-www-form-urlencoded' }
}

const interaction = (payload: object): Sending => ({
  body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
  contentType: 'application/x-www-form-urlencoded',
})

const common = ({ workspace, user }: Scene) => ({
  user: { id: user.id, username: user.name, name: user.name, team_id: user.home },
  api_app_id: workspace.app.appId,
  token,
  team: { id: workspace.team, domain: workspace.domain },
  enterprise: null,
  is_enterprise_install: false,
})

const aTrigger = ({ state, workspace, user }: Scene): string => createTrigger(state, workspace.team, user.id)

export const shortcutSending = (scene: Scene, callback: string): Sending =>
  interaction({
    type: 'shortcut',
    ...common(scene),
    callback_id: callback,
    trigger_id: aTrigger(scene),
    action_ts: (Date.now() / 1000).toFixed(6),
  })

const pressed = (block: string, { action_id, text, value, style, url }: Button) => ({
  action_id,
  block_id: block,
  text: { type: 'plain_text', text: text.text, emoji: true },
  ...(value !== undefined && { value }),
  ...(style && { style }),
  ...(url !== undefined && { url }),
  type: 'button',
  action_ts: (Date.now() / 1000).toFixed(6),
})

export function pressSending(scene: Scene, message: Message, block: string, button: Button): Sending {
  const { state, workspace, user } = scene
  const { channel, ts } = message
  return interaction({
    type: 'block_actions',
    ...common(scene),
    trigger_id: aTrigger(scene),
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: message.ephemeral },
    channel: { id: channel, name: 'directmessage' },
    ...(!message.ephemeral && { message: asPosted(workspace, message, false) }),
    state: { values: {} },
    response_url: createResponseUrl(state, { team: workspace.team, user: user.id, channel, original: message }),
    actions: [pressed(block, button)],
  })
}

export function pressInViewSending(scene: Scene, open: OpenView, block: string, button: Button): Sending {
  return interaction({
    type: 'block_actions',
    ...common(scene),
    trigger_id: aTrigger(scene),
    container: { type: 'view', view_id: open.id },
    view: asGiven(open, scene.workspace),
    actions: [pressed(block, button)],
  })
}

/** A choice in a form whose block asks to be told of it at once. */
export const choiceSending = (scene: Scene, open: OpenView, block: string, action: string): Sending =>
  interaction({
    type: 'block_actions',
    ...common(scene),
    trigger_id: aTrigger(scene),
    container: { type: 'view', view_id: open.id },
    view: asGiven(open, scene.workspace),
    actions: [{ block_id: block, action_id: action, ...open.values[block]?.[action], action_ts: '1' }],
  })

/** Somebody types into a list that is looked up: docs.slack.dev/reference/interaction-payloads/block_suggestion-payload */
export const suggestionSending = (
  scene: Scene,
  open: OpenView,
  { block, action, value }: { readonly block: string; readonly action: string; readonly value: string },
): Sending =>
  interaction({
    type: 'block_suggestion',
    ...common(scene),
    container: { type: 'view', view_id: open.id },
    view: asGiven(open, scene.workspace),
    block_id: block,
    action_id: action,
    value,
  })

export const submitSending = (scene: Scene, open: OpenView): Sending =>
  interaction({
    type: 'view_submission',
    ...common(scene),
    trigger_id: aTrigger(scene),
    view: asGiven(open, scene.workspace),
    response_urls: [],
  })

export function closeSending(scene: Scene, open: OpenView, cleared: boolean): Sending {
  return interaction({
    type: 'view_closed',
    ...common(scene),
    view: asGiven(open, scene.workspace),
    is_cleared: cleared,
  })
}

export const eventSending = ({ workspace, user }: Scene, event: Readonly<Record<string, unknown>>): Sending =>
  aboutWorkspace(workspace, { user: user.id, ...event })

/** The app was taken out: its tokens first, then itself. */
export const leavingSendings = (workspace: Workspace): readonly Sending[] => [
  aboutWorkspace(workspace, { type: 'tokens_revoked', tokens: { oauth: [], bot: [workspace.botUser] } }),
  aboutWorkspace(workspace, { type: 'app_uninstalled' }),
]

function aboutWorkspace(workspace: Workspace, event: Readonly<Record<string, unknown>>): Sending {
  const body = {
    token,
    team_id: workspace.team,
    api_app_id: workspace.app.appId,
    context_team_id: workspace.team,
    context_enterprise_id: null,
    event,
    type: 'event_callback',
    event_id: `Ev${randomBytes(5).toString('hex').toUpperCase()}`,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: workspace.team,
        user_id: workspace.botUser,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  }
  return { body: JSON.stringify(body), contentType: 'application/json' }
}
