/** Everything that the bot can say back to the person who asked. */
import type { Button, Card } from './card.ts'
import type { Form } from './form.ts'
import type { Reading } from './reading.ts'
import type { Refusal } from './refusal.ts'

export type Answer = Done | Card | Reading | Form | Home | Refusal

/** What was asked is done, in one plain sentence of ours; `next` is what the same person may press now, most likely first. */
export type Done = { readonly kind: 'done'; readonly says: string; readonly next?: readonly Button[] }

/** A person's own page: what waits for them, section by section. */
export type Home = { readonly kind: 'home'; readonly title: string; readonly sections: readonly Card[] }

/** Whether something is to be said in place of going on: a refusal, or a form drawn again. */
export const isAnswer = (found: object): found is Answer => 'kind' in found

export const done = (says: string, next: readonly Button[] = []): Done => ({
  kind: 'done',
  says,
  ...(next.length > 0 && { next }),
})
export const home = (title: string, sections: readonly Card[]): Home => ({ kind: 'home', title, sections })
