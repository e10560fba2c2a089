/** What the installation must grant for this code to work; `manifest/slack.yaml` asks an administrator for just that. */

/** Each event that we listen to, with the scope without which Slack does not send it. */
export const scopesOfEvents = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  'message.im': ['im:history'],
  tokens_revoked: [],
} as const

/** Each method of the Web API that we call, with its scopes: docs.slack.dev/reference/methods */
export const scopesOfMethods = {
  'auth.revoke': [],
  'auth.test': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['im:history'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['im:history'],
  'users.info': ['users:read', 'users:read.email'],
  'users.lookupByEmail': ['users:read', 'users:read.email'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
} as const

/** What a workspace is asked for that installs the bot for itself. */
export const scopes: readonly string[] = [
  ...new Set<string>([...Object.values(scopesOfMethods), ...Object.values(scopesOfEvents), ['commands']].flat()),
].sort()
