/** A person at Slack. */
import { setTimeout as pause } from 'node:timers/promises'
import type { KnownBlock } from '@slack/types'
import type { Actor } from '../support/slack/actor.ts'
import { buttonsOf } from '../support/slack/find-button.ts'
import { inputsOf, optionsOf } from '../support/slack/inputs.ts'
import { textOfMessage, textOfView, waitFor } from '../support/slack/observe.ts'
import type { Reply } from '../support/slack/send-signed.ts'
import type { Message, OpenView } from '../support/slack/state.ts'
import { isPost, type Person } from './person.ts'

export function asSlack(name: string, actor: Actor): Person {
  let shown: OpenView | Message | undefined

  /** What the bot shows in answer to what was done: a view, or something said to this person alone. */
  async function answered(reply: Reply, before: number): Promise<void> {
    if (reply.status !== 200) throw new Error(`Slack got ${reply.status} from the bot: ${reply.text}`)
    shown = await waitFor(
      () => [actor.currentView(), ...actor.ephemerals()].findLast((each) => each !== undefined && each.seen > before),
      () => `the bot showed ${name} nothing`,
    )
  }

  const newest = (): number =>
    Math.max(0, ...[actor.currentView(), ...actor.ephemerals()].map((each) => each?.seen ?? 0))

  const find = (title: string): Message | undefined =>
    actor.messages().findLast(({ text }) => titleOf(text).includes(title)) ??
    actor.messages().findLast((one) => isPost.test(titleOf(one.text)) && textOfMessage(one).includes(title))

  const wait = (title: string): Promise<Message> =>
    waitFor(
      () => find(title),
      () =>
        `${name} was not told "${title}", but:\n${actor
          .messages()
          .map(({ text }) => `  ${titleOf(text)}`)
          .join('\n')}`,
    )

  /** What follows from an answer is drawn a moment after it. */
  const asks = (question: string): boolean =>
    inputsOf((actor.currentView()?.view.blocks ?? []) as KnownBlock[]).some(({ label }) => label === question)

  function goesOnInSteps(): boolean {
    const view = actor.currentView()?.view
    return view?.type === 'modal' && view.submit?.text.startsWith('Next: ') === true
  }

  async function closesAll(): Promise<void> {
    while (actor.currentView()) await actor.closeView()
  }

  const person: Person = {
    name,
    arrives: () => Promise.resolve(),
    async types(command) {
      await closesAll()
      const [, first = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(command) ?? []
      const before = newest()
      await answered(await actor.command(first, rest), before)
    },
    async presses(title, button) {
      await closesAll()
      const message = await wait(title)
      const before = newest()
      await answered(await actor.pressOn(message, button), before)
    },
    async goesOn(button) {
      const before = newest()
      await answered(await (actor.currentView() ? actor.pressInView(button) : actor.press(button)), before)
    },
    async sends(answers) {
      const submit = async () => {
        let sent = await actor.submit()
        for (let again = 0; again < 5 && isBusy(actor.currentView()); again += 1) {
          await pause(1000)
          sent = await actor.submit()
        }
        if (sent.result !== 'updated') throw new Error(`${name}: ${sent.result} ${JSON.stringify(sent.errors)}`)
        shown = actor.currentView()
      }
      const left = new Map(Object.entries(answers))
      const asked = () => [...left].find(([question]) => asks(question))
      while (left.size > 0) {
        // What is asked in another step of the form comes after this one; what follows from an answer, a moment later.
        for (let moments = 0; moments < 20 && !asked() && goesOnInSteps(); moments += 1) await pause(100)
        if (!asked() && goesOnInSteps()) await submit()
        const [question, answer] = await waitFor(
          () => asked(),
          () => `${name} is not asked any of "${[...left.keys()].join('", "')}"`,
        )
        await actor.choose(question, answer)
        left.delete(question)
      }
      while (goesOnInSteps()) await submit()
      await submit()
    },
    sees(words) {
      const text = shown === undefined ? 'nothing' : 'view' in shown ? textOfView(shown) : textOfMessage(shown)
      if (!text.includes(words)) throw new Error(`${name} does not see "${words}" but:\n${text}`)
      return Promise.resolve()
    },
    async choicesOf(question) {
      // On a busy machine a modal first says that it is coming.
      await waitFor(
        () => asks(question) || undefined,
        () => `${name} is not asked "${question}"`,
      )
      const inputs = inputsOf((actor.currentView()?.view.blocks ?? []) as KnownBlock[])
      const input = inputs.find(({ label }) => label === question)
      return input ? optionsOf(input.element).map(({ text }) => text.text) : []
    },
    async isTold(title) {
      const message = await wait(title)
      const buttons = buttonsOf(message.blocks).map(({ button }) => button.text.text)
      return { title: titleOf(message.text), text: textOfMessage(message), buttons }
    },
    titlesSoFar: () => Promise.resolve(actor.messages().map(({ text }) => asItCame(titleOf(text)))),
  }
  return person
}

/** It asks to be sent again in a moment, as people do. */
const isBusy = (open: OpenView | undefined): boolean => open !== undefined && textOfView(open).includes('Not saved yet')

/** What is heard begins with it; the root of a thread has its own further down, once it only says how the case stands. */
function titleOf(heard: string): string {
  const title = heard.split('\n', 1).join()
  return title.endsWith(' as it stands') ? heard : title
}

/** The title that the root of a thread had when it came. */
const asItCame = (title: string): string => title.split('\n').find((line) => line.startsWith('Case ')) ?? title
