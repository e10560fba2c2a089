/** What a card looks like, in one line: two that differ in a word or a button differ in this. */
import { createHash } from 'node:crypto'
import type { Card } from '../src/display/card.ts'

export const hashOfCard = (card: Card): string => createHash('sha256').update(JSON.stringify(card)).digest('hex')
