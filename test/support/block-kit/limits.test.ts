import type { Button, InputBlock, KnownBlock, ModalView, PlainTextOption, SectionBlock } from '@slack/types'
import { describe, expect, test } from 'vitest'
import { violationsOf } from './limits.ts'

const plain = (text: string) => ({ type: 'plain_text', text }) as const
const words = (length: number) => 'x'.repeat(length)
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

const section = (extra: Partial<SectionBlock> = {}): SectionBlock => ({
  type: 'section',
  text: plain('Hello'),
  ...extra,
})
const button = (extra: Partial<Button> = {}): Button => ({ type: 'button', text: plain('Open'), ...extra })
const option = (value: string): PlainTextOption => ({ text: plain(`Option ${value}`), value })
const options = (count: number) => times(count, (index) => option(String(index)))
const input = (element: InputBlock['element'], extra: Partial<InputBlock> = {}): InputBlock => ({
  type: 'input',
  label: plain('What is stuck?'),
  element,
  ...extra,
})
const message = (...blocks: KnownBlock[]) => ({ text: 'A case is stuck', blocks })
const modal = (blocks: KnownBlock[] = [section()], extra: Partial<ModalView> = {}): ModalView => ({
  type: 'modal',
  title: plain('Raise a stuck case'),
  submit: plain('Send'),
  blocks,
  ...extra,
})

describe('what Slack takes has no violation', () => {
  test.each<[string, unknown]>([
    ['a message of words', { text: 'Hello' }],
    ['a message with a button', message(section(), { type: 'actions', elements: [button({ action_id: 'ask' })] })],
    ['a message with metadata', { text: 'Hello', metadata: { event_type: 'unstuck', event_payload: { key: 'a' } } }],
    ['a modal at its limits', modal(times(100, () => section({ text: plain(words(2000)) })))],
    [
      'a select of 100 options',
      modal([input({ type: 'static_select', options: options(100), initial_option: option('3') })]),
    ],
    ['a home', { type: 'home', blocks: [section()] }],
    [
      'rich text',
      message({
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'Hello' }] }],
      }),
    ],
    ['an image', message({ type: 'image', image_url: 'https://example.org/a.png', alt_text: 'A plot' })],
  ])('%s', (_, posted) => {
    expect(violationsOf(posted)).toEqual([])
  })
})

describe('what Slack refuses is found', () => {
  test.each<[string, unknown, string]>([
    ['no text', { blocks: [section()] }, '/ must have required property \'text\' {"missingProperty":"text"}'],
    ['an empty text', { text: ' ' }, '/text is empty: the notification and screen readers have nothing to say'],
    [
      'a block of no kind',
      { text: 'a', blocks: [{ type: 'sectoin' }] },
      '/blocks/0 value of tag "type" must be in oneOf',
    ],
    [
      'a misspelt property',
      { text: 'a', blocks: [{ ...section(), txt: 1 }] },
      '/blocks/0 must NOT have additional properties',
    ],
    [
      'mrkdwn in a header',
      { text: 'a', blocks: [{ type: 'header', text: { type: 'mrkdwn', text: 'a' } }] },
      '/blocks/0/text/type must be equal to constant',
    ],
    [
      'an input without its element',
      modal([{ type: 'input', label: plain('a') } as never]),
      "/blocks/0 must have required property 'element'",
    ],
    [
      'a text input as accessory',
      modal([section({ accessory: { type: 'plain_text_input' } as never })]),
      '/blocks/0/accessory value of tag "type" must be in oneOf',
    ],
    ['51 blocks in a message', message(...times(51, () => section())), '/blocks has 51 entries, 50 at most'],
    ['101 blocks in a view', modal(times(101, () => section())), '/blocks has 101 entries, 100 at most'],
    ['a long title', modal([section()], { title: plain(words(25)) }), '/title/text has 25 characters, 24 at most'],
    ['a long submit', modal([section()], { submit: plain(words(25)) }), '/submit/text has 25 characters, 24 at most'],
    ['a long close', modal([section()], { close: plain(words(25)) }), '/close/text has 25 characters, 24 at most'],
    [
      'long private metadata',
      modal([section()], { private_metadata: words(3001) }),
      '/private_metadata has 3001 characters, 3000 at most',
    ],
    [
      'a long callback id',
      modal([section()], { callback_id: words(256) }),
      '/callback_id has 256 characters, 255 at most',
    ],
    [
      'a long external id',
      modal([section()], { external_id: words(256) }),
      '/external_id has 256 characters, 255 at most',
    ],
    [
      'a view beyond 250 KB',
      modal(times(90, () => section({ text: plain(words(2900)) }))),
      '/ is larger than 250000 bytes',
    ],
    [
      'an input without submit',
      { type: 'modal', title: plain('a'), blocks: [input({ type: 'datepicker' })] },
      '/submit is missing, though there is something to fill in',
    ],
    [
      'a long block id',
      message(section({ block_id: words(256) })),
      '/blocks/0/block_id has 256 characters, 255 at most',
    ],
    [
      'the same block id twice',
      message(section({ block_id: 'a' }), section({ block_id: 'a' })),
      '/blocks has two of block_id "a"',
    ],
    [
      'the same action id twice',
      message({ type: 'actions', elements: [button({ action_id: 'a' }), button({ action_id: 'a' })] }),
      '/blocks/0/elements has two of action_id "a"',
    ],
    [
      'a long action id',
      message({ type: 'actions', elements: [button({ action_id: words(256) })] }),
      '/blocks/0/elements/0/action_id has 256 characters, 255 at most',
    ],
    [
      'a long section',
      message(section({ text: plain(words(3001)) })),
      '/blocks/0/text/text has 3001 characters, 3000 at most',
    ],
    ['an empty section', message({ type: 'section' }), '/blocks/0 has neither text nor fields'],
    ['an empty text object', message(section({ text: plain('') })), '/blocks/0/text/text is empty'],
    [
      'eleven fields',
      message(section({ fields: times(11, () => plain('a')) })),
      '/blocks/0/fields has 11 entries, 10 at most',
    ],
    [
      'a long field',
      message(section({ fields: [plain(words(2001))] })),
      '/blocks/0/fields/0/text has 2001 characters, 2000 at most',
    ],
    [
      'a long header',
      message({ type: 'header', text: plain(words(151)) }),
      '/blocks/0/text/text has 151 characters, 150 at most',
    ],
    [
      'eleven context elements',
      message({ type: 'context', elements: times(11, () => plain('a')) }),
      '/blocks/0/elements has 11 entries, 10 at most',
    ],
    ['no actions', message({ type: 'actions', elements: [] }), '/blocks/0/elements has no entries, 1 at least'],
    [
      '26 actions',
      message({ type: 'actions', elements: times(26, () => button()) }),
      '/blocks/0/elements has 26 entries, 25 at most',
    ],
    [
      'a long button',
      message(section({ accessory: button({ text: plain(words(76)) }) })),
      '/blocks/0/accessory/text/text has 76 characters, 75 at most',
    ],
    [
      'a long value',
      message(section({ accessory: button({ value: words(2001) }) })),
      '/blocks/0/accessory/value has 2001 characters, 2000 at most',
    ],
    [
      'a long address',
      message(section({ accessory: button({ url: words(3001) }) })),
      '/blocks/0/accessory/url has 3001 characters, 3000 at most',
    ],
    [
      'a long label for screen readers',
      message(section({ accessory: button({ accessibility_label: words(76) }) })),
      '/blocks/0/accessory/accessibility_label has 76 characters, 75 at most',
    ],
    [
      'a long question to confirm',
      message(section({ accessory: button({ confirm: { text: plain(words(301)) } }) })),
      '/blocks/0/accessory/confirm/text/text has 301 characters, 300 at most',
    ],
    [
      'a long label',
      modal([input({ type: 'datepicker' }, { label: plain(words(2001)) })]),
      '/blocks/0/label/text has 2001 characters, 2000 at most',
    ],
    [
      'a long hint',
      modal([input({ type: 'datepicker' }, { hint: plain(words(2001)) })]),
      '/blocks/0/hint/text has 2001 characters, 2000 at most',
    ],
    [
      'a date that is none',
      modal([input({ type: 'datepicker', initial_date: '31.3.2026' })]),
      '/blocks/0/element/initial_date is not a date such as 2026-03-31',
    ],
    [
      'too much text to type',
      modal([input({ type: 'plain_text_input', max_length: 3001 })]),
      '/blocks/0/element/max_length is not between 1 and 3000',
    ],
    [
      'longer at the start than allowed',
      modal([input({ type: 'plain_text_input', max_length: 5, initial_value: words(6) })]),
      '/blocks/0/element/initial_value has 6 characters, 5 at most',
    ],
    [
      'a least above the most',
      modal([input({ type: 'plain_text_input', min_length: 6, max_length: 5 })]),
      '/blocks/0/element/min_length is above max_length',
    ],
    [
      'a long placeholder',
      modal([input({ type: 'plain_text_input', placeholder: plain(words(151)) })]),
      '/blocks/0/element/placeholder/text has 151 characters, 150 at most',
    ],
    [
      '101 options',
      modal([input({ type: 'static_select', options: options(101) })]),
      '/blocks/0/element/options has 101 entries, 100 at most',
    ],
    [
      '11 radio buttons',
      modal([input({ type: 'radio_buttons', options: options(11) })]),
      '/blocks/0/element/options has 11 entries, 10 at most',
    ],
    [
      '11 checkboxes',
      modal([input({ type: 'checkboxes', options: options(11) })]),
      '/blocks/0/element/options has 11 entries, 10 at most',
    ],
    [
      'no options',
      modal([input({ type: 'static_select', options: [] })]),
      '/blocks/0/element/options has no entries, 1 at least',
    ],
    [
      'neither options nor groups',
      modal([input({ type: 'static_select' })]),
      '/blocks/0/element has neither options nor option_groups',
    ],
    [
      'a long option',
      modal([input({ type: 'static_select', options: [{ text: plain(words(76)), value: 'a' }] })]),
      '/blocks/0/element/options/0/text/text has 76 characters, 75 at most',
    ],
    [
      'a long option value',
      modal([input({ type: 'static_select', options: [option(words(76))] })]),
      '/blocks/0/element/options/0/value has 76 characters, 75 at most',
    ],
    [
      'two options of one value',
      modal([input({ type: 'static_select', options: [option('a'), option('a')] })]),
      '/blocks/0/element/options has two of value "a"',
    ],
    [
      'a start that is no option',
      modal([input({ type: 'static_select', options: options(2), initial_option: option('9') })]),
      '/blocks/0/element starts with "9", which is not one of its options',
    ],
    [
      'a start of nothing',
      modal([input({ type: 'checkboxes', options: options(2), initial_options: [] })]),
      '/blocks/0/element/initial_options has no entries, 1 at least',
    ],
    [
      'a block whose limits are not known',
      message({
        type: 'video',
        video_url: 'https://example.org',
        thumbnail_url: 'https://example.org',
        alt_text: 'a',
        title: plain('a'),
      }),
      '/blocks/0 is of type video, whose limits this check does not know',
    ],
  ])('%s', (_, posted, sentence) => {
    expect(violationsOf(posted)).toContainEqual(expect.stringContaining(sentence))
  })
})
