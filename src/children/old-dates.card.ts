/** Asks a social worker whether dates are still right, and tells others when nobody says so. */
import type { Day } from '../calendar/day.ts'
import { dayInShort } from '../calendar/in-words.ts'
import { button, card, text, type Card } from '../display/card.ts'

type Old = { readonly datesAsOf?: Day }

const counted = (children: number): string => (children === 1 ? '1 child' : `${children} children`)

const openButton = button('Check the dates', { ask: 'open-old-dates' }, 'primary')

/** Such as `as of 3 Oct 2026`, or `as of 3 Oct 2026 and later`. */
function asOf(children: readonly Old[]): string {
  const days = [...new Set(children.flatMap(({ datesAsOf }) => datesAsOf ?? []))].sort()
  const [first] = days
  return first ? `as of ${dayInShort(first)}${days.length > 1 ? ' and later' : ''}` : 'old'
}

export const oldDatesCard = (children: readonly Old[]): Card =>
  card(
    `Are these dates still right? ${counted(children.length)} to check`,
    [
      text(
        `The dates of ${counted(children.length)} of yours are ${asOf(children)}. Nobody gets reminders by them until you say ` +
          'that they are still right, or a newer return does.',
      ),
    ],
    [openButton],
  )

/** For others, who cannot do it in their place. */
export const oldDatesWaitCard = (name: string, children: readonly Old[], whose = ''): Card =>
  card('Old dates: not checked yet', [
    text(
      `${name} has not yet said whether the dates of ${counted(children.length)}${whose} are still right. They are ` +
        `${asOf(children)}. Nobody gets reminders by them until then, or until a newer return comes. Please ask what is in the way.`,
    ),
  ])
