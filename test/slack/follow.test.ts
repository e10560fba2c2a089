/** A question that follows from an answer is drawn as soon as that is chosen, and nothing that was typed is lost. */
import type { KnownBlock } from '@slack/types'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { form } from '../../src/display/form.ts'
import { moreToAnswer } from '../../src/display/follow-ups.ts'
import { formThatFollows, known, number, why } from '../display/form-that-follows.ts'
import { inputsOf } from '../support/slack/inputs.ts'
import { textOfView } from '../support/slack/observe.ts'
import { startSlackBot, type SlackBot } from './slack-bot.ts'

let bot: SlackBot
beforeAll(async () => {
  bot = await startSlackBot()
})
afterAll(() => bot.stop())

let person: ReturnType<SlackBot['practitioner']>
beforeEach(async () => {
  bot.answers(({ form: sent }) => formThatFollows(sent))
  person = bot.practitioner()
  await person.command('/stuck-case')
  await person.waitForView(known)
})

const asked = () =>
  inputsOf((person.currentView()?.view.blocks ?? []) as KnownBlock[]).map(({ label, required }) => [label, required])
const tried = 'What has been tried?'

test('is not there before its answer, and has to be answered once it is', async () => {
  expect(asked()).toEqual([
    [tried, false],
    [known, true],
    [number, true],
  ])

  person.fill({ [tried]: 'Two letters.' })
  await person.choose(known, 'I have none')

  expect(textOfView(await person.waitForView(why))).toContain('Two letters.')
  expect(asked()).toEqual([
    [tried, false],
    [known, true],
    [why, true],
  ])
  expect((await person.submit()).result).toBe('held-back')
  await person.submit({ [why]: 'Nobody knows it.' })
  const { form: sent } = bot.asked.findLast(({ ask }) => ask.ask !== 'open-mine') ?? {}
  expect(Object.entries(sent ?? {}).map(([name, given]) => [name, given[0]?.reveal()])).toEqual([
    ['tried', 'Two letters.'],
    ['known', 'no'],
    ['why', 'Nobody knows it.'],
  ])
  expect(bot.slack.violations).toEqual([])
})

test('goes again with another answer, and stays where something was written into it', async () => {
  await person.choose(known, 'I have none')
  await person.waitForView(why)
  await person.choose(known, 'I have one')
  await person.waitForView(number)
  expect(asked().map(([label]) => label)).not.toContain(why)

  person.fill({ [number]: 'LK104' })
  await person.choose(known, 'I have none')
  expect(textOfView(await person.waitForView(why))).toContain('LK104')
})

test('is asked before anything is done where the form was sent faster than it could be drawn', async () => {
  person.fill({ [known]: 'I have none', [number]: 'LK104', [tried]: 'Two letters.' })

  expect((await person.submit()).result).toBe('updated')

  expect(textOfView(await person.waitForView(moreToAnswer))).toContain('Two letters.')
  expect(asked().map(([label]) => label)).toContain(why)
  expect(bot.asked.filter(({ ask }) => ask.ask === 'raise-case')).toHaveLength(1)
})

test('never holds back what says that a child is in danger', async () => {
  const before = bot.asked.length
  person.fill({ [known]: 'A child is in danger' })

  await person.submit({}, 'unchecked')

  expect(
    bot.asked
      .slice(before)
      .map(({ ask }) => ask.ask)
      .filter((ask) => ask !== 'open-mine'),
  ).toEqual(['raise-case'])
})

test('is drawn from the start, and may stay empty, in a form that came after another one, which opens again as that one', async () => {
  const another = form('Add to it', { ...formThatFollows(), submit: { label: 'Add', ask: { ask: 'set-away' } } })
  bot.answers(({ ask }) => (ask.ask === 'raise-case' ? another : formThatFollows()))

  await person.submit({ [known]: 'I have one', [number]: 'LK104' })

  await person.waitForView(why)
  expect(asked()).toEqual([
    [tried, false],
    [known, true],
    [number, false],
    [why, false],
  ])
})
