/** A canary's owner at Slack; what the bot answers to a form is kept to be searched. */
import type { KnownBlock } from '@slack/types'
import type { Actor } from '../slack/actor.ts'
import { buttonsOf } from '../slack/find-button.ts'
import { inputsOf, optionsOf, type Input, type InputElement } from '../slack/inputs.ts'
import { textOfMessage, textOfView, waitFor } from '../slack/observe.ts'
import type { Reply } from '../slack/send-signed.ts'
import type { Message, OpenView } from '../slack/state.ts'
import type { FieldOnScreen, Filled, Hand } from './hand.ts'

export function slackHand(name: string, actor: Actor, answers: string[]): Hand {
  let shown: OpenView | Message | undefined
  /** What was said to this person alone since they last did something: a full page is several messages. */
  let spoken: readonly Message[] = []

  /** On a machine with much to do an answer may be late, and a person tries again. */
  async function answered(act: () => Promise<Reply>, where: () => (OpenView | Message | undefined)[] = onScreen) {
    const before = Math.max(0, ...where().map((each) => each?.seen ?? 0))
    const first = await act()
    const reply = first.status === 0 ? await act() : first
    if (reply.status !== 200) throw new Error(`${name}: the bot answered ${reply.status} ${reply.text}`)
    shown = await waitFor(
      () => where().findLast((each) => each !== undefined && each.seen > before),
      () => `the bot showed ${name} nothing`,
    )
    spoken = actor.ephemerals().filter(({ seen }) => seen > before)
  }

  const onScreen = () => [actor.currentView(), ...actor.ephemerals()]

  async function closesAll(): Promise<void> {
    while (actor.currentView()) await actor.closeView()
  }

  async function pressOn(message: Message, button: string | RegExp): Promise<void> {
    await answered(() =>
      actor.pressOn(withOneButton(message, button), labelIn(message.blocks, button) ?? nothing(name, button)),
    )
  }

  const inputs = (): readonly Input[] => inputsOf((actor.currentView()?.view.blocks ?? []) as KnownBlock[])

  const isAsked = (field: string): boolean => inputs().some(({ block }) => block === field)

  return {
    name,
    async types(words) {
      await closesAll()
      const [, command, rest = ''] = /^(\/stuck-case)\s*(.*)$/.exec(words) ?? []
      await (command
        ? answered(() => actor.command(command, rest))
        : answered(
            () => actor.say(words),
            () => actor.messages().filter(({ byBot }) => byBot),
          ))
    },
    async presses(title, button) {
      await closesAll()
      const message = await waitFor(
        () => actor.messages().findLast(({ byBot, text }) => byBot && text.includes(title)),
        () =>
          `${name} was not told "${title}" but ${actor
            .messages()
            .map(({ text }) => text)
            .join('; ')}`,
      )
      await pressOn(message, button)
    },
    async goesOn(button) {
      if (actor.currentView()) await answered(() => actor.pressInView(button))
      else
        await pressOn(
          spoken.find(({ blocks }) => labelIn(blocks, button) !== undefined) ?? nothing(name, button),
          button,
        )
    },
    fields: () => inputs().map(asField),
    async answers(given) {
      for (const [field, value] of Object.entries(given)) {
        if (value === '' && !isAsked(field)) continue // it follows from an answer that was not given
        await waitFor(
          () => isAsked(field) || undefined,
          () => `${name} is not asked "${field}"`,
        )
        await actor.choose(field, asChosen(inputs(), field, value))
      }
    },
    async sends(filled) {
      await this.answers(filled)
      const { result, reply } = await actor.submit({}, 'unchecked')
      answers.push(reply?.text ?? '')
      if (result !== 'updated' && result !== 'errors') throw new Error(`${name}: Slack shows ${result}`)
      shown = actor.currentView()
    },
    sees: () => (shown ? ('view' in shown ? textOfView(shown) : textOfMessage(shown)) : 'nothing'),
  }
}

function labelIn(blocks: readonly KnownBlock[], wanted: string | RegExp): string | undefined {
  const labels = buttonsOf(blocks).map(({ button }) => button.text.text)
  return labels.find((label) => (typeof wanted === 'string' ? label === wanted : wanted.test(label)))
}

function nothing(name: string, wanted: string | RegExp): never {
  throw new Error(`${name} has no button ${String(wanted)}`)
}

/** Of several buttons that say the same, the first. */
function withOneButton(message: Message, wanted: string | RegExp): Message {
  const label = labelIn(message.blocks, wanted)
  const found = buttonsOf(message.blocks).find(({ button }) => button.text.text === label)
  return found
    ? { ...message, blocks: [{ type: 'actions', block_id: found.block, elements: [found.button] }] }
    : message
}

const kinds = {
  plain_text_input: 'words',
  datepicker: 'day',
  static_select: 'choice',
  radio_buttons: 'choice',
  external_select: 'choice',
  multi_static_select: 'choices',
  multi_external_select: 'choices',
  checkboxes: 'choices',
} as const satisfies Record<InputElement['type'], FieldOnScreen['kind']>

const asField = ({ block, element }: Input): FieldOnScreen => ({
  name: block,
  kind: kinds[element.type],
  max: element.type === 'plain_text_input' ? (element.max_length ?? 3000) : 0,
  options: optionsOf(element).map(({ value = '', text }) => ({ value, label: text.text })),
})

/** A person at Slack chooses by the label. */
function asChosen(inputs: readonly Input[], name: string, given: Filled[string]): Filled[string] {
  const options = inputs.filter(({ block }) => block === name).flatMap(({ element }) => optionsOf(element))
  const labelOf = (value: string): string => options.find((option) => option.value === value)?.text.text ?? value
  return typeof given === 'string' ? labelOf(given) : given.map(labelOf)
}
