/** Slack's window holds a form back while a question is open; where a child may be in danger it must not. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { form } from '../../src/display/form.ts'
import { textOfView } from '../support/slack/observe.ts'
import { startSlackBot, type SlackBot } from './slack-bot.ts'

const aForm = form('Raise a stuck case', {
  fields: {
    tried: { field: 'words', label: 'What has been tried?', max: 200, lines: 'many' },
    by: { field: 'day', label: 'By when?' },
    danger: {
      field: 'choice',
      label: 'Is a child in danger?',
      options: [
        { value: 'no', label: 'No' },
        { value: 'yes', label: 'Yes, not reported yet' },
      ],
      suffices: ['yes'],
    },
  },
  submit: { label: 'Send', ask: { ask: 'raise-case' } },
})

let bot: SlackBot
beforeAll(async () => {
  bot = await startSlackBot()
  bot.answers(() => aForm)
})
afterAll(() => bot.stop())

let person: ReturnType<SlackBot['practitioner']>
beforeEach(async () => {
  person = bot.practitioner()
  await person.command('/stuck-case')
  await person.waitForView('What has been tried?')
})

const danger = 'Is a child in danger?'

test('what says that a child is in danger can be sent with everything else left open, and keeps what was typed', async () => {
  person.fill({ 'What has been tried?': 'She was hit' })
  await person.choose(danger, 'Yes, not reported yet')
  expect(textOfView(await person.waitForView('You can send this form now'))).toContain('She was hit')

  const { result } = await person.submit()

  expect(result).toBe('updated')
  // Their Home follows what they sent.
  const sent = bot.asked.findLast(({ form }) => form !== undefined)
  expect(sent?.form?.['danger']?.map((typed) => typed.reveal())).toEqual(['yes'])
  expect(sent?.form?.['tried']?.map((typed) => typed.reveal())).toEqual(['She was hit'])
  expect(bot.slack.violations).toEqual([])
})

test('any other answer leaves the form as it is', async () => {
  await person.choose(danger, 'No')

  expect((await person.submit()).result).toBe('held-back')
  expect(textOfView(person.currentView() ?? none())).not.toContain('You can send this form now')
})

test('nothing is asked of the bot before the form is sent', async () => {
  const before = bot.asked.length
  await person.choose(danger, 'Yes, not reported yet')
  await person.waitForView('You can send this form now')

  expect(bot.asked).toHaveLength(before)
})

function none(): never {
  throw new Error('no view is open')
}
