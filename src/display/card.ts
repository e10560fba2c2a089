/**
 * What the bot says in a chat. A card may lie in a history and light up on a lock screen, so it holds our own words,
 * dates, names of colleagues and `Cleared` lines: nothing that a person typed.
 */
import type { Ask } from '../vocabulary.ts'

export type Card = {
  readonly kind: 'card'
  /** Also the notification: what it is and the case's reference, 150 characters at most. */
  readonly title: string
  readonly body: readonly CardBlock[]
  readonly buttons: readonly Button[]
  /** A child may be in danger: it looks like no other card. */
  readonly urgent?: true
}

export type CardBlock = TextBlock | FactsBlock | ListBlock | NumbersBlock | RowBlock | LinkBlock

export type TextBlock = { readonly block: 'text'; readonly text: string }
export type FactsBlock = {
  readonly block: 'facts'
  readonly facts: readonly (readonly [label: string, value: string])[]
}
export type ListBlock = { readonly block: 'list'; readonly items: readonly string[] }
/** Whom to call when a child may be in danger: lines of the partnership's file, so their numbers can be called from where they stand. */
export type NumbersBlock = {
  readonly block: 'numbers'
  readonly lines: readonly string[]
  /** Its first line alone, until somebody asks for the others. */
  readonly folded?: true
}
/** One line of a list that can be acted on, with its one button. */
export type RowBlock = { readonly block: 'row'; readonly text: string; readonly button: Button }
/** The one thing in a card that leads out of the bot: pressing it tells us nothing. */
export type LinkBlock = {
  readonly block: 'link'
  /** 75 characters at most. */
  readonly label: string
  /** An https address that we made or checked: never as somebody typed it. */
  readonly address: string
}

export type Button = {
  /** 75 characters at most. */
  readonly label: string
  readonly ask: Ask
  readonly style?: 'primary' | 'danger'
  /** Asked before it is done, where it cannot be taken back: `src/asked-first.ts` says of which asks. */
  readonly confirm?: Confirm
}

/** A short question before a press, and the words of both answers. */
export type Confirm = {
  /** The question: 100 characters at most. */
  readonly asks: string
  /** What a yes brings: 300 characters at most. */
  readonly says: string
  /** 30 characters at most, as is `no`. */
  readonly yes: string
  readonly no: string
}

export const text = (words: string): TextBlock => ({ block: 'text', text: words })
export const facts = (...pairs: FactsBlock['facts']): FactsBlock => ({ block: 'facts', facts: pairs })
export const list = (items: readonly string[]): ListBlock => ({ block: 'list', items })
export const numbers = (lines: readonly string[]): NumbersBlock => ({ block: 'numbers', lines })
export const foldedNumbers = (lines: readonly string[]): NumbersBlock => ({ ...numbers(lines), folded: true })
/** Rows, or lines of a list, in one message: Slack draws 50 blocks at most, and nobody reads further. */
export const rowsAtMost = 20

export const row = (words: string, button: Button): RowBlock => ({ block: 'row', text: words, button })
export const link = (label: string, address: string): LinkBlock => ({ block: 'link', label, address })
export const button = (label: string, ask: Ask, style?: Button['style']): Button =>
  style ? { label, ask, style } : { label, ask }
/** The same button with a question before it. */
export const askingFirst = (press: Button, confirm: Omit<Confirm, 'no'>): Button => ({
  ...press,
  confirm: { ...confirm, no: 'Back' },
})

/** On its button. */
export const showNumbers = 'Show the numbers'

export function card(title: string, body: readonly CardBlock[], buttons: readonly Button[] = []): Card {
  return { kind: 'card', title, body, buttons }
}
