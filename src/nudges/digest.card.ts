/**
 * Several things in one message: three of them in full, the most urgent first, and how many more there are. What its reader
 * heard before comes last.
 */
import { whichChildrenButton } from '../children/which-children.card.ts'
import { button, card, text, type Button, type Card, type CardBlock } from '../display/card.ts'
import { overviewButton } from '../people/choose-overview.form.ts'
import { blocksInPost, isNews } from './for-post.ts'
import type { ForPost } from './nudge.ts'
import type { Reminder } from './todays-reminders.ts'

/** Nobody reads further between two visits. */
const inFullAtMost = 3

export function digestCard(reminders: readonly Reminder[], forPost: readonly ForPost[] = []): Card {
  const waits = forPost.filter((one) => !isNews(one))
  const things: readonly (() => readonly CardBlock[])[] = [
    ...waits.filter((one) => !isRepeat(one)).map((one) => () => blocksInPost(one)),
    ...reminders.filter((one) => !one.repeats).map((one) => () => [one.line()]),
    ...forPost.filter(isNews).map((one) => () => blocksInPost(one)),
    ...waits.filter(isRepeat).map((one) => () => blocksInPost(one)),
    ...reminders.filter((one) => one.repeats).map((one) => () => [one.line()]),
  ]
  const left = things.length - inFullAtMost
  const repeats = [...reminders.filter((one) => one.repeats), ...forPost.filter(isRepeat)].length
  const tells = reminders.some(({ as }) => as === 'owner' || as === 'iro')
  return card(
    titleOf(things.length, reminders, forPost),
    [
      ...(repeats > 0 ? [text(overviewLine(repeats, things.length))] : []),
      ...things.slice(0, inFullAtMost).flatMap((blocks) => blocks()),
      ...(left > 0 ? [text(`There ${left === 1 ? 'is 1 more' : `are ${left} more`}. Open them all below.`)] : []),
    ],
    [
      ...(tells ? [whichChildrenButton] : []),
      ...(left > 0 ? openAll(reminders, forPost) : []),
      ...(repeats > 0 ? [overviewButton] : []),
    ],
  )
}

const isRepeat = ({ waitsUntil }: ForPost): boolean => waitsUntil !== undefined

const titleOf = (count: number, reminders: readonly Reminder[], forPost: readonly ForPost[]): string =>
  reminders.every(({ repeats }) => repeats) && forPost.every(isRepeat)
    ? `Your overview: ${count} things still not done`
    : `${count} ${forPost.length > 0 ? 'things' : 'reminders'} for today`

/** Once a week: the only time at which something is said again that has not moved. */
const overviewLine = (repeats: number, all: number): string =>
  repeats === all
    ? 'You were told of these before, and they have not moved since.'
    : `You were told of ${repeats} of these before, and nothing has moved since.`

function openAll(reminders: readonly Reminder[], forPost: readonly ForPost[]): readonly Button[] {
  const has = (subject: Reminder['about']['subject']) => reminders.some(({ about }) => about.subject === subject)
  return [
    ...(has('action') ? [button('Open all actions', { ask: 'open-actions' })] : []),
    ...(has('duty') ? [button('Open all plans and assessments', { ask: 'open-plan' })] : []),
    ...(forPost.length > 0 ? [button('Open my cases', { ask: 'open-mine' })] : []),
  ]
}
