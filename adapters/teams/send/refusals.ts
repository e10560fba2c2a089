/**
 * What each refusal by Teams is about, by its code where that says more than its status. A refusal that is not here is unsure:
 * it may last, so another place is tried meanwhile. A chat is forgotten for Teams' own words alone, not for what a proxy says.
 * learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis
 */
export type About = 'this-chat' | 'installation' | 'this-message' | 'for-now' | 'unsure'

const codes: Readonly<Record<Exclude<About, 'unsure' | 'for-now'>, readonly string[]>> = {
  installation: [
    'BotDisabledByAdmin',
    'BotNotRegistered',
    'InvalidBotApiHost',
    'NotEnoughPermissions',
    'AuthorizationRequestDenied',
    'AuthorizationFailed',
    'Unauthorized',
    'UnauthorizedTenant',
    'TenantBlocked',
    'TenantNotFound',
    'InvalidAuthenticationToken',
  ],
  'this-chat': [
    'BotNotInConversationRoster',
    'BotDisabledByUser',
    'BotBlockedByUser',
    'ConversationBlockedByUser',
    'ConversationNotFound',
    'ConversationBlocked',
    'MessageWritesBlocked',
    'UserNotFound',
    'ForbiddenOperation',
    'ForbiddenOperationException',
  ],
  'this-message': [
    'BadArgument',
    'BadSyntax',
    'MessageSizeTooBig',
    'RequestEntityTooLarge',
    'MultipleErrors',
    'InvalidActivity',
    // of one that is to be drawn again: it is gone
    'ActivityNotFoundInConversation',
    'MessageNotFound',
  ],
}
const byCode = new Map(
  Object.entries(codes).flatMap(([about, ofThem]) => ofThem.map((code) => [code, about as About] as const)),
)

const byStatus: Readonly<Record<number, About>> = {
  401: 'installation',
  407: 'installation', // of our own proxy
  413: 'this-message',
}

/** What throttles or fails at their end is for now, whatever its code. */
const isPassing = (status: number): boolean => status >= 500 || [0, 408, 409, 412, 423, 425, 429].includes(status)

export const refusalAbout = (status: number, code: string): About =>
  isPassing(status) ? 'for-now' : (byCode.get(code) ?? byStatus[status] ?? 'unsure')

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
