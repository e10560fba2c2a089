import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../../src/commands/commands.ts'
import { done, home } from '../../src/display/answer.ts'
import { button, card } from '../../src/display/card.ts'
import { form } from '../../src/display/form.ts'
import { refused } from '../../src/display/refusal.ts'
import { MeetingId } from '../../src/ids.ts'
import type { Actor } from '../support/slack/actor.ts'
import { textOfMessage, textOfView, waitFor } from '../support/slack/observe.ts'
import { startSlackBot, team, type SlackBot } from './slack-bot.ts'

let bot: SlackBot
const meeting = MeetingId.parse('0b9f5c1e-3f0e-4d2b-9a55-6f7d7d1f2a02')
const account = { platform: 'slack', workspace: team, user: 'UPRACTITIONER' } as const
const times = card('Pick a time', [], [button('Time 1', { ask: 'pick-slot', meeting, slot: 1 })])
const record = form('Record', {
  fields: { note: { field: 'words', label: 'Note', max: 100, lines: 'many', optional: true } },
  submit: { label: 'Send', ask: { ask: 'record-meeting', meeting } },
})

beforeAll(async () => {
  bot = await startSlackBot()
})
afterAll(() => bot.stop())
afterEach(() => {
  bot.slack.faults.heal()
  expect(bot.slack.violations).toEqual([])
})

const colleague = (id: string, name: string): Actor => {
  bot.slack.addUser({ team, id, email: `${name}@demo.example` })
  return bot.slack.user(team, id)
}
const welcomes = (person: Actor): readonly string[] =>
  person
    .messages()
    .map(textOfMessage)
    .filter((said) => said.includes('Welcome to Unstuck'))
/** A second one would have come by now. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 700))
const homeShows = (person: Actor, words: string): Promise<string> =>
  waitFor(
    () => [person.home()].flatMap((tab) => (tab ? [textOfView(tab)] : [])).find((shown) => shown.includes(words)),
    () => `the Home tab has no "${words}"`,
  )

describe('a welcome', () => {
  test('comes once, to somebody who opens the Home tab: as whom they are known, who sees what, whom to call', async () => {
    bot.answers(() => home('My cases', []))
    const person = colleague('UCHAIR', 'chair')
    await person.openHome()
    const said = textOfMessage(await person.waitForMessage('Welcome to Unstuck'))
    const chair = bot.partnership.people.find(({ id }) => id === 'chair')
    for (const words of [
      `You are ${chair?.name ?? '?'}`,
      'Who sees what you type',
      ...Object.values(bot.partnership.urgent).slice(0, 4),
    ])
      expect(said).toContain(words)
    await person.openHome()
    await person.say('help')
    await person.waitForMessage('My cases')
    await settled()
    expect(welcomes(person)).toHaveLength(1)
  })

  test('comes after the answer to somebody who writes first', async () => {
    bot.answers(() => done('That is how it is.'))
    const person = colleague('UWORKER', 'social.worker')
    await person.say('help')
    await person.waitForMessage('Welcome to Unstuck')
    const said = person.messages().map(textOfMessage)
    expect(said.findIndex((one) => one.includes('That is how it is.'))).toBe(said.length - 2)
    await person.say('help')
    await person.waitForMessage('That is how it is.')
    await settled()
    expect(welcomes(person)).toHaveLength(1)
  })

  test('does not come to somebody whom the partnership does not know', async () => {
    const stranger = colleague('USTRANGER', 'somebody.else')
    await stranger.openHome()
    await homeShows(stranger, 'I do not know you yet.')
    await stranger.say('help')
    await stranger.waitForMessage('I do not know you yet.')
    expect(welcomes(stranger)).toEqual([])
  })
})

describe('the Home tab', () => {
  const isNow = (title: string): void =>
    bot.answers(({ ask }) => {
      if (ask.ask === 'open-mine') return home(title, [])
      return ask.ask === 'pick-slot' || ask.ask === 'record-meeting' ? done('It is done.') : record
    })

  test('has at its foot the numbers to call, help, being away and accounts', async () => {
    isNow('As it was')
    const person = bot.practitioner()
    await person.openHome()
    const shown = await homeShows(person, 'As it was')
    for (const line of Object.values(bot.partnership.urgent).filter((one) => typeof one === 'string'))
      expect(shown).toContain(line)
    for (const { word, label } of commands)
      if (['help', 'away', 'accounts'].includes(word)) expect(shown).toContain(label)
  })

  test('follows a press on a message, and a form that was sent', async () => {
    const person = bot.practitioner()
    await bot.side.messenger.post(account, times, 'marker-of-times')
    isNow('After a press')
    await person.press('Time 1')
    await homeShows(person, 'After a press')
    isNow('After a form')
    await person.command('/stuck-case')
    await person.waitForView('Note')
    await person.submit()
    await homeShows(person, 'After a form')
  })

  test('follows what was refused, and not what only opened something', async () => {
    const person = bot.practitioner()
    isNow('Unchanged')
    await person.openHome()
    await homeShows(person, 'Unchanged')
    const before = bot.slack.callsOf('views.publish').length
    await person.command('/stuck-case')
    await person.waitForView('Note')
    expect(bot.slack.callsOf('views.publish').length).toBe(before)
    bot.answers(({ ask }) => (ask.ask === 'open-mine' ? home('Gone since', []) : refused('no-longer-there')))
    await person.command('/stuck-case', 'actions')
    await homeShows(person, 'Gone since')
  })
})
