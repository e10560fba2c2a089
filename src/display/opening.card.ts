/** What answers typed words that ask for a form or a reading: no platform opens either but for a press. */
import { button, card, text, type Card } from './card.ts'
import type { Form } from './form.ts'
import type { Reading } from './reading.ts'
import type { Ask } from '../vocabulary.ts'

export const openingCard = (ask: Ask, { kind, title }: Pick<Form | Reading, 'kind' | 'title'>): Card =>
  card(
    title,
    [text('It opens in its own window. None of it stays in this chat.')],
    [button(kind === 'form' ? 'Open the form' : 'Open it', ask, 'primary')],
  )
