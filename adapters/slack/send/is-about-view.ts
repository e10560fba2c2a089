/** Whether Slack refused a view for what is in it: then opening it again cannot help, and the fault is ours. */
import { webApi } from '@slack/bolt'
import { codeOf } from './classify-error.ts'

const ofView = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'view_too_large',
  'duplicate_external_id',
  'block_id_already_used',
  'msg_too_long',
  'msg_blocks_too_long',
  'no_permission_to_update_view',
])
/** What says the same of any argument: which one it was stands beside it. */
const ofArguments = new Set(['invalid_arguments', 'invalid_arg_name', 'invalid_json', 'json_not_object'])

export function isAboutView(error: unknown): boolean {
  const code = codeOf(error)
  // Not from Slack at all.
  if (code === 'unknown') return true
  if (ofView.has(code)) return true
  const said = ofArguments.has(code) ? wordsOf(error) : []
  return said.length > 0 && !said.some((words) => /trigger/i.test(words))
}

/** docs.slack.dev/apis/web-api/#error_handling: `response_metadata.messages` */
const wordsOf = (error: unknown): readonly string[] =>
  error instanceof webApi.WebAPIPlatformError ? (error.data.response_metadata?.messages ?? []).map(String) : []
