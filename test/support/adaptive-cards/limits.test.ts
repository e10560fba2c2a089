import { expect, test } from 'vitest'
import { violationsOf } from './limits.ts'

const paragraph = (text: string) => ({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] })
const words = { type: 'Input.Text', id: 'field-a', label: 'Anything else?' }
const choices = (given: object) => ({
  type: 'Input.ChoiceSet',
  id: 'several-a',
  label: 'Who?',
  isMultiSelect: true,
  choices: [{ title: 'Health', value: 'health' }],
  ...given,
})
const send = { type: 'Action.Submit', title: 'Send', data: {} }
const mark = { type: 'Action.Execute', title: 'Mark', verb: 'ask', data: {}, fallback: send }

const card = (...body: readonly object[]) => ({ type: 'AdaptiveCard', version: '1.5', body })
const attachment = (content: object) => ({ contentType: 'application/vnd.microsoft.card.adaptive', content })
const message = (content: object) => ({ type: 'message', summary: 'A card', attachments: [attachment(content)] })
const dialog = (content: object) => ({ title: 'A form', height: 'large', width: 'medium', card: attachment(content) })
const buttons = (...actions: readonly object[]) => ({ type: 'ActionSet', actions })

test('what Teams takes has nothing wrong', () => {
  expect(violationsOf(message(card(paragraph('Hello'), buttons(mark, send))))).toEqual([])
  expect(violationsOf(dialog(card(words, choices({ value: 'health' }), buttons(send))))).toEqual([])
})

test.each([
  ['a message without words for the notification', { ...message(card()), summary: '' }],
  ['an element that there is not', message(card({ type: 'Input.Rating', id: 'a' }))],
  ['text that reads Markdown', message(card({ type: 'TextBlock', text: '**bold**' }))],
  ['a misspelt property', message(card({ ...paragraph('a'), spacng: 'small' }))],
  ['a property of a newer version', dialog(card({ ...words, labelPosition: 'inline' }))],
  ['a value of the wrong type', dialog(card({ ...words, isMultiline: 'yes' }))],
  ['a value that there is not', message(card({ ...paragraph('a'), spacing: 'huge' }))],
  ['an input without a label', dialog(card({ type: 'Input.Text', id: 'a' }))],
  ['an id given twice', dialog(card(words, words))],
  ['a version that there is not', message({ ...card(), version: 'abc' })],
  ['more than a message takes', message(card(paragraph('x'.repeat(52_000))))],
  ['more than a dialog takes', dialog(card(paragraph('é'.repeat(140_000))))],
  ['a row of seven buttons', message(card(buttons(...Array.from({ length: 7 }, () => send))))],
  ['a button that older hosts do not know', message(card(buttons({ ...mark, fallback: undefined })))],
  ['a button that a dialog does not know', dialog(card(buttons(mark)))],
  ['a dialog within a dialog', dialog(card(buttons({ ...send, data: { msteams: { type: 'task/fetch' } } })))],
  [
    'a link that is not safe',
    message(card(buttons({ type: 'Action.OpenUrl', title: 'Join', url: 'http://a.example' }))),
  ],
  ['a comma in one of several choices', dialog(card(choices({ choices: [{ title: 'A, B', value: 'a,b' }] })))],
  ['the same choice twice', dialog(card(choices({ choices: Array(2).fill({ title: 'A', value: 'a' }) })))],
  ['a choice that is not offered', dialog(card(choices({ value: 'police' })))],
  ['a day that is none', dialog(card({ type: 'Input.Date', id: 'a', label: 'When?', value: 'soon' }))],
  ['words beyond what fits', dialog(card({ ...words, maxLength: 3, value: 'four' }))],
])('finds %s', (_, wrong) => {
  expect(violationsOf(wrong)).not.toEqual([])
})
