/**
 * What of a card is read aloud before it is opened, and shown on a lock screen: its title and our own sentences. Facts, lists
 * and rows can have words that somebody typed and the chair approved, and are left for the card.
 */
import type { Card } from './card.ts'

/** A sentence a line; the title is the first. */
export const heardOf = ({ title, body }: Pick<Card, 'title' | 'body'>): string =>
  [
    title,
    ...body.flatMap((part) => (part.block === 'text' ? [part.text] : part.block === 'numbers' ? part.lines : [])),
  ].join('\n')
