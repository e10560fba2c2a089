/** The part of Slack's Web API that is here; anything else is `unknown_method`. */
import * as chat from './chat.ts'
import * as conversations from './conversations.ts'
import { revoke } from './installing.ts'
import type { Method } from './method.ts'
import * as people from './people.ts'
import * as views from './views.ts'

export const methods: Readonly<Record<string, Method>> = {
  'api.test': { scopes: [], run: () => ({}) },
  'auth.test': people.authTest,
  'auth.revoke': revoke,
  'users.info': people.usersInfo,
  'users.lookupByEmail': people.usersLookupByEmail,
  'conversations.open': conversations.conversationsOpen,
  'conversations.info': conversations.conversationsInfo,
  'conversations.history': conversations.conversationsHistory,
  'conversations.replies': conversations.conversationsReplies,
  'chat.postMessage': chat.postMessage,
  'chat.postEphemeral': chat.postEphemeral,
  'chat.update': chat.updateMessage,
  'chat.delete': chat.deleteMessage,
  'views.open': views.openView,
  'views.push': views.pushView,
  'views.update': views.updateView,
  'views.publish': views.publishView,
}
