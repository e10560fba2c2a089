/** Walks with the bot and keeps each view that it shows, once for each shape: the one that says the most. */
import type { Answer } from '../../../src/display/answer.ts'
import type { Form, FormValues } from '../../../src/display/form.ts'
import { PersonId } from '../../../src/ids.ts'
import type { Ask } from '../../../src/vocabulary.ts'
import type { Bot } from '../../support/bot.ts'
import { formOf, type Given } from '../../support/builders.ts'
import { wordsOf, type View } from '../words-of.ts'

export type Walk = {
  readonly bot: Bot
  /** What somebody is shown who asks for it; kept under the name of the ask. */
  readonly opens: (by: string, ask: Ask) => Promise<Answer>
  /** Opens a form, fills it in, and sends it; throws where it is not taken. */
  readonly sends: (by: string, ask: Ask, given?: Given) => Promise<void>
  /** Sends one that is not taken: the form that comes back is kept as well. */
  readonly getsBack: (by: string, ask: Ask, given: Given) => Promise<void>
  readonly presses: (by: string, ask: Ask) => Promise<void>
  /** Every view so far, also the cards that were said. */
  readonly views: () => Promise<Readonly<Record<string, View>>>
}

export function walkWith(bot: Bot, write: (form: Form) => FormValues): Walk {
  const shown = new Map<string, View>()

  function keep(name: string, view: View): void {
    const shape = shapeOf(view)
    for (let count = 1; ; count++) {
      const called = count === 1 ? name : `${name}-${count}`
      const known = shown.get(called)
      if (known && shapeOf(known) !== shape) continue
      if (!known || lengthOf(view) > lengthOf(known)) shown.set(called, view)
      return
    }
  }

  async function opens(by: string, ask: Ask): Promise<Answer> {
    const answer = await bot.ask(by, ask)
    if (answer.kind === 'refusal') throw new Error(`${by} may not ${ask.ask}: ${answer.reason}`)
    if (answer.kind !== 'done') keep(ask.ask, answer)
    return answer
  }

  async function filledIn(by: string, ask: Ask, given: Given) {
    const form = await opens(by, ask)
    if (form.kind !== 'form') throw new Error(`${ask.ask} opens no form but ${form.kind}`)
    const asked = new Set(Object.keys(form.fields))
    const known = Object.fromEntries(Object.entries({ ...always, ...given }).filter(([name]) => asked.has(name)))
    const answer = await bot.answer({
      ask: form.submit.ask,
      by: PersonId.parse(by),
      form: { ...write(form), ...formOf(known) },
    })
    return { answer, name: form.submit.ask.ask }
  }

  return {
    bot,
    opens,
    async sends(by, ask, given = {}) {
      const { answer, name } = await filledIn(by, ask, given)
      if (answer.kind !== 'done') throw new Error(`${name} by ${by}: ${JSON.stringify(answer).slice(0, 400)}`)
    },
    async getsBack(by, ask, given) {
      const { answer, name } = await filledIn(by, ask, given)
      if (answer.kind !== 'form') throw new Error(`${name} by ${by} gives back ${answer.kind}`)
      keep(`${name}-again`, answer)
    },
    async presses(by, ask) {
      const answer = await bot.ask(by, ask)
      if (answer.kind !== 'done') throw new Error(`${ask.ask} by ${by}: ${JSON.stringify(answer)}`)
    },
    async views() {
      const people = bot.partnership.people.map(({ id }) => id).toSorted((a, b) => b.length - a.length)
      for (const { key, card } of await bot.said()) keep(`said-${nameOf(key, people)}`, card)
      return Object.fromEntries([...shown].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    },
  }
}

/** What only this story knows; everything else is written as long or as short as the walk wants it. */
const always: Given = { danger: 'no' }

/** A message's key without the ids, days and people in it: `asked-<request>-<person>` is `asked`. */
function nameOf(key: string, people: readonly string[]): string {
  const bare = key.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d{2}-\d{2}/g, '')
  const unnamed = people.reduce((rest, person) => rest.replace(new RegExp(`-${person}(?=-|$)`), ''), bare)
  return unnamed
    .split('-')
    .filter((part) => part !== '' && !/^\d+$/.test(part))
    .join('-')
}

const lengthOf = (view: View): number => wordsOf(view).join('').length

/** Two views of one shape differ in words alone. */
function shapeOf(view: View): string {
  switch (view.kind) {
    case 'card':
    case 'reading':
      return JSON.stringify([view.kind, view.body.map(({ block }) => block), view.buttons.map(({ ask }) => ask.ask)])
    case 'form':
      return JSON.stringify([Object.values(view.fields).map(({ field }) => field), view.submit.ask.ask])
    case 'home':
      return JSON.stringify(view.sections.map(shapeOf))
  }
}
