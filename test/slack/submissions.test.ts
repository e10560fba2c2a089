import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { done } from '../../src/display/answer.ts'
import { filled, form, type Form } from '../../src/display/form.ts'
import { findOptions } from '../../src/display/find-options.ts'
import { notComplete, refused } from '../../src/display/refusal.ts'
import type { LookUp } from '../../src/ports/look-up-options.ts'
import { textOfView } from '../support/slack/observe.ts'
import { startSlackBot, type SlackBot } from './slack-bot.ts'

let bot: SlackBot

const aForm = (title = 'Raise a stuck case', tried = ''): Form =>
  form(title, {
    fields: {
      tried: { field: 'words', label: 'What has been tried?', max: 3000, lines: 'many', optional: true },
      stuck: {
        field: 'choice',
        label: 'What is stuck?',
        options: ['A', 'B', 'C', 'D', 'E', 'F'].map((label) => ({ value: label.toLowerCase(), label })),
      },
      whom: {
        field: 'choices',
        label: 'Whom to ask?',
        options: [
          { value: 'health', label: 'Health' },
          { value: 'school', label: 'School' },
        ],
      },
      by: { field: 'day', label: 'By when?', optional: true },
      sure: {
        field: 'choice',
        label: 'Sure?',
        options: [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ],
      },
    },
    values: tried ? { tried: filled(tried) } : {},
    submit: { label: 'Send', ask: { ask: 'raise-case' } },
  })

/** Without what follows on the Home tab. */
const asked = () => bot.asked.filter(({ ask }) => ask.ask !== 'open-mine')

const answers = {
  'What has been tried?': 'Robin <@U1> & two meetings',
  'What is stuck?': 'B',
  'Whom to ask?': ['Health', 'School'],
  'By when?': '2026-03-31',
  'Sure?': 'Yes',
}

beforeAll(async () => {
  bot = await startSlackBot()
})
afterAll(() => bot.stop())
afterEach(() => {
  expect(bot.slack.violations).toEqual([])
})

async function opened() {
  bot.answers(() => aForm())
  const person = bot.practitioner()
  await person.command('/stuck-case')
  await person.waitForView('What has been tried?')
  return person
}

const shownOf = (person: Awaited<ReturnType<typeof opened>>): string => {
  const view = person.currentView()
  return view ? textOfView(view) : ''
}

describe('a form that is sent', () => {
  test('is asked with what was typed, as nobody can log it, and ends with the outcome', async () => {
    const person = await opened()
    bot.answers(() => done('The case was raised.'))
    expect((await person.submit(answers)).result).toBe('updated')
    expect(shownOf(person)).toContain('The case was raised.')
    const asking = asked().at(-1)
    expect(asking).toMatchObject({ ask: { ask: 'raise-case' }, by: 'practitioner' })
    expect(asking?.once).toMatch(/^[\w-]{36}$/)
    const given = Object.entries(asking?.form ?? {}).map(([name, typed]) => [name, typed.map((each) => each.reveal())])
    expect(Object.fromEntries(given)).toEqual({
      tried: ['Robin <@U1> & two meetings'],
      stuck: ['b'],
      whom: ['health', 'school'],
      by: ['2026-03-31'],
      sure: ['yes'],
    })
    expect(JSON.stringify(asking)).not.toContain('Robin')
    expect(bot.logged()).not.toContain('Robin')
  })

  test('leaves out what was left alone', async () => {
    const person = await opened()
    bot.answers(() => done('Raised.'))
    await person.submit({ ...answers, 'What has been tried?': null, 'By when?': null })
    expect(Object.keys(asked().at(-1)?.form ?? {}).sort()).toEqual(['stuck', 'sure', 'whom'])
  })

  test('marks the fields that are wrong and keeps what was typed', async () => {
    const person = await opened()
    bot.answers(() => notComplete({ tried: 'Write something here.' }))
    const sent = await person.submit(answers)
    expect(sent).toMatchObject({ result: 'errors', errors: { 'What has been tried?': 'Write something here.' } })
    expect(shownOf(person)).toContain('Robin <@U1> & two meetings')
  })

  test('says above the form what is wrong with a field that it does not have', async () => {
    const person = await opened()
    bot.answers(() => notComplete({ child: 'Choose one.' }))
    expect((await person.submit(answers)).result).toBe('updated')
    expect(shownOf(person)).toContain('Choose one.')
    expect(shownOf(person)).toContain('Robin')
  })

  test('says above the form why it is refused, once', async () => {
    const person = await opened()
    bot.answers(() => refused('not-for-you'))
    await person.submit(answers)
    await person.submit({})
    expect(shownOf(person).match(/You cannot open this/g)).toHaveLength(1)
    expect(shownOf(person)).toContain('Robin')
    expect(person.currentView()?.values['whom']).toMatchObject({})
  })

  test('is followed by a fresh form that starts with its own values', async () => {
    const person = await opened()
    bot.answers(() => aForm('Another one', 'Fresh'))
    const before = bot.slack.callsOf('views.open').length
    await person.submit(answers)
    expect(shownOf(person)).toContain('Another one')
    expect(shownOf(person)).toContain('Fresh')
    expect(shownOf(person)).not.toContain('Robin')
    bot.answers(() => done('Raised.'))
    const first = asked().at(-1)?.once
    await person.submit(answers)
    expect(asked().at(-1)?.once).not.toBe(first)
    expect(bot.slack.callsOf('views.open').length).toBe(before)
  })

  test('sent again by Slack itself does the work once and gets the same answer', async () => {
    const person = await opened()
    bot.answers(() => done('Raised.'))
    const sent = await person.submit(answers)
    if (!sent.reply) throw new Error('not sent')
    const before = asked().length
    const again = await bot.slack.retry(sent.reply, 1)
    expect(again).toMatchObject({ status: 200, text: sent.reply.text })
    expect(asked().length).toBe(before)
  })

  test('by a button of another age says so', async () => {
    const person = await opened()
    const view = person.currentView()
    if (view?.view.type !== 'modal') throw new Error('no modal')
    view.view = { ...view.view, private_metadata: '{"ask":{"ask":"of-old"},"once":"x"}' }
    await person.submit(answers)
    expect(shownOf(person)).toContain('This no longer exists')
  })
})

describe('while nothing can be saved', () => {
  test('a failure keeps every word, and the form can be sent again under the same name', async () => {
    const person = await opened()
    bot.answers(() => {
      throw new Error('the database is away')
    })
    expect((await person.submit(answers)).result).toBe('updated')
    expect(shownOf(person)).toContain('Not saved yet. Your words are still here')
    for (const words of ['Robin <@U1> & two meetings', '(x) B', '(x) Health', '(x) School', '2026-03-31', '(x) Yes'])
      expect(shownOf(person)).toContain(words)
    const reference = /Reference: (\w{8})/.exec(shownOf(person))?.[1] ?? 'none'
    expect(bot.logged()).toContain(reference)
    expect(bot.logged()).not.toContain('Robin')

    const first = asked().at(-1)?.once
    bot.answers(() => done('Raised.'))
    await person.submit({})
    expect(asked().at(-1)?.once).toBe(first)
    expect(asked().at(-1)?.form?.['tried']?.[0]?.reveal()).toBe('Robin <@U1> & two meetings')
    expect(shownOf(person)).toContain('Raised.')
  })

  test('an answer that does not come is not waited for beyond two seconds', async () => {
    const person = await opened()
    bot.answers(() => new Promise(() => undefined))
    const sent = await person.submit(answers)
    expect(sent.result).toBe('updated')
    expect(sent.reply?.ms).toBeLessThan(2_600)
    expect(shownOf(person)).toContain('Not saved yet.')
    expect(shownOf(person)).toContain('Robin')
  })

  test('the view that keeps the words would hold them even if Slack forgot them', async () => {
    const person = await opened()
    bot.answers(() => refused('not-for-you'))
    const sent = await person.submit(answers)
    const { view } = JSON.parse(sent.reply?.text ?? '{}') as {
      view: { blocks: { block_id: string; element?: object }[] }
    }
    const initial = (name: string) => view.blocks.find(({ block_id }) => block_id === name)?.element
    expect(initial('tried')).toMatchObject({ initial_value: 'Robin <@U1> & two meetings' })
    expect(initial('stuck')).toMatchObject({ initial_option: { value: 'b' } })
    expect(initial('sure')).toMatchObject({ initial_option: { value: 'yes' } })
    expect(initial('whom')).toMatchObject({ initial_options: [{ value: 'health' }, { value: 'school' }] })
    expect(initial('by')).toMatchObject({ initial_date: '2026-03-31' })
  })
})

describe('a list that is looked up', () => {
  const people = Array.from({ length: 2_000 }, (_, at) => ({ value: `person-${at}`, label: `Nurse Number ${at}` }))
  const list = form('Pass on', {
    fields: {
      to: { field: 'choice', label: 'Who?', options: people },
      also: { field: 'choices', label: 'Who else?', options: people, optional: true },
      why: { field: 'words', label: 'Why?', max: 200, lines: 'many' },
    },
    submit: { label: 'Send', ask: { ask: 'raise-case' } },
  })
  const looked: LookUp[] = []

  async function openList() {
    bot.answers(() => list)
    bot.finds((asked) => {
      looked.push(asked)
      return Promise.resolve(findOptions(people, asked.typed, asked.most))
    })
    const person = bot.practitioner()
    await person.command('/stuck-case')
    await person.waitForView('Pass on')
    return person
  }

  test('offers what matches, says when there is more, and asks in the name of who types', async () => {
    const person = await openList()
    const all = await person.type('Who?', 'nurse')
    expect(all.label).toBe('The first 100 of 2,000. Type more to see the others')
    expect(all.options).toHaveLength(100)
    expect(await person.type('Who else?', '1999')).toMatchObject({ options: [{ value: 'person-1999' }] })
    expect((await person.type('Who?', 'Robin Marsden')).options).toEqual([])
    const { typed, ...asked } = looked.at(-1) ?? ({} as LookUp)
    expect(asked).toEqual({ by: 'practitioner', opened: { ask: 'open-raise-case' }, field: 'to', most: 100 })
    expect(typed.reveal()).toBe('Robin Marsden')
    expect(bot.logged()).not.toContain('Marsden')
  })

  test('sends what was chosen, and keeps it through a form that is drawn again', async () => {
    const person = await openList()
    const [one] = (await person.type('Who?', '1999')).options
    const [other] = (await person.type('Who else?', '1500')).options
    bot.answers(() => Promise.reject(new Error('away')))
    const chosen = { 'Who?': one ?? null, 'Who else?': other ?? null, 'Why?': 'She knows her.' }
    expect((await person.submit(chosen)).result).toBe('updated')
    expect(JSON.stringify(person.currentView()?.view)).toContain('"initial_option"')
    bot.answers(({ form: sent }) => notComplete(sent?.['to'] ? { to: 'Choose from the list.' } : {}))
    expect((await person.submit()).errors).toEqual({ 'Who?': 'Choose from the list.' })
    // A stop for danger draws the form again, and the list is still looked up in what opened it.
    bot.answers(() => ({ ...list, values: { to: filled('person-3') } }))
    expect((await person.submit()).result).toBe('updated')
    expect(await person.type('Who?', '1999')).toMatchObject({ options: [{ value: 'person-1999' }] })
    bot.answers(() => done('Sent.'))
    await person.submit({ 'Why?': 'She knows her.' })
    expect(
      asked()
        .at(-1)
        ?.form?.['to']?.map((typed) => typed.reveal()),
    ).toEqual(['person-3'])
  })

  test('says that it could not look, rather than that nobody is there, and nothing to those who may not', async () => {
    const person = await openList()
    bot.finds(() => Promise.reject(new Error('away')))
    const { options: notNow } = await person.type('Who?', 'Robin Marsden')
    expect(notNow.map(({ text }) => text.text)).toEqual(['I could not look just now. Type on in a moment.'])
    expect(bot.logged()).not.toContain('Marsden')
    bot.finds(() => Promise.resolve(refused('not-for-you')))
    expect((await person.type('Who?', 'nurse')).options).toEqual([])
  })

  test('takes no unsigned request', async () => {
    const body = new URLSearchParams({ payload: JSON.stringify({ type: 'block_suggestion', block_id: 'to' }) })
    const before = looked.length
    expect((await fetch(bot.address, { method: 'POST', body })).status).toBe(401)
    expect(looked.length).toBe(before)
  })
})
