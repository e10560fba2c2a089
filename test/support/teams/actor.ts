/** A person at the Teams window: what they do reaches the bot as Teams would send it, and what comes back is before them. */
import { z } from 'zod'
import { waitFor } from '../slack/observe.ts'
import {
  executeActivity,
  extensionActivity,
  installationActivity,
  invoke,
  membersAddedActivity,
  messageActivity,
  searchActivity,
  submitActivity,
  taskActivity,
  type Activity,
} from './activities.ts'
import { actionsOf, type Action, type AdaptiveCard } from './adaptive-card.ts'
import { applyAction, applyTask, type Outcome } from './apply-reply.ts'
import { personalChat } from './conversations.ts'
import { fill, findInput, heldBack, type Answers } from './fill.ts'
import { findButton } from './find-button.ts'
import { choicesOf, initialValues } from './inputs.ts'
import { addMessage } from './messages.ts'
import { msteamsOf } from './posted.ts'
import { saidYes, withoutHidden } from './say-yes.ts'
import type { Reply } from './send.ts'
import type { Conversation, Dialog, Message, TeamsState, TeamsUser } from './state.ts'
import { textOf } from './text-of.ts'

export type Pressing = {
  /** Some words of the row, where rows repeat a label. */
  readonly among?: string
  /** What is put into the card's own inputs. */
  readonly answers?: Answers
  /** The press comes from here instead of from where the message lies. */
  readonly from?: Conversation
}

export type Actor = {
  readonly user: TeamsUser
  /** With the bot alone. */
  readonly chat: Conversation
  /** Puts the app in: into the chat with the bot, or into another conversation. */
  installs(where?: Conversation): Promise<Reply>
  uninstalls(where?: Conversation): Promise<Reply>
  /** Writes to the bot; outside the chat with it a bot hears only what mentions it. */
  says(text: string, where?: Conversation): Promise<Reply>
  /** Also mentions the bot in the chat with it. */
  mentions(text: string): Promise<Reply>
  /** Presses a button of the newest message that has it. */
  press(label: string, pressing?: Pressing): Promise<Outcome>
  pressOn(message: Message, label: string, pressing?: Pressing): Promise<Outcome>
  pressInDialog(label: string, pressing?: Pick<Pressing, 'among'>): Promise<Outcome>
  /** Puts something into the dialog that is open. */
  fill(answers: Answers): void
  /** Types into a list of the dialog that is looked up: what Teams then offers beside what it had, or why it cannot. */
  type(question: string, words: string): Promise<readonly string[] | string>
  /** What comes back where a list with this dataset is typed into. */
  search(dataset: string, words: string): Promise<z.infer<typeof Found>['value']>
  /** Fills in and sends the dialog; `unchecked` sends what Teams would hold back. */
  submit(answers?: Answers, how?: 'checked' | 'unchecked'): Promise<Outcome>
  /** The cross of the dialog, of which the bot hears nothing. */
  closeDialog(): void
  /** Opens an action command of the message extension. */
  extension(command: string): Promise<Outcome>
  /** What Teams asks by itself of a message with `refresh`, when this person sees it. */
  refresh(message: Message): Promise<Outcome>
  /** From the bot, oldest first; what was deleted is gone. */
  messages(where?: Conversation): readonly Message[]
  /** As this person sees it. */
  cardOf(message: Message): AdaptiveCard | undefined
  textOfMessage(message: Message): string
  buttonsOf(message: Message): readonly string[]
  currentDialog(): Dialog | undefined
  textOfDialog(): string
  /** A message that came or changed since this person last did something and `has` these words. */
  waitForMessage(has?: string, where?: Conversation): Promise<Message>
}

export function createActor(
  state: TeamsState,
  user: TeamsUser,
  deliver: (activity: Activity) => Promise<Reply>,
): Actor {
  const chat = personalChat(state, user)
  let mark = 0

  const send = (activity: Activity): Promise<Reply> => {
    mark = state.changes
    return deliver(activity)
  }

  const at = (conversation: Conversation) => ({ state, user, conversation })

  const placeOf = ({ conversation }: Message): Conversation => {
    const place = state.conversations.get(conversation)
    if (!place) throw new Error('a message that lies nowhere')
    return place
  }

  const cardOf = (message: Message): AdaptiveCard | undefined => message.cardFor.get(user.aadObjectId) ?? message.card

  const textOfMessage = (message: Message): string => {
    const card = cardOf(message)
    return [message.text, card ? textOf(card) : ''].filter((part) => part !== '').join('\n')
  }

  const dialog = (): Dialog => {
    const open = state.dialogs.get(user.id)
    if (!open) throw new Error(`${user.name} has no dialog open`)
    return open
  }

  async function write(text: string, where: Conversation, mentioned: boolean): Promise<Reply> {
    const said = addMessage(state, where, { text, summary: '', card: undefined }, false)
    return send(messageActivity(at(where), said, mentioned))
  }

  async function pressed(message: Message, button: Action, { answers = {}, from }: Pressing): Promise<Outcome> {
    const card = cardOf(message)
    const action = saidYes(card, button)
    const place = from ?? placeOf(message)
    const inputs = card && takesInputs(action) ? fill(card, answers, initialValues(card)) : {}
    if (action.type === 'Action.Execute') {
      const data = { ...asRecord(action.data), ...inputs }
      return applyAction(state, message, user, await send(executeActivity(at(place), message, action, data, 'manual')))
    }
    if (action.type !== 'Action.Submit')
      throw new Error(`"${action.title ?? ''}" is ${action.type}: it tells the bot nothing`)
    const data = { ...asRecord(action.data), ...inputs }
    const { type } = msteamsOf(action.data) ?? {}
    if (type === 'task/fetch')
      return applyTask(state, { conversation: place }, user, await send(taskActivity(at(place), type, data, message)))
    if (type === 'invoke') return sent(await send(invoke(at(place), 'invoke', data, message)))
    return sent(await send(submitActivity(at(place), message, data)))
  }

  async function sendDialog(open: Dialog, button: Action): Promise<Outcome> {
    const action = saidYes(open.card, button)
    if (action.type !== 'Action.Submit') throw new Error(`"${action.title ?? ''}" does nothing in a dialog`)
    const inputs = takesInputs(action) ? open.values : {}
    const data = { ...asRecord(action.data), ...inputs }
    const { conversation, command } = open.from
    const activity = command
      ? extensionActivity(at(conversation), 'composeExtension/submitAction', command, data)
      : taskActivity(at(conversation), 'task/submit', data)
    return applyTask(state, open.from, user, await send(activity))
  }

  const messages = (where = chat): readonly Message[] =>
    where.messages.filter(({ byBot, deleted }) => byBot && !deleted)

  return {
    user,
    chat,
    async installs(where = chat) {
      where.bot = 'installed'
      await send(installationActivity(at(where), 'add'))
      return send(membersAddedActivity(at(where)))
    },
    uninstalls(where = chat) {
      where.bot = 'blocked'
      return send(installationActivity(at(where), 'remove'))
    },
    says: (text, where = chat) => write(text, where, where.type !== 'personal'),
    mentions: (text) => write(text, chat, true),
    press(label, pressing = {}) {
      const found = messages().findLast((message) => {
        const card = cardOf(message)
        return card && actionsOf(card).some(({ title }) => title === label)
      })
      if (found) return this.pressOn(found, label, pressing)
      throw new Error(`${user.name} has no button "${label}" in:\n${messages().map(textOfMessage).join('\n--\n')}`)
    },
    pressOn(message, label, pressing = {}) {
      const card = cardOf(message)
      if (!card) throw new Error(`no card in: ${message.text}`)
      return pressed(message, findButton(card, label, pressing.among), pressing)
    },
    pressInDialog(label, { among } = {}) {
      const open = dialog()
      return sendDialog(open, findButton(open.card, label, among))
    },
    fill(answers) {
      const open = dialog()
      open.values = fill(open.card, answers, open.values)
    },
    async type(question, words) {
      const { card } = dialog()
      const { element } = findInput(card, question)
      const { dataset } = asRecord(element['choices.data'])
      if (typeof dataset !== 'string') throw new Error(`"${question}" is not looked up`)
      const found = await this.search(dataset, words)
      if ('message' in found) return found.message
      Object.assign(element, { choices: [...choicesOf(element), ...found.results] })
      return found.results.map(({ title }) => title)
    },
    search: async (dataset, words) =>
      Found.parse(JSON.parse((await send(searchActivity(at(chat), dataset, words))).text)).value,
    async submit(answers = {}, how = 'checked') {
      this.fill(answers)
      const open = dialog()
      const marked = Object.entries(how === 'checked' ? heldBack(open.card, open.values) : {})
      if (marked.length > 0)
        return { result: 'held-back', says: marked.map(([question, why]) => `${question}: ${why}`).join('\n') }
      const sending = actionsOf(open.card).filter((each) => each.type === 'Action.Submit' && takesInputs(each))
      const action = sending.find(({ style }) => style === 'positive') ?? sending.at(-1)
      if (!action) throw new Error(`nothing to send in:\n${this.textOfDialog()}`)
      return sendDialog(open, action)
    },
    closeDialog() {
      state.dialogs.delete(user.id)
    },
    async extension(command) {
      const reply = await send(extensionActivity(at(chat), 'composeExtension/fetchTask', command))
      return applyTask(state, { conversation: chat, command }, user, reply)
    },
    async refresh(message) {
      const { action } = asRecord(message.card?.['refresh']) as { readonly action?: Action }
      if (!action) throw new Error(`nothing to refresh in:\n${textOfMessage(message)}`)
      const activity = executeActivity(at(placeOf(message)), message, action, asRecord(action.data), 'automatic')
      return applyAction(state, message, user, await send(activity))
    },
    messages,
    cardOf,
    textOfMessage,
    buttonsOf(message) {
      const card = cardOf(message)
      return card ? actionsOf(withoutHidden(card)).map(({ title = '' }) => title) : []
    },
    currentDialog: () => state.dialogs.get(user.id),
    textOfDialog() {
      const open = state.dialogs.get(user.id)
      return open ? [open.title, textOf(open.card, open.values)].join('\n') : ''
    },
    waitForMessage: (has = '', where = chat) =>
      waitFor(
        () => messages(where).findLast((message) => message.seen > mark && textOfMessage(message).includes(has)),
        () => `${user.name} was not sent "${has}" but:\n${messages(where).map(textOfMessage).join('\n--\n')}`,
      ),
  }
}

const sent = (reply: Reply): Outcome => ({
  result: reply.status < 300 && reply.status > 0 ? 'sent' : 'trouble',
  says: '',
  reply,
})

const Choices = z.array(z.strictObject({ title: z.string().min(1), value: z.string().min(1) })).max(15)
const Found = z.union([
  z.strictObject({
    statusCode: z.literal(200),
    type: z.literal('application/vnd.microsoft.search.searchResponse'),
    value: z.strictObject({ results: Choices }),
  }),
  z.strictObject({
    statusCode: z.literal(500),
    type: z.literal('application/vnd.microsoft.error'),
    value: z.strictObject({ code: z.string(), message: z.string() }),
  }),
])

const takesInputs = (action: Action): boolean => action['associatedInputs'] !== 'none'

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
