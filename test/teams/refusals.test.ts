/** What Teams, and what stands between it and us, answers: a chat is forgotten for Teams' own words alone. */
import { describe, expect, test } from 'vitest'
import { classifyError, classifyRedraw, isAboutChat, TeamsError } from '../../adapters/teams/send/classify-error.ts'
import { TokenError } from '../../adapters/teams/send/token.ts'
import { InstallationError, TooFastError, UndeliverableError } from '../../src/ports/messenger-errors.ts'

function fate(error: unknown): string {
  if (isAboutChat(error)) return 'this chat'
  const read = classifyError(error)
  if (read instanceof UndeliverableError) return 'this message'
  if (read instanceof InstallationError) return 'administrator'
  if (read instanceof TooFastError) return read.elsewhere === undefined ? 'as Teams asks' : 'elsewhere for now'
  return 'again'
}

describe('a call', () => {
  test.each([
    [403, 'ConversationBlockedByUser', 'this chat'],
    [403, 'BotDisabledByUser', 'this chat'],
    [403, 'BotNotInConversationRoster', 'this chat'],
    [404, 'BotNotInConversationRoster', 'this chat'],
    [403, 'ForbiddenOperationException', 'this chat'],
    [403, 'MessageWritesBlocked', 'this chat'],
    [404, 'ConversationNotFound', 'this chat'],
    [400, 'ConversationNotFound', 'this chat'],
    [404, 'UserNotFound', 'this chat'],
    [403, 'BotDisabledByAdmin', 'administrator'],
    [403, 'NotEnoughPermissions', 'administrator'],
    [403, 'InvalidBotApiHost', 'administrator'],
    [404, 'TenantNotFound', 'administrator'],
    [401, 'BotNotRegistered', 'administrator'],
    [401, 'Unauthorized', 'administrator'],
    [401, 'unreadable', 'administrator'],
    [407, 'unreadable', 'administrator'],
    [400, 'BadArgument', 'this message'],
    [400, 'BadSyntax', 'this message'],
    [413, 'MessageSizeTooBig', 'this message'],
    [413, 'unreadable', 'this message'],
    [404, 'ActivityNotFoundInConversation', 'this message'],
    [412, 'PreconditionFailed', 'as Teams asks'],
    [429, 'TooManyRequests', 'as Teams asks'],
    [502, 'ServiceError', 'as Teams asks'],
    [504, 'GatewayTimeout', 'as Teams asks'],
    [500, 'ServiceError', 'again'],
    [503, 'ServiceUnavailable', 'again'],
    [503, 'ConversationNotFound', 'again'],
    [507, 'unreadable', 'again'],
    [408, 'unreadable', 'again'],
    [0, 'unreachable', 'again'],
    // not Teams' own words: a proxy, or something new
    [403, 'unreadable', 'elsewhere for now'],
    [404, 'unreadable', 'elsewhere for now'],
    [410, 'Gone', 'elsewhere for now'],
    [403, 'Forbidden', 'elsewhere for now'],
    [400, 'SomethingNew', 'elsewhere for now'],
    [405, 'MethodNotAllowed', 'elsewhere for now'],
    [451, 'unreadable', 'elsewhere for now'],
  ] as const)('%i %s', (status, code, means) => {
    expect(fate(new TeamsError(status, code))).toBe(means)
  })
})

test.each([
  ['invalid_client', 'administrator'],
  ['unauthorized_client', 'administrator'],
  ['invalid_grant', 'administrator'],
  ['http_401', 'administrator'],
  ['temporarily_unavailable', 'again'],
  ['unreachable', 'again'],
  ['http_503', 'again'],
])('no token: %s', (code, means) => {
  expect(fate(new TokenError(code))).toBe(means)
})

test('a card that is drawn again is given up where it is gone, and not for what may pass', () => {
  const drawn = (status: number, code: string) => classifyRedraw(new TeamsError(status, code)).name
  expect(drawn(404, 'ActivityNotFoundInConversation')).toBe('UndeliverableError')
  expect(drawn(404, 'ConversationNotFound')).toBe('UndeliverableError')
  expect(drawn(403, 'unreadable')).toBe('TeamsError')
  expect(drawn(429, 'TooManyRequests')).toBe('TooFastError')
})
