/** A person at Teams. */
import { waitFor } from '../support/slack/observe.ts'
import type { Actor } from '../support/teams/actor.ts'
import type { Outcome } from '../support/teams/apply-reply.ts'
import { findInput } from '../support/teams/fill.ts'
import { choicesOf, inputsOf } from '../support/teams/inputs.ts'
import type { Reply } from '../support/teams/send.ts'
import type { Message } from '../support/teams/state.ts'
import { isPost, type Person } from './person.ts'

const noCard = { type: 'AdaptiveCard', version: '1.5', body: [] } as const

/** On the card that answers a command: a bot cannot open a dialog for words that were typed. */
const opening = ['Open the form', 'Open it']

export function asTeams(name: string, actor: Actor): Person {
  let says = ''
  let before = 0

  /** What came or changed in the chat since this person last did something. */
  const fresh = (): readonly Message[] => actor.messages().filter(({ seen }) => seen > before)

  function begin(): void {
    says = ''
    before = Math.max(0, ...actor.messages().map(({ seen }) => seen))
  }

  function keep(outcome: Outcome): void {
    const { result, reply } = outcome
    if (result === 'trouble') throw new Error(`Teams got ${reply?.status ?? 0} from the bot: ${reply?.text ?? ''}`)
    if (result === 'held-back') throw new Error(`${name}: ${outcome.says}`)
    says = outcome.says
  }

  function taken({ status, text }: Reply): void {
    if (status !== 200) throw new Error(`Teams got ${status} from the bot: ${text}`)
  }

  const shown = (): string =>
    [
      says,
      actor.currentDialog()
        ? actor.textOfDialog()
        : fresh()
            .map((message) => actor.textOfMessage(message))
            .join('\n'),
    ].join('\n')

  const wait = (title: string): Promise<Message> =>
    waitFor(
      () =>
        actor.messages().findLast(({ summary }) => summary.includes(title)) ??
        actor.messages().findLast((one) => isPost.test(one.summary) && actor.textOfMessage(one).includes(title)),
      () =>
        `${name} was not told "${title}", but:\n${actor
          .messages()
          .map(({ summary }) => `  ${summary}`)
          .join('\n')}`,
    )

  const person: Person = {
    name,
    async arrives() {
      taken(await actor.installs())
    },
    async types(command) {
      actor.closeDialog()
      begin()
      taken(await actor.says(command))
      const answer = await actor.waitForMessage()
      const opens = actor.buttonsOf(answer).find((label) => opening.includes(label))
      if (opens !== undefined) keep(await actor.pressOn(answer, opens))
    },
    async presses(title, button) {
      actor.closeDialog()
      const message = await wait(title)
      begin()
      keep(await actor.pressOn(message, button))
    },
    async goesOn(button) {
      begin()
      keep(await (actor.currentDialog() ? actor.pressInDialog(button) : actor.press(button)))
    },
    async sends(answers) {
      begin()
      // What follows from an answer is asked in the next dialog, and so is the next step.
      let left = Object.entries(answers)
      for (let isOver = false; !isOver;) {
        const asked = inputsOf(actor.currentDialog()?.card ?? noCard).flatMap(({ id, names }) => [id, ...names])
        const now = left.filter(([question]) => asked.includes(question))
        const goesOnInSteps = actor.textOfDialog().includes('Next: ')
        if (now.length === 0 && left.length > 0 && !goesOnInSteps)
          throw new Error(`${name} is not asked "${left[0]?.[0] ?? ''}"`)
        left = left.filter(([question]) => !asked.includes(question))
        keep(await actor.submit(Object.fromEntries(now)))
        isOver = left.length === 0 && !goesOnInSteps
      }
      if (/^Error: /m.test(shown())) throw new Error(`${name}:\n${shown()}`)
    },
    sees(words) {
      if (!shown().includes(words)) throw new Error(`${name} does not see "${words}" but:\n${shown()}`)
      return Promise.resolve()
    },
    choicesOf(question) {
      const dialog = actor.currentDialog()
      const choices = dialog ? choicesOf(findInput(dialog.card, question).element) : []
      return Promise.resolve(choices.filter(({ value }) => value.trim() !== '').map(({ title }) => title))
    },
    async isTold(title) {
      const message = await wait(title)
      return { title: message.summary, text: actor.textOfMessage(message), buttons: actor.buttonsOf(message) }
    },
    titlesSoFar: () => Promise.resolve(actor.messages().map(({ summary }) => summary)),
  }
  return person
}
