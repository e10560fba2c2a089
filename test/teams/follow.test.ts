/** A question that follows from an answer is asked in the next dialog, before anything is done, with all that was typed. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { done } from '../../src/display/answer.ts'
import { moreToAnswer } from '../../src/display/follow-ups.ts'
import { opensSomething } from '../../src/vocabulary.ts'
import { formThatFollows, known, number, why } from '../display/form-that-follows.ts'
import type { Actor } from '../support/teams/actor.ts'
import { startTeamsBot, type TeamsBot } from './teams-bot.ts'

let bot: TeamsBot
let person: Actor
beforeAll(async () => {
  bot = await startTeamsBot()
})
afterAll(() => bot.stop())
beforeEach(async () => {
  await bot.startOver()
  person = bot.somebody('practitioner')
  await person.installs()
  bot.answers(({ ask }) => (opensSomething(ask) ? formThatFollows() : done('Saved.')))
  await person.says('/stuck-case')
  await person.pressOn(await person.waitForMessage(), 'Open the form')
})

const doing = () => bot.asked.filter(({ ask }) => !opensSomething(ask))

test('is not there before its answer, and comes with what was typed', async () => {
  expect(person.textOfDialog()).toContain(number)
  expect(person.textOfDialog()).not.toContain(why)
  const before = doing().length

  await person.submit({ 'What has been tried?': 'Two letters.', [known]: 'I have none' })

  const next = person.textOfDialog()
  expect([next.includes(moreToAnswer), next.includes(why), next.includes(number)]).toEqual([true, true, false])
  expect(next).toContain('Two letters.')
  expect(doing()).toHaveLength(before)

  await person.submit({ [why]: 'Nobody knows it.' })
  const { form: sent } = doing().at(-1) ?? {}
  expect(sent?.['tried']?.map((typed) => typed.reveal())).toEqual(['Two letters.'])
  expect(sent?.['why']?.map((typed) => typed.reveal())).toEqual(['Nobody knows it.'])
})

test('is left alone where it is left empty after it was asked', async () => {
  await person.submit({ [known]: 'I have none' })
  const before = doing().length

  await person.submit()

  expect(doing()).toHaveLength(before + 1)
})

test('never holds back what says that a child is in danger', async () => {
  const before = doing().length

  await person.submit({ [known]: 'A child is in danger' })

  expect(doing()).toHaveLength(before + 1)
})
