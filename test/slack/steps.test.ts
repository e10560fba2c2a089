/** A form in steps is one view that is updated: nothing typed is in its metadata, and nothing is lost by going back. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { formInSteps, name, why } from '../display/form-in-steps.ts'
import { textOfView } from '../support/slack/observe.ts'
import { startSlackBot, type SlackBot } from './slack-bot.ts'

let bot: SlackBot
let person: ReturnType<SlackBot['practitioner']>
let steps: ReturnType<typeof formInSteps>
beforeAll(async () => {
  bot = await startSlackBot()
})
afterAll(() => bot.stop())
beforeEach(async () => {
  steps = formInSteps()
  bot.answers(steps.answer)
  person = bot.practitioner()
  await person.command('/stuck-case')
  await person.waitForView(why)
})

const text = () => {
  const open = person.currentView()
  return open ? textOfView(open) : ''
}

test('goes on, back with what was typed, and is sent as one', async () => {
  expect((await person.submit({ [why]: 'She knows Zebedee.' })).result).toBe('updated')
  expect(text()).toContain('Confirm the case, 2 of 2')
  expect(person.currentView()?.view).not.toHaveProperty('clear_on_close', true)

  person.fill({ [name]: 'Kayleigh' })
  await person.pressInView('Back')
  await person.waitForView(why)
  expect(text()).toContain('She knows Zebedee.')
  expect(JSON.stringify(person.currentView()?.view)).not.toContain('Kayleigh')

  await person.submit({})
  expect(text()).toContain('Kayleigh')
  const { private_metadata: metadata } = person.currentView()?.view ?? {}
  expect(metadata).toContain('"step":2')
  expect(metadata).not.toMatch(/Kayleigh|Zebedee/)
  await person.submit({})

  expect(steps.words()).toEqual([
    ['why', 'She knows Zebedee.'],
    ['name', 'Kayleigh'],
  ])
  expect(bot.slack.violations).toEqual([])
})

test('says what is wrong at its own step, and does nothing before the last', async () => {
  expect((await person.submit({}, 'unchecked')).errors).toEqual({ [why]: 'Write something here.' })
  await person.submit({ [why]: 'She knows.' })
  expect(steps.sent).toEqual([])
})

test('says at its own field what is wrong in an earlier step, until that is put right', async () => {
  await person.submit({ [why]: 'She knows.' })
  await steps.forgets()
  await person.submit({ [name]: 'Kayleigh' })

  const blocks = person.currentView()?.view.blocks as readonly { type: string; block_id?: string; text?: unknown }[]
  const at = blocks.findIndex(({ block_id: id }) => id === 'why')
  expect(text()).toContain('Confirm the case, 1 of 2')
  expect(JSON.stringify(blocks[0])).toContain('Please check some of your answers.')
  expect(JSON.stringify(blocks[at - 1])).toContain('"Error: Write something here."')
  await person.submit({ [why]: 'She knows Zebedee.' })
  expect(text()).not.toContain('Error:')
  expect(bot.slack.violations).toEqual([])
})

test('is only read over: nothing there starts or does something, on its further pages too', async () => {
  for (const press of ['What was raised', 'Next page']) {
    await person.pressInView(press)
    await person.waitForView('Raised LK-1')
    const over = JSON.stringify(person.currentView()?.view)
    expect(over).toContain('Next page')
    expect(over).toContain('open-raiser')
    expect(over).not.toContain('open-confirm-case')
    expect(over).not.toContain('admit-raiser')
  }
  await person.closeView()
  await person.submit({ [why]: 'She knows Zebedee.' })
  expect(text()).toContain('Confirm the case, 2 of 2')
})
