/** What Teams sends, in Teams' shapes (learn.microsoft.com, bots/how-to/conversations and task-modules). */
import type { Action } from './adaptive-card.ts'
import {
  botAccount,
  nextId,
  serviceUrlOf,
  type Conversation,
  type Message,
  type TeamsState,
  type TeamsUser,
} from './state.ts'

/** Who does something, and where. */
export type Scene = { readonly state: TeamsState; readonly user: TeamsUser; readonly conversation: Conversation }

export type Activity = Readonly<Record<string, unknown>> & {
  readonly type: string
  readonly serviceUrl: string
  readonly conversation: { readonly id: string }
}

function base({ state, user, conversation }: Scene, thread = '') {
  const { id, type, tenant, team } = conversation
  const inTeam =
    team === undefined ? {} : { teamsChannelId: id, teamsTeamId: team, channel: { id }, team: { id: team } }
  return {
    channelId: 'msteams',
    serviceUrl: serviceUrlOf(state, tenant),
    timestamp: new Date().toISOString(),
    localTimezone: 'Europe/London',
    locale: 'en-GB',
    from: {
      id: user.id,
      name: user.name,
      ...(user.userRole !== 'anonymous' && { aadObjectId: user.aadObjectId }),
    },
    recipient: botAccount(state),
    conversation: {
      conversationType: type,
      tenantId: tenant,
      id: type === 'channel' && thread !== '' ? `${id};messageid=${thread}` : id,
      ...(type !== 'personal' && { isGroup: true }),
    },
    channelData: { ...inTeam, tenant: { id: tenant } },
  }
}

const client = { type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London' }

/** Text as Teams gives it: with the bot's name in it where it was spoken to. */
export function messageActivity(scene: Scene, message: Message, mentioned: boolean): Activity {
  const bot = botAccount(scene.state)
  const at = `<at>${bot.name}</at>`
  const mention = { type: 'mention', mentioned: bot, text: at }
  return {
    ...base(scene, message.id),
    type: 'message',
    id: message.id,
    text: mentioned ? `${at} ${message.text}` : message.text,
    textFormat: 'plain',
    attachments: [{ contentType: 'text/html', content: `<p>${mentioned ? `${at}&nbsp;` : ''}${message.text}</p>` }],
    entities: [...(mentioned ? [mention] : []), client],
  }
}

/** An `Action.Submit` without more: a message without text. */
export const submitActivity = (scene: Scene, message: Message, value: unknown): Activity => ({
  ...base(scene),
  type: 'message',
  id: nextId(scene.state),
  replyToId: message.id,
  value,
  entities: [client],
})

export const executeActivity = (
  scene: Scene,
  message: Message,
  { id, verb }: Action,
  data: unknown,
  trigger: 'manual' | 'automatic',
): Activity =>
  invoke(scene, 'adaptiveCard/action', { action: { type: 'Action.Execute', id, verb, data }, trigger }, message)

/** A form that is sent does not say to which message it belongs: github.com/microsoft/botframework-sdk/issues/6473 */
export const taskActivity = (scene: Scene, name: 'task/fetch' | 'task/submit', data: unknown, message?: Message) =>
  invoke(scene, name, { data, context: { theme: 'default' } }, message)

/** Somebody types into a list that is looked up: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search */
export const searchActivity = (scene: Scene, dataset: string, queryText: string): Activity =>
  invoke(scene, 'application/search', { queryText, queryOptions: { skip: 0, top: 15 }, dataset })

export function extensionActivity(
  scene: Scene,
  name: 'composeExtension/fetchTask' | 'composeExtension/submitAction',
  commandId: string,
  data?: unknown,
): Activity {
  const about = { commandId, commandContext: 'compose', context: { theme: 'default' } }
  return invoke(scene, name, { ...about, ...(data !== undefined && { data }) })
}

export function invoke(scene: Scene, name: string, value: unknown, message?: Message): Activity {
  return {
    ...base(scene),
    type: 'invoke',
    name,
    id: `f:${nextId(scene.state)}`,
    ...(message && { replyToId: message.id }),
    value,
    entities: [client],
  }
}

/** The app was put in, or taken out. */
export const installationActivity = (scene: Scene, action: 'add' | 'remove'): Activity => ({
  ...base(scene),
  type: 'installationUpdate',
  id: `f:${nextId(scene.state)}`,
  action,
})

/** The bot, and in a chat of two the person as well, are there now. */
export function membersAddedActivity(scene: Scene): Activity {
  const { state, user, conversation } = scene
  const person = { id: user.id, aadObjectId: user.aadObjectId }
  return {
    ...base(scene),
    type: 'conversationUpdate',
    id: `f:${nextId(state)}`,
    membersAdded: [...(conversation.type === 'personal' ? [person] : []), { id: botAccount(state).id }],
  }
}
