/** A person at Slack's window: what they do reaches the bot as Slack would send it, and what comes back is before them. */
import type { KnownBlock } from '@slack/types'
import { directMessage } from './conversations.ts'
import { fill, heldBack, type Answer, type Answers } from './fill.ts'
import { findButton, type FoundButton } from './find-button.ts'
import { addMessage } from './messages.ts'
import { observe, textOfMessage, textOfView, waitFor, type Observer } from './observe.ts'
import {
  choiceSending,
  closeSending,
  commandSending,
  eventSending,
  pressInViewSending,
  pressSending,
  shortcutSending,
  submitSending,
  suggestionSending,
  type Scene,
} from './payloads.ts'
import { inputsOf } from './inputs.ts'
import { offeredBy, type Offered } from './offered.ts'
import type { Reply, Sending } from './send-signed.ts'
import { closeViews } from './views.ts'
import { applyReply, type Submission } from './submission.ts'
import type { Message, OpenView } from './state.ts'

export type Actor = Observer & {
  readonly id: string
  readonly team: string
  /** Types a command into the direct message with the bot, or into `channel`. */
  command(command: string, text?: string, channel?: string): Promise<Reply>
  /** Uses a global shortcut, from anywhere in Slack. */
  useShortcut(callback: string): Promise<Reply>
  /** Presses a button of the newest message or ephemeral that has it; `among`: some words of its message or row. */
  press(label: string, among?: string): Promise<Reply>
  pressOn(message: Message, label: string, among?: string): Promise<Reply>
  pressInView(label: string, among?: string): Promise<Reply>
  /** Puts something into the uppermost view. */
  fill(answers: Answers): void
  /** Chooses in a field of the uppermost view; what comes of it where Slack tells the bot of such choices. */
  choose(field: string, option: Answer): Promise<Reply | undefined>
  /** Types into a list that is looked up: what is offered, and the label above it where there is one. */
  type(field: string, words: string): Promise<Offered>
  /** Fills in and sends the uppermost view; `unchecked` sends what Slack's window would hold back. */
  submit(answers?: Answers, how?: 'checked' | 'unchecked'): Promise<Submission>
  /** The cross of the window, which says so to the bot where the view asks for it. */
  closeView(): Promise<Reply | undefined>
  /** Writes to the bot. */
  say(text: string): Promise<Reply>
  openHome(): Promise<Reply>
  /** A message that came or changed since this person last did something and `has` these words. */
  waitForMessage(has?: string): Promise<Message>
  waitForEphemeral(has?: string): Promise<Message>
  /** A view that was opened or redrawn since this person last did something. */
  waitForView(has?: string): Promise<OpenView>
}

export function createActor(scene: Scene, deliver: (sending: Sending) => Promise<Reply>): Actor {
  const { state, workspace, user } = scene
  const seen = observe(state, workspace.team, user.id)
  const conversation = () => directMessage(workspace, user.id)
  let mark = 0

  const send = (sending: Sending): Promise<Reply> => {
    mark = state.changes
    return deliver(sending)
  }

  const view = (): OpenView => {
    const open = seen.currentView()
    if (!open) throw new Error(`${user.name} has no view open`)
    return open
  }

  const recent = (messages: readonly Message[], has: string) => () =>
    messages.findLast((message) => message.seen > mark && textOfMessage(message).includes(has))

  return {
    ...seen,
    id: user.id,
    team: workspace.team,
    command: (command, text = '', channel = conversation().id) => send(commandSending(scene, command, text, channel)),
    useShortcut: (callback) => send(shortcutSending(scene, callback)),
    press(label, among = '') {
      const all = [...seen.messages(), ...seen.ephemerals()].sort((a, b) => Number(a.ts) - Number(b.ts))
      for (const message of all.reverse()) {
        const found = buttonOfMessage(message, label, among)
        if (found) return send(pressSending(scene, message, found.block, found.button))
      }
      const shown = all.map(textOfMessage).join('\n--\n')
      throw new Error(`${user.name} has no button "${label}" among "${among}" in:\n${shown}`)
    },
    pressOn(message, label, among) {
      const found = findButton(message.blocks, label, among)
      if (!found) throw new Error(`no button "${label}" in:\n${textOfMessage(message)}`)
      return send(pressSending(scene, message, found.block, found.button))
    },
    pressInView(label, among) {
      const open = view()
      const found = findButton(open.view.blocks as KnownBlock[], label, among)
      if (!found) throw new Error(`no button "${label}" in:\n${textOfView(open)}`)
      return send(pressInViewSending(scene, open, found.block, found.button))
    },
    fill(answers) {
      const open = view()
      open.values = fill({ blocks: open.view.blocks as KnownBlock[] }, answers, open.values)
    },
    async choose(field, option) {
      this.fill({ [field]: option })
      const open = view()
      const block = (open.view.blocks as KnownBlock[]).find(
        (each) => each.type === 'input' && (each.label.text === field || each.block_id === field),
      )
      if (block?.type !== 'input' || block.dispatch_action !== true) return undefined
      const { action_id: action = '' } = block.element as { action_id?: string }
      return send(choiceSending(scene, open, block.block_id ?? '', action))
    },
    async type(field, words) {
      const open = view()
      const input = inputsOf(open.view.blocks as KnownBlock[]).find(
        ({ label, block }) => label === field || block === field,
      )
      if (!input || !('min_query_length' in input.element)) throw new Error(`"${field}" is not looked up`)
      if (words.length < (input.element.min_query_length ?? 3)) return { options: [] }
      const sending = suggestionSending(scene, open, { block: input.block, action: input.action, value: words })
      return offeredBy(state, await send(sending))
    },
    async submit(answers = {}, how = 'checked') {
      this.fill(answers)
      const open = view()
      if (open.view.type !== 'modal' || !open.view.submit) throw new Error(`nothing to send in:\n${textOfView(open)}`)
      const errors = how === 'checked' ? heldBack({ blocks: open.view.blocks as KnownBlock[] }, open.values) : {}
      if (Object.keys(errors).length > 0) return { result: 'held-back', errors }
      return applyReply(state, open, await send(submitSending(scene, open)))
    },
    async closeView() {
      const open = view()
      const tells = open.view.type === 'modal' && open.view.notify_on_close === true
      const clears = open.view.type === 'modal' && open.view.clear_on_close === true
      closeViews(state, workspace.team, user.id, clears ? 'all' : 'top')
      return tells ? send(closeSending(scene, open, clears)) : undefined
    },
    say(text) {
      const said = addMessage(state, workspace, conversation(), { text }, 'typed')
      const event = {
        type: 'message',
        ts: said.ts,
        text,
        team: workspace.team,
        channel: said.channel,
        event_ts: said.ts,
      }
      return send(eventSending(scene, { ...event, channel_type: 'im' }))
    },
    openHome: () =>
      send(eventSending(scene, { type: 'app_home_opened', channel: conversation().id, tab: 'home', event_ts: '1' })),
    waitForMessage: (has = '') =>
      waitFor(
        () => recent(seen.messages(), has)(),
        () => `${user.name} was not sent "${has}" but:\n${seen.messages().map(textOfMessage).join('\n--\n')}`,
      ),
    waitForEphemeral: (has = '') =>
      waitFor(
        () => recent(seen.ephemerals(), has)(),
        () => `${user.name} was not shown "${has}" but:\n${seen.ephemerals().map(textOfMessage).join('\n--\n')}`,
      ),
    waitForView: (has = '') =>
      waitFor(
        () => {
          const open = seen.currentView()
          return open && open.seen > mark && textOfView(open).includes(has) ? open : undefined
        },
        () => {
          const open = seen.currentView()
          return `${user.name} has no view with "${has}" but ${open ? `:\n${textOfView(open)}` : 'none'}`
        },
      ),
  }
}

function buttonOfMessage(message: Message, label: string, among: string): FoundButton | undefined {
  const inRow = findButton(message.blocks, label, among)
  return inRow ?? (textOfMessage(message).includes(among) ? findButton(message.blocks, label) : undefined)
}
