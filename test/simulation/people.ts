/** What people do: they press what they have really received, type a command, fill in what opens, and press again. */
import { commands } from '../../src/commands/commands.ts'
import { dayOf } from '../../src/calendar/london.ts'
import type { Answer } from '../../src/display/answer.ts'
import type { Button, Card } from '../../src/display/card.ts'
import type { Form } from '../../src/display/form.ts'
import type { PersonId } from '../../src/ids.ts'
import type { Ask } from '../../src/vocabulary.ts'
import { fillIn } from './fill.ts'
import type { Asked, World } from './world.ts'

export type People = {
  readonly act: (person: PersonId) => Promise<void>
  readonly raises: (person: PersonId) => Promise<void>
}

/** How many of the newest cards somebody still looks at. */
const newest = 5

export function peopleIn(world: World, asks: (asked: Asked) => Promise<Answer | undefined>): People {
  const { chance } = world
  const shown = new Map<PersonId, Answer>()

  async function press(by: PersonId, ask: Ask, depth: number): Promise<void> {
    const answer = await asks({ by, ask, form: {}, once: chance.uuid() })
    if (answer) await goesOn(by, answer, depth)
  }

  async function goesOn(by: PersonId, answer: Answer, depth: number): Promise<void> {
    shown.set(by, answer)
    if (depth === 0) return
    if (answer.kind === 'form') return chance.percent(90) ? sends(by, answer, false, depth - 1) : undefined
    const buttons = buttonsOf(answer)
    if (buttons.length > 0 && chance.percent(60)) await press(by, chance.oneOf(buttons).ask, depth - 1)
  }

  async function sends(by: PersonId, form: Form, carefully: boolean, depth: number): Promise<void> {
    const { ask } = form.submit
    const values = fillIn(
      form,
      { chance, today: dayOf(world.clock.now()), write: (field) => world.words.write({ by, field, ask }) },
      carefully,
    )
    const answer = await asks({ by, ask, form: values, once: chance.uuid() })
    if (!answer) return
    if (answer.kind === 'refusal' && answer.fields && !carefully) return sends(by, { ...form, values }, true, depth)
    await goesOn(by, answer, depth)
  }

  return {
    raises: (person) => press(person, { ask: 'open-raise-case' }, 3),
    async act(somebody) {
      const asked = [...new Set(world.landed.slice(-12).map(({ to }) => to))]
      const person = asked.length > 0 && chance.percent(75) ? chance.oneOf(asked) : somebody
      const received = world.landed.filter(({ to }) => to === person).slice(-newest)
      const buttons = received.flatMap(({ card }) => buttonsOf(card))
      const before = shown.get(person)
      if (buttons.length > 0 && chance.percent(90)) return press(person, chance.oneOf(buttons).ask, 4)
      if (before && chance.percent(30)) return goesOn(person, before, 2)
      return press(person, chance.oneOf(commands).ask, 4)
    },
  }
}

function buttonsOf(view: Answer | Card): readonly Button[] {
  switch (view.kind) {
    case 'home':
      return view.sections.flatMap(buttonsOf)
    case 'card':
    case 'reading':
      return [...view.body.flatMap((part) => (part.block === 'row' ? [part.button] : [])), ...view.buttons]
    case 'done':
    case 'form':
    case 'refusal':
      return []
  }
}
