import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { form } from '../../src/display/form.ts'
import { textOfMessage, textOfView } from '../support/slack/observe.ts'
import { startSlackBot, type SlackBot } from './slack-bot.ts'

let bot: SlackBot

const raise = form('Raise a stuck case', {
  fields: { tried: { field: 'words', label: 'What has been tried?', max: 3000, lines: 'many' } },
  submit: { label: 'Send', ask: { ask: 'raise-case' } },
})

beforeAll(async () => {
  bot = await startSlackBot()
})
afterAll(() => bot.stop())
afterEach(() => {
  bot.slack.faults.heal()
  expect(bot.slack.violations).toEqual([])
})

test('opens the form for raising a case, from anywhere', async () => {
  bot.answers(() => raise)
  const person = bot.practitioner()
  expect(await person.useShortcut('open-raise-case')).toMatchObject({ status: 200 })
  expect(textOfView(await person.waitForView())).toContain('What has been tried?')
  expect(bot.asked.at(-1)).toEqual({ ask: { ask: 'open-raise-case' }, by: 'practitioner' })
})

test('of somebody whom the partnership does not know is refused in its own window', async () => {
  bot.slack.addUser({ team: 'T0LARK', id: 'USTRANGE', email: 'somebody.else@demo.example' })
  const stranger = bot.slack.user('T0LARK', 'USTRANGE')
  await stranger.useShortcut('open-raise-case')
  expect(textOfView(await stranger.waitForView())).toContain('I do not know you yet.')
  expect(stranger.messages()).toEqual([])
})

test('that Slack did not open in time is one press away in the direct messages', async () => {
  bot.answers(() => raise)
  bot.slack.faults.fail('views.open', 1, { error: 'expired_trigger_id' })
  const person = bot.practitioner()
  await person.useShortcut('open-raise-case')
  expect(textOfMessage(await person.waitForMessage('Open the form'))).toContain('Nothing is lost.')
})
