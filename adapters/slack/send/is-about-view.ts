/** Whether Slack refused a view for what is in it: then opening it again cannot help, and the fault is ours. */
import { webApi } from '@slack/bolt'
import { codeOf } from './classify-error.ts'

const ofView = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_view',
  'view_too_large',
  'duplicate_external_id',
  'block_id_already_used',
  'msg_too_long',
  'msg_blocks_too_long',
  'no_permission_to_update_view',
])
/** What says the same of any argument: which one it was stands beside it. */
const ofArguments = new Set(['invalid_arguments', 'invalid_arg_name', 'invalid_json', 'json_not_object'])
/** "`trigger_id` expired [json-pointer:/trigger_id]"; a part of our view may have the word in its own name. */
const ofTrigger = /trigger/i
const inView = /json-pointer:\/view\b/i

export function isAboutView(error: unknown): boolean {
  const code = codeOf(error)
  // Not from Slack at all.
  if (code === 'unknown') return true
  if (ofView.has(code)) return true
  const said = ofArguments.has(code) ? wordsOf(error) : []
  return said.length > 0 && !said.some((words) => ofTrigger.test(words) && !inView.test(words))
}

/** docs.slack.dev/apis/web-api/#error_handling: `response_metadata.messages`; some answers have one text there. */
function wordsOf(error: unknown): readonly string[] {
  const said: unknown = error instanceof webApi.WebAPIPlatformError ? error.data.response_metadata?.messages : undefined
  return [said ?? []].flat().map(String)
}
