/** Several things in one message: three of them in full, the most urgent first, and how many more there are. */
import { whichChildrenButton } from '../children/which-children.card.ts'
import { button, card, text, type Button, type Card, type CardBlock } from '../display/card.ts'
import { blocksInPost, isNews } from './for-post.ts'
import type { ForPost } from './nudge.ts'
import type { Reminder } from './todays-reminders.ts'

/** Nobody reads further between two visits. */
const inFullAtMost = 3

export function digestCard(reminders: readonly Reminder[], forPost: readonly ForPost[] = []): Card {
  const things: readonly (() => readonly CardBlock[])[] = [
    ...forPost.filter((one) => !isNews(one)).map((one) => () => blocksInPost(one)),
    ...reminders.map((one) => () => [one.line()]),
    ...forPost.filter(isNews).map((one) => () => blocksInPost(one)),
  ]
  const left = things.length - inFullAtMost
  const tells = reminders.some(({ as }) => as === 'owner' || as === 'iro')
  return card(
    `${things.length} ${forPost.length > 0 ? 'things' : 'reminders'} for today`,
    [
      ...things.slice(0, inFullAtMost).flatMap((blocks) => blocks()),
      ...(left > 0 ? [text(`There ${left === 1 ? 'is 1 more' : `are ${left} more`}. Open them all below.`)] : []),
    ],
    [...(tells ? [whichChildrenButton] : []), ...(left > 0 ? openAll(reminders, forPost) : [])],
  )
}

function openAll(reminders: readonly Reminder[], forPost: readonly ForPost[]): readonly Button[] {
  const has = (subject: Reminder['about']['subject']) => reminders.some(({ about }) => about.subject === subject)
  return [
    ...(has('action') ? [button('Open all actions', { ask: 'open-actions' })] : []),
    ...(has('duty') ? [button('Open all plans and assessments', { ask: 'open-plan' })] : []),
    ...(forPost.length > 0 ? [button('Open my cases', { ask: 'open-mine' })] : []),
  ]
}
