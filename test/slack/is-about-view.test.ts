/** What Slack says when it opens no view: a trigger that lapsed, in whatever words, is never a fault of our form. */
import { webApi } from '@slack/bolt'
import { describe, expect, test } from 'vitest'
import { isAboutView } from '../../adapters/slack/send/is-about-view.ts'

const answered = (error: string, messages?: unknown) =>
  new webApi.WebAPIPlatformError({
    ok: false,
    error,
    ...(messages !== undefined && { response_metadata: { messages: messages as string[] } }),
  })

describe('opening once more may help', () => {
  test.each([
    ['the documented code', answered('expired_trigger_id')],
    ['a trigger that was used', answered('exchanged_trigger_id')],
    ['a trigger of another shape', answered('invalid_trigger_id')],
    ['an older name of it', answered('trigger_expired')],
    ['another older name', answered('trigger_exchanged')],
    ['another older name', answered('invalid_trigger')],
    [
      'words beside a code for any argument',
      answered('invalid_arguments', ['[ERROR] `trigger_id` expired [json-pointer:/trigger_id]']),
    ],
    [
      'words for a used one',
      answered('invalid_arguments', ['[ERROR] `trigger_id` exchanged [json-pointer:/trigger_id]']),
    ],
    [
      'words for a wrong one',
      answered('invalid_arguments', ['[ERROR] invalid `trigger_id` [json-pointer:/trigger_id]']),
    ],
    ['words for a missing one', answered('invalid_arguments', ['[ERROR] missing required field: trigger_id'])],
    [
      'one text in place of a list',
      answered('invalid_arguments', '[ERROR] `trigger_id` expired [json-pointer:/trigger_id]'),
    ],
    ['the trigger among other words', answered('invalid_arguments', ['[WARN] a notice', '[ERROR] Trigger_id expired'])],
    ['a code for any argument, and no words', answered('invalid_arguments')],
    ['a code for any argument, and an empty list', answered('invalid_arguments', [])],
    ['a fault of theirs', answered('internal_error')],
    ['a pile that is full', answered('push_limit_reached')],
    ['a view that was closed', answered('not_found')],
    ['a limit', new webApi.WebAPIRateLimitedError(3)],
    ['no answer', new webApi.WebAPIRequestError(new Error('timeout'))],
    ['an answer of something between', new webApi.WebAPIHTTPError(502, 'Bad Gateway', {})],
    ['a code that is new', answered('something_new')],
  ])('%s', (_, error) => {
    expect(isAboutView(error)).toBe(false)
  })
})

describe('opening once more cannot help', () => {
  test.each([
    ['a view that is too large', answered('view_too_large')],
    ['blocks that are not valid', answered('invalid_blocks')],
    [
      'words about the view',
      answered('invalid_arguments', ['[ERROR] must be less than 76 characters [json-pointer:/view/blocks/0]']),
    ],
    [
      'words about a part of the view that is named after triggers',
      answered('invalid_arguments', [
        '[ERROR] unsupported value [json-pointer:/view/blocks/0/element/trigger_actions_on]',
      ]),
    ],
    ['a fault of our own', new TypeError('no room for Sam')],
  ])('%s', (_, error) => {
    expect(isAboutView(error)).toBe(true)
  })
})
