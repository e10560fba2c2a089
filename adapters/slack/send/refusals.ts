/**
 * What each refusal by Slack is about. A code that is in no list is unsure: it may last, so another place is tried meanwhile.
 * docs.slack.dev/reference/methods/conversations.open, chat.postMessage, chat.update, users.info
 */
type About = 'this-account' | 'this-conversation' | 'installation' | 'taken-out' | 'this-message' | 'for-now'

const refusals: Readonly<Record<About, readonly string[]>> = {
  /** Closed, hidden, or of somebody whom no bot may write to. */
  'this-account': [
    'user_not_found',
    'users_not_found',
    'user_disabled',
    'user_not_visible',
    'user_is_restricted',
    'user_is_ultra_restricted',
    'invalid_user_combination',
    'not_enough_users',
    'cannot_dm_bot',
    'cannot_dm_self',
    'is_bot',
    'bot_not_found',
  ],
  /** Slack knew the person and not the conversation that it had opened: nothing is known of the account. */
  'this-conversation': [
    'channel_not_found',
    'not_in_channel',
    'user_not_in_channel',
    'is_archived',
    'channel_type_not_supported',
    'method_not_supported_for_channel_type',
  ],
  /** Our token and its rights, the app's own settings, or a setting of the workspace: it concerns everybody there. */
  installation: [
    'messages_tab_disabled',
    'restricted_action',
    'restricted_action_non_threadable_channel',
    'restricted_action_read_only_channel',
    'restricted_action_thread_locked',
    'restricted_action_thread_only_channel',
    'no_permission',
    'missing_scope',
    'not_allowed_token_type',
    'invalid_auth',
    'not_authed',
    'token_expired',
    'access_denied',
    'team_access_not_granted',
    'team_not_found',
    'org_login_required',
    'org_level_email_display_disabled',
    'two_factor_setup_required',
    'enterprise_is_restricted',
    'ekm_access_denied',
    'accesslimited',
    'message_limit_exceeded',
    'method_deprecated',
    'deprecated_endpoint',
    'metadata_must_be_sent_from_app',
    'as_user_not_supported',
    'no_bot_scope',
    'invalid_app',
    'invalid_token',
    'team_disabled',
    'paid_teams_only',
    'plan_upgrade_required',
    'feature_not_enabled',
  ],
  /** The workspace removed the app or revoked its token. */
  'taken-out': ['account_inactive', 'token_revoked', 'app_uninstalled'],
  /** Slack will never take these words in this shape. */
  'this-message': [
    'invalid_blocks',
    'invalid_blocks_format',
    'invalid_arguments',
    'invalid_arg_name',
    'invalid_array_arg',
    'invalid_charset',
    'invalid_form_data',
    'invalid_json',
    'json_not_object',
    'invalid_metadata_format',
    'invalid_metadata_schema',
    'metadata_too_large',
    'attachment_payload_limit_exceeded',
    'too_many_attachments',
    'too_many_contact_cards',
    'invalid_attachments',
    'invalid_post_type',
    'missing_post_type',
    'block_mismatch',
    'slack_connect_canvas_sharing_blocked',
    'slack_connect_file_link_sharing_blocked',
    'slack_connect_lists_sharing_blocked',
    'markdown_text_conflict',
    'msg_blocks_too_long',
    'msg_too_long',
    'no_text',
    // of one that is to be drawn again: it is gone, or may no longer be changed
    'message_not_found',
    'cant_update_message',
    'edit_window_closed',
    'is_inactive',
    'message_not_owned_by_app',
    'streaming_state_conflict',
    'cant_broadcast_message',
    'no_dual_broadcast_content_update',
  ],
  /** Slack's own trouble. Some of it leaves open whether the message was taken. */
  'for-now': [
    'internal_error',
    'fatal_error',
    'service_unavailable',
    'request_timeout',
    'operation_timeout',
    'team_added_to_org',
    'external_channel_migrating',
    'messaging_processing_failed',
    'update_failed',
    // what comes of no answer, or of one that is not Slack's
    'unreachable',
    'unreadable',
  ],
}

const aboutOf = new Map(
  Object.entries(refusals).flatMap(([about, codes]) => codes.map((code) => [code, about as About] as const)),
)

export const refusalAbout = (code: string): About | 'unsure' =>
  aboutOf.get(code) ?? (code.startsWith('http_') ? 'for-now' : 'unsure')
