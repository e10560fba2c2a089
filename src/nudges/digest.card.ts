/**
 * Several things in one message: three of them in full, the most urgent first, and how many more there are. What its reader
 * heard before comes last. In an overview what is overdue in their remit fills the three, and is counted whole.
 */
import { whichChildrenButton } from '../children/which-children.card.ts'
import { button, card, text, type Button, type Card, type CardBlock } from '../display/card.ts'
import { overviewButton } from '../people/choose-overview.form.ts'
import { blocksInPost, isNews } from './for-post.ts'
import type { ForPost } from './nudge.ts'
import { countsLine, overdueOf, type OverdueInRemit } from './overdue-in-remit.ts'
import type { Reminder } from './todays-reminders.ts'

/** Nobody reads further between two visits. */
const inFullAtMost = 3

/** `remit`: of an overview. */
export function digestCard(
  reminders: readonly Reminder[],
  forPost: readonly ForPost[] = [],
  remit?: OverdueInRemit,
): Card {
  const waits = forPost.filter((one) => !isNews(one))
  const said: readonly (() => readonly CardBlock[])[] = [
    ...waits.filter((one) => !isRepeat(one)).map((one) => () => blocksInPost(one)),
    ...reminders.filter((one) => !one.repeats).map((one) => () => [one.line()]),
    ...forPost.filter(isNews).map((one) => () => blocksInPost(one)),
    ...waits.filter(isRepeat).map((one) => () => blocksInPost(one)),
    ...reminders.filter((one) => one.repeats).map((one) => () => [one.line()]),
  ]
  const others = remit?.things.filter(({ id }) => reminders.every(({ about }) => about.id !== id)) ?? []
  const things = [...said, ...others.slice(0, Math.max(0, inFullAtMost - said.length)).map((one) => () => [one.row])]
  const left = things.length - inFullAtMost
  const repeats = [...reminders.filter((one) => one.repeats), ...forPost.filter(isRepeat)].length
  const tells = reminders.some(({ as }) => as === 'owner' || as === 'iro')
  return card(
    titleOf(things.length, reminders, forPost),
    [
      ...(repeats > 0 ? [text(overviewLine(repeats, things.length))] : []),
      ...(remit ? countsLine(remit) : []),
      ...things.slice(0, inFullAtMost).flatMap((blocks) => blocks()),
      ...(left > 0 ? [text(`There ${left === 1 ? 'is 1 more' : `are ${left} more`}. Open them all below.`)] : []),
    ],
    [
      ...(tells ? [whichChildrenButton] : []),
      ...openAll(left > 0 ? reminders : [], left > 0 ? forPost : [], remit),
      ...(repeats > 0 ? [overviewButton] : []),
    ],
  )
}

/** Something in it is said again that has not moved. */
export const isOverview = (reminders: readonly Reminder[], forPost: readonly ForPost[]): boolean =>
  reminders.some(({ repeats }) => repeats) || forPost.some(isRepeat)

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

function openAll(
  reminders: readonly Reminder[],
  forPost: readonly ForPost[],
  remit: OverdueInRemit | undefined,
): readonly Button[] {
  const has = (subject: Reminder['about']['subject']) =>
    reminders.some(({ about }) => about.subject === subject) || (remit !== undefined && overdueOf(remit, subject) > 0)
  return [
    ...(has('action') ? [button('Open all actions', { ask: 'open-actions' })] : []),
    ...(has('duty') ? [button('Open all plans and assessments', { ask: 'open-plan' })] : []),
    ...(forPost.length > 0 ? [button('Open my cases', { ask: 'open-mine' })] : []),
  ]
}
