import { afterAll, beforeAll, expect, test } from 'vitest'
import { done } from '../../src/display/answer.ts'
import { button, card, text } from '../../src/display/card.ts'
import { filled, form } from '../../src/display/form.ts'
import { notComplete } from '../../src/display/refusal.ts'
import { waitFor } from '../support/slack/observe.ts'
import { startSlackBot, warmUp, type SlackBot } from './slack-bot.ts'

const team = 'T0COUNCIL'
let bot: SlackBot
const chair = () => bot.slack.user(team, 'UCHAIR')
const calls = () => bot.slack.callsOf('apps.connections.open').length
const held = () =>
  waitFor(
    () => bot.slack.lineOf(team),
    () => 'nobody holds the line',
  )

beforeAll(async () => {
  bot = await startSlackBot({
    apps: (slack) => {
      const { botToken, app } = slack.addWorkspace({ team, app: 'own' })
      slack.addUser({ team, id: 'UCHAIR', email: 'chair@demo.example' })
      return { apps: [{ name: 'council', appId: app.appId, workspace: team, botToken, appToken: app.appToken }] }
    },
  })
  bot.slack.deliverTo('http://127.0.0.1:9/nobody-is-here')
  await held()
  await warmUp(chair())
})
afterAll(() => bot.stop())

test('a command comes through the line, and its form opens', async () => {
  const says = { field: 'words', label: 'What is stuck?', max: 100, lines: 'many' } as const
  bot.answers(() =>
    form('Raise a stuck case', {
      fields: { says },
      values: { says: filled('Everything') },
      submit: { label: 'Send', ask: { ask: 'raise-case' } },
    }),
  )
  expect(await chair().command('/stuck-case')).toMatchObject({ status: 200, text: '' })
  await chair().waitForView('Raise a stuck case')
})

test('what is wrong with a form comes back in it, and its outcome after it', async () => {
  bot.answers(() => notComplete({ says: 'Say more.' }))
  expect(await chair().submit()).toMatchObject({ result: 'errors', errors: { 'What is stuck?': 'Say more.' } })
  bot.answers(() => done('It was sent.'))
  expect((await chair().submit()).result).toBe('updated')
})

test('a press and typed words come through it too', async () => {
  bot.answers(({ ask }) =>
    ask.ask === 'open-help'
      ? card('Help', [text('This is how.')], [button('Mine', { ask: 'open-mine' })])
      : done('Yes.'),
  )
  await chair().command('/stuck-case', 'help')
  const person = chair()
  await person.waitForEphemeral('This is how.')
  await person.press('Mine')
  await person.waitForEphemeral('Yes.')
  await person.say('hello')
  await person.waitForMessage('Nobody reads this')
})

test('the line is held again after Slack hung up, and after Slack was away', async () => {
  const before = calls()
  bot.slack.lineOf(team)?.hangUp()
  await expect.poll(calls, { timeout: 20_000 }).toBe(before + 1)
  await held()
  await bot.slack.goDown()
  await bot.slack.comeBack()
  await held()
  bot.answers(() => done('Still here.'))
  const person = chair()
  await person.command('/stuck-case', 'mine')
  await person.waitForEphemeral('Still here.')
})

test('no door is open beside the line', async () => {
  const body = JSON.stringify({ type: 'url_verification', challenge: 'c', api_app_id: `A0${team}` })
  const response = await fetch(bot.address, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  expect(response.status).toBe(401)
})
