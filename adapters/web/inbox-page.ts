/** A person's own page: where commands are typed, and what the bot has told this person, newest first. */
import { instantInWords, inWords, timeInWords } from '../../src/calendar/in-words.ts'
import { dayOf } from '../../src/calendar/london.ts'
import { commands, typedAs } from '../../src/commands/commands.ts'
import type { Card } from '../../src/display/card.ts'
import type { MessageId } from '../../src/ids.ts'
import type { InboxMessage } from '../../src/ports/inbox.ts'
import type { Waits } from '../../src/ports/waits.ts'
import { asksForAnswer } from '../../src/asks-for-answer.ts'
import { waitsCard } from '../../src/waits.card.ts'
import { addressOf, renderCard, type CardView, type Drawing } from './render-card.ts'
import type { Page } from './show.ts'

type MessageView = CardView & {
  readonly id: string
  readonly when: string
  readonly where?: string
  /** That it was not opened before, or why it is not there yet. */
  readonly tag?: string
}
/** `over`: those that asked for something and ask for nothing now, folded away. */
type DayView = {
  readonly day: string
  readonly messages: readonly MessageView[]
  readonly over: readonly MessageView[]
}

/** What a page shows, beside the messages themselves. */
type Shown = {
  /** Counts from 1. */
  readonly page: number
  readonly waits: readonly Waits[] | undefined
  readonly over: ReadonlySet<MessageId>
}

const aPage = 30

/** What stands beside the messages: each command as a link, with what would be typed for it. */
const links = commands.map(({ word, ask, label }) => ({ label, href: addressOf(ask), typed: typedAs(word) }))
const words = commands.map(({ word }) => word).filter((word) => word !== '')

/** Those that stand on this page, which counts from 1. */
export const shownOn = (inbox: readonly InboxMessage[], page: number): readonly InboxMessage[] => [
  ...(page === 1 ? inbox.filter(({ sentAt }) => !sentAt) : []),
  ...sentOn(inbox, page),
]

export function pageOfInbox(inbox: readonly InboxMessage[], { page, waits, over }: Shown, drawing: Drawing): Page {
  const waiting = inbox.filter(({ sentAt }) => !sentAt)
  const sent = inbox.filter(wasSent)
  return {
    template: 'inbox.njk',
    title: 'Your messages',
    data: {
      waits: page === 1 && waits ? renderCard(waitsCard(waits), drawing) : undefined,
      waiting: page === 1 ? waiting.map((message) => notSent(message, drawing)) : [],
      days: byDay(sentOn(inbox, page), over, drawing),
      newer: page > 1 ? page - 1 : undefined,
      links,
      command: typedAs(''),
      words: `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`,
      older: sent.length > page * aPage ? page + 1 : undefined,
    },
  }
}

/** Whether a card asked for something when it was said, and asks for nothing as it stands now. */
export const isOver = (said: Card, now: Card): boolean => asksForAnswer(said) && !asksForAnswer(now)

/** What stands on this page and was on no page that its person opened before. */
export const firstShown = (inbox: readonly InboxMessage[], page: number): readonly MessageId[] =>
  sentOn(inbox, page).flatMap(({ id, state }) => (state === 'on-page' ? [id] : []))

type SentMessage = InboxMessage & { readonly sentAt: Date }
const wasSent = (message: InboxMessage): message is SentMessage => message.sentAt !== undefined

const sentOn = (inbox: readonly InboxMessage[], page: number): readonly SentMessage[] =>
  inbox
    .filter(wasSent)
    .toSorted((a, b) => b.sentAt.getTime() - a.sentAt.getTime())
    .slice((page - 1) * aPage, page * aPage)

function byDay(messages: readonly SentMessage[], isOver: ReadonlySet<MessageId>, drawing: Drawing): readonly DayView[] {
  const days = new Map<string, { messages: MessageView[]; over: MessageView[] }>()
  for (const message of messages) {
    const day = inWords(dayOf(message.sentAt))
    const ofDay = days.get(day) ?? { messages: [], over: [] }
    days.set(day, ofDay)
    const view = drawn(message, timeInWords(message.sentAt), drawing)
    if (isOver.has(message.id)) ofDay.over.push(view)
    else ofDay.messages.push(message.state === 'on-page' ? { ...view, tag: 'New' } : view)
  }
  return [...days].map(([day, ofDay]) => ({ day, ...ofDay }))
}

function notSent(message: InboxMessage, drawing: Drawing): MessageView {
  const { heldUntil, state } = message
  if (state === 'undeliverable') return { ...drawn(message, 'could not be delivered', drawing), tag: 'Not delivered' }
  return heldUntil
    ? { ...drawn(message, `will be sent ${instantInWords(heldUntil)}`, drawing), tag: 'Held' }
    : { ...drawn(message, 'is being sent', drawing), tag: 'On its way' }
}

function drawn({ id, card, way }: InboxMessage, when: string, drawing: Drawing): MessageView {
  const where = way && places[way]
  return { ...renderCard(card, drawing), id, when, ...(where && { where }) }
}

const places = { slack: 'in Slack', teams: 'in Teams', email: 'by email' } as const
