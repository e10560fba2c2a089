/**
 * What each refusal by Teams is about, by its code where that says more than its status. What is not here is for now.
 * learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis
 */
export type About = 'this-chat' | 'installation' | 'this-message' | 'for-now'

const byCode: Readonly<Record<string, About>> = {
  BotDisabledByAdmin: 'installation',
  BotNotRegistered: 'installation',
  InvalidBotApiHost: 'installation',
  AuthorizationRequestDenied: 'installation',
  BotNotInConversationRoster: 'this-chat',
  ConversationBlockedByUser: 'this-chat',
  ConversationNotFound: 'this-chat',
  MessageWritesBlocked: 'this-chat',
  UserNotFound: 'this-chat',
  BadArgument: 'this-message',
  BadSyntax: 'this-message',
  MessageSizeTooBig: 'this-message',
}

const byStatus: Readonly<Record<number, About>> = {
  401: 'installation',
  403: 'this-chat',
  404: 'this-chat',
  410: 'this-chat',
  413: 'this-message',
}

/** What throttles is for now, whatever its code. */
const passing = new Set([0, 412, 429, 500, 502, 503, 504])

export const refusalAbout = (status: number, code: string): About =>
  passing.has(status) ? 'for-now' : (byCode[code] ?? byStatus[status] ?? 'for-now')

/** Why we get no token: the registration, its secret or its rights. What else goes wrong there is for now. */
const tokenRefusals = new Set([
  'access_denied',
  'consent_required',
  'interaction_required',
  'invalid_client',
  'invalid_grant',
  'invalid_request',
  'invalid_resource',
  'invalid_scope',
  'unauthorized_client',
  'unsupported_grant_type',
  'http_400',
  'http_401',
  'http_403',
])

export const isTokenRefusal = (code: string): boolean => tokenRefusals.has(code)
