import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { done, home } from '../../src/display/answer.ts'
import { button, card, link, row, text } from '../../src/display/card.ts'
import { form } from '../../src/display/form.ts'
import { reading, words } from '../../src/display/reading.ts'
import { refused } from '../../src/display/refusal.ts'
import { Typed } from '../../src/display/typed.ts'
import { MeetingId } from '../../src/ids.ts'
import { textOfMessage, textOfView, waitFor } from '../support/slack/observe.ts'
import { startSlackBot, team, type SlackBot } from './slack-bot.ts'

let bot: SlackBot
const meeting = MeetingId.parse('0b9f5c1e-3f0e-4d2b-9a55-6f7d7d1f2a02')
const account = { platform: 'slack', workspace: team, user: 'UPRACTITIONER' } as const

const times = card(
  'Pick a time',
  [text('Three times.')],
  [
    ...[0, 1].map((slot) => button(`Time ${slot}`, { ask: 'pick-slot', meeting, slot })),
    button('Run sheet', { ask: 'open-run-sheet', meeting }),
  ],
)
const aForm = form('Record', {
  intro: [],
  fields: { note: { field: 'words', label: 'Note', max: 100, lines: 'many', optional: true } },
  submit: { label: 'Send', ask: { ask: 'record-meeting', meeting } },
})
const runSheet = reading(
  'Run sheet',
  [words('What worries us', new Typed('Robin is late'))],
  [button('Record', { ask: 'open-record', meeting }), button('Time 1', { ask: 'pick-slot', meeting, slot: 1 })],
)

beforeAll(async () => {
  bot = await startSlackBot()
})
afterAll(() => bot.stop())
afterEach(() => {
  bot.slack.faults.heal()
  expect(bot.slack.violations).toEqual([])
})

async function posted() {
  const person = bot.practitioner()
  await bot.side.messenger.post(account, times, 'marker')
  return person
}

describe('a button of a message', () => {
  test('that does something says the outcome to this person, and leaves the message as it was', async () => {
    const person = await posted()
    bot.answers(() => done('The time was picked.'))
    const reply = await person.press('Time 1')
    expect(reply).toMatchObject({ status: 200, text: '' })
    expect(textOfMessage(await person.waitForEphemeral())).toContain('The time was picked.')
    expect(bot.asked.findLast(({ ask }) => ask.ask !== 'open-mine')).toMatchObject({
      ask: { ask: 'pick-slot', meeting, slot: 1 },
      by: 'practitioner',
    })
    expect(bot.asked.findLast(({ ask }) => ask.ask !== 'open-mine')?.once).toMatch(/^slack-./)
    expect(textOfMessage(person.messages().at(-1) ?? { text: '', blocks: [] })).toContain('Time 0')

    const picked = () => bot.asked.filter(({ ask }) => ask.ask === 'pick-slot').length
    expect((await bot.slack.retry(reply, 1)).status).toBe(200)
    expect(picked()).toBe(1)
  })

  test('that opens something opens it, and is not kept to be repeated', async () => {
    const person = await posted()
    bot.answers(() => runSheet)
    await person.press('Run sheet')
    expect(textOfView(await person.waitForView())).toContain('Robin is late')
    expect(bot.asked.at(-1)?.once).toBeUndefined()
  })

  test('that is refused says why', async () => {
    const person = await posted()
    bot.answers(() => refused('not-for-you'))
    await person.press('Run sheet')
    expect(textOfMessage(await person.waitForEphemeral())).toContain('You cannot open this.')
  })

  test.each([
    'expired_trigger_id',
    'exchanged_trigger_id',
    'invalid_trigger',
    'internal_error',
    'not_authed',
    'something_new',
  ])('that Slack will not open (%s) can be opened by one more press', async (error) => {
    const person = await posted()
    bot.answers(() => aForm)
    bot.slack.faults.fail('views.open', 1, { error })
    await person.press('Run sheet')
    expect(textOfMessage(await person.waitForEphemeral('Open the form'))).toContain('Nothing is lost.')
  })

  test.each([
    ['a lapsed trigger', '[ERROR] `trigger_id` expired [json-pointer:/trigger_id]', 'Open the form'],
    [
      'a form of ours',
      '[ERROR] must be less than 76 characters [json-pointer:/view/blocks/0]',
      'Something went wrong.',
    ],
  ])('that Slack refuses for its arguments says so for %s', async (_, message, says) => {
    const person = await posted()
    bot.answers(() => aForm)
    bot.slack.faults.fail('views.open', 1, { error: 'invalid_arguments', messages: [message] })
    await person.press('Run sheet')
    expect(textOfMessage(await person.waitForEphemeral(says))).toContain(says)
  })

  test('that leads out of Slack asks nothing and says nothing', async () => {
    const person = bot.practitioner()
    await bot.side.messenger.post(account, card('The link', [link('Join', 'https://meet.google.com/a')]), 'marker')
    const [asked, calls] = [bot.asked.length, bot.slack.calls.length]
    expect(await person.press('Join')).toMatchObject({ status: 200, text: '' })
    await person.press('Join')
    expect([bot.asked.length, bot.slack.calls.length]).toEqual([asked, calls])
  })

  test.each([
    ['not JSON', 'approve_123'],
    ['an ask of old', '{"ask":"approve"}'],
    ['an ask without its ids', '{"ask":"pick-slot"}'],
    ['nothing', ''],
  ])('that holds %s is no longer there', async (_, value) => {
    const person = await posted()
    const message = person.messages().at(-1)
    const block = message?.blocks.find(({ type }) => type === 'actions')
    if (!message || block?.type !== 'actions' || block.elements[0]?.type !== 'button') throw new Error('no button')
    block.elements[0].value = value
    const asked = bot.asked.length
    await person.pressOn(message, 'Time 0')
    expect(textOfMessage(await person.waitForEphemeral())).toContain('This no longer exists')
    expect(bot.asked.length).toBe(asked)
  })

  test('whose outcome cannot be shown does not claim that nothing happened', async () => {
    const person = await posted()
    bot.answers(() => done('The time was picked.'))
    bot.slack.faults.fail('response_url', 1, { status: 500 })
    await person.press('Time 1')
    expect(textOfMessage(await person.waitForEphemeral())).toContain('It was done')
  })
})

describe('a button of a modal', () => {
  async function openedRunSheet() {
    const person = await posted()
    bot.answers(() => runSheet)
    await person.press('Run sheet')
    await person.waitForView('Robin is late')
    return person
  }

  test('that opens something lays it on top', async () => {
    const person = await openedRunSheet()
    bot.answers(() => aForm)
    await person.pressInView('Record')
    const view = await person.waitForView('Note')
    expect(view.previous).toBeDefined()
  })

  test('that does something shows the outcome in its place', async () => {
    const person = await openedRunSheet()
    bot.answers(() => done('The time was picked.'))
    await person.pressInView('Time 1')
    expect(textOfView(await person.waitForView('The time was picked.'))).not.toContain('Robin')
  })

  test('leaves no view beneath an outcome as it was before it', async () => {
    const person = await openedRunSheet()
    bot.answers(() => aForm)
    await person.pressInView('Record')
    await person.waitForView('Note')
    bot.answers(() => done('It was recorded.', [button('Run sheet', { ask: 'open-run-sheet', meeting })]))
    await person.submit({})
    bot.answers(() => runSheet)
    await person.pressInView('Run sheet')
    await person.waitForView('Robin is late')
    await person.closeView()
    expect(person.currentView()).toBeUndefined()
  })

  test('leaves none beneath a form that came after another one, also once it was refused', async () => {
    const person = await openedRunSheet()
    bot.answers(() => aForm)
    await person.pressInView('Record')
    await person.waitForView('Note')
    await person.submit({})
    bot.answers(() => refused('no-longer-there'))
    await person.submit({})
    await person.waitForView('This no longer exists')
    await person.closeView()
    expect(person.currentView()).toBeUndefined()
  })

  test('on a form that came after another one lies on top of what is typed', async () => {
    const person = await openedRunSheet()
    bot.answers(() => aForm)
    await person.pressInView('Record')
    await person.waitForView('Note')
    bot.answers(() => ({ ...aForm, intro: [row('999', button('All numbers', { ask: 'open-urgent-lines' }))] }))
    await person.submit({})
    person.fill({ Note: 'Half a sentence' })
    bot.answers(() => runSheet)
    await person.pressInView('All numbers')
    await person.waitForView('Robin is late')
    await person.closeView()
    expect(JSON.stringify(person.currentView()?.values['note'])).toContain('Half a sentence')
  })

  test('takes the place of the view where the pile is full or the trigger lapsed', async () => {
    const person = await openedRunSheet()
    bot.answers(() => aForm)
    bot.slack.faults.fail('views.push', 1, { error: 'push_limit_reached' })
    await person.pressInView('Record')
    await person.waitForView('Note')
    expect(bot.slack.callsOf('views.update').length).toBeGreaterThan(0)
  })

  test('that fails says so above what is there', async () => {
    const person = await openedRunSheet()
    bot.answers(() => {
      throw new Error('the database is away')
    })
    await person.pressInView('Record')
    expect(textOfView(await person.waitForView('Something went wrong. Nothing was changed.'))).toContain(
      'Robin is late',
    )
  })
})

describe('a button of the Home tab', () => {
  async function press(trigger: string) {
    bot.answers(() => home('What waits for you', [times]))
    const person = bot.practitioner()
    await person.openHome()
    const tab = await waitFor(
      () => [person.home()].find((drawn) => JSON.stringify(drawn?.view ?? '').includes('What waits')),
      () => 'no home',
    )
    bot.answers(({ ask }) => (ask.ask === 'open-mine' ? home('Nothing to do', []) : done('It was picked.')))
    const payload = {
      type: 'block_actions',
      team: { id: team },
      user: { id: 'UPRACTITIONER', team_id: team },
      trigger_id: trigger,
      view: { ...tab.view, id: tab.id, state: { values: {} } },
      actions: [{ type: 'button', value: JSON.stringify({ ask: 'pick-slot', meeting, slot: 0 }) }],
    }
    await bot.slack.deliver({
      body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
      contentType: 'application/x-www-form-urlencoded',
    })
    await waitFor(
      () => JSON.stringify(person.home()?.view).includes('Nothing to do') || undefined,
      () => 'the tab is as it was',
    )
    return person
  }

  test('says the outcome in a modal and draws the tab again', async () => {
    bot.slack.deliverTo('http://127.0.0.1:9/')
    const { sent } = await bot.practitioner().command('/stuck-case')
    bot.slack.deliverTo(bot.address)
    const person = await press(new URLSearchParams(sent.body).get('trigger_id') ?? '')
    expect(textOfView(await person.waitForView())).toContain('It was picked.')
  })

  test('says it in a direct message where the trigger lapsed', async () => {
    const person = await press('lapsed')
    expect(textOfMessage(person.messages().at(-1) ?? { text: '', blocks: [] })).toContain('It was picked.')
  })
})
