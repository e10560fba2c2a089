/** Every refusal that Slack documents for our calls is in the one table, and what is in none is no dead end. */
import { webApi } from '@slack/bolt'
import { describe, expect, test } from 'vitest'
import { classifyError, classifyRedraw } from '../../adapters/slack/send/classify-error.ts'
import { InstallationError, TooFastError, UndeliverableError } from '../../src/ports/messenger-errors.ts'

const answered = (error: string) => new webApi.WebAPIPlatformError({ ok: false, error })

function fate(error: Error): string {
  if (error instanceof UndeliverableError) return error.accountClosed ? 'this account' : 'this message'
  if (error instanceof InstallationError) return 'administrator'
  if (error instanceof TooFastError) return error.elsewhere === undefined ? 'as Slack asks' : 'elsewhere for now'
  return 'again'
}

const table: Readonly<Record<string, string>> = {
  'this account':
    'user_not_found users_not_found user_disabled user_not_visible user_is_restricted user_is_ultra_restricted ' +
    'invalid_user_combination not_enough_users cannot_dm_bot is_bot',
  'elsewhere for now':
    'channel_not_found not_in_channel user_not_in_channel is_archived channel_type_not_supported ' +
    'method_not_supported_for_channel_type account_inactive token_revoked app_uninstalled a_code_of_next_year',
  administrator:
    'messages_tab_disabled restricted_action restricted_action_read_only_channel restricted_action_thread_only_channel ' +
    'no_permission missing_scope not_allowed_token_type invalid_auth not_authed token_expired access_denied ' +
    'team_access_not_granted team_not_found org_login_required two_factor_setup_required enterprise_is_restricted ' +
    'ekm_access_denied accesslimited message_limit_exceeded method_deprecated deprecated_endpoint ' +
    'metadata_must_be_sent_from_app as_user_not_supported',
  'this message':
    'invalid_blocks invalid_blocks_format invalid_arguments invalid_arg_name invalid_array_arg invalid_charset ' +
    'invalid_form_data invalid_post_type missing_post_type invalid_metadata_format invalid_metadata_schema ' +
    'metadata_too_large too_many_attachments too_many_contact_cards invalid_attachments markdown_text_conflict ' +
    'msg_blocks_too_long msg_too_long no_text slack_connect_file_link_sharing_blocked ' +
    'message_not_found cant_update_message edit_window_closed is_inactive block_mismatch message_not_owned_by_app',
  again:
    'internal_error fatal_error service_unavailable request_timeout team_added_to_org external_channel_migrating ' +
    'messaging_processing_failed update_failed',
  'as Slack asks': 'ratelimited rate_limited',
}

describe.each(Object.entries(table))('%s', (means, codes) => {
  test.each(codes.split(' '))('%s', (code) => {
    const read = classifyError(answered(code))
    expect(means === 'as Slack asks' ? read : fate(read)).toEqual(
      means === 'as Slack asks' ? expect.any(TooFastError) : means,
    )
  })
})

test.each([
  ['a fault of theirs', new webApi.WebAPIHTTPError(503, 'x', {}), 'again'],
  ['a proxy that refuses', new webApi.WebAPIHTTPError(403, 'x', {}), 'again'],
  ['no answer', new webApi.WebAPIRequestError(new Error('reset')), 'again'],
  ['a code in another shape', answered('Not a code: Sam'), 'again'],
  ['a limit', new webApi.WebAPIRateLimitedError(5), 'as Slack asks'],
])('%s', (_, error, means) => {
  const read = classifyError(error)
  expect(fate(read)).toBe(means)
  expect(read.message).not.toContain('Sam')
})

test('a card that is drawn again is not given up for a code that nobody knows', () => {
  expect(fate(classifyRedraw(answered('a_code_of_next_year')))).toBe('again')
  expect(fate(classifyRedraw(answered('message_not_found')))).toBe('this message')
})
