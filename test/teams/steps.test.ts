/** A form in steps: the next dialog comes in place of the one that was sent, and the one before with what was in it. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { formInSteps, name, why } from '../display/form-in-steps.ts'
import type { Actor } from '../support/teams/actor.ts'
import { startTeamsBot, type TeamsBot } from './teams-bot.ts'

let bot: TeamsBot
let person: Actor
let steps: ReturnType<typeof formInSteps>
beforeAll(async () => {
  bot = await startTeamsBot()
})
afterAll(() => bot.stop())
beforeEach(async () => {
  await bot.startOver()
  person = bot.somebody('practitioner')
  await person.installs()
  steps = formInSteps()
  bot.answers(steps.answer)
  await person.says('/stuck-case')
  await person.pressOn(await person.waitForMessage(), 'Open the form')
})

test('goes on, back with what was typed, and is sent as one', async () => {
  await person.submit({ [why]: 'She knows Zebedee.' })
  expect(person.textOfDialog()).toContain('Confirm the case, 2 of 2')

  await person.pressInDialog('Back')
  expect(person.textOfDialog()).toContain('Confirm the case, 1 of 2')
  expect(person.textOfDialog()).toContain('She knows Zebedee.')
  await person.submit({})
  await person.submit({ [name]: 'Kayleigh' })

  expect(steps.words()).toEqual([
    ['why', 'She knows Zebedee.'],
    ['name', 'Kayleigh'],
  ])
})

test('says what is wrong at its own step, and does nothing before the last', async () => {
  await person.submit({})
  expect(person.textOfDialog()).toContain('Error: Write something here.')
  expect(person.textOfDialog()).toContain('1 of 2')
  await person.submit({ [why]: 'She knows.' })
  expect(steps.sent).toEqual([])
})

test('says at its own field what is wrong in an earlier step', async () => {
  await person.submit({ [why]: 'She knows.' })
  await steps.forgets()
  await person.submit({ [name]: 'Kayleigh' })

  expect(person.textOfDialog()).toContain('Confirm the case, 1 of 2')
  expect(person.textOfDialog()).toContain('Error: Write something here.')
  await person.submit({ [why]: 'She knows Zebedee.' })
  expect(person.textOfDialog()).not.toContain('Error:')
})

test('has no button in it that would take the place of what is typed', () => {
  expect(() => person.pressInDialog('Who raised it')).toThrow('0 buttons say "Who raised it"')
  expect(person.textOfDialog()).toContain('To choose "Who raised it", open the case once this form is closed.')
})
