/** Asks the social worker when care began, where no return shows it, or one has another day than was given here. */
import { asDay, type Day } from '../calendar/day.ts'
import { dayInShort, inWords } from '../calendar/in-words.ts'
import { addMonths } from '../calendar/months.ts'
import { careBegan, returnedOtherwise } from '../children/care-began.ts'
import type { Child, InCare } from '../children/child.ts'
import type { DayField } from '../display/form.ts'
import { earliestAssessment } from './due-day.ts'

type Asked = Child & InCare

export const asksWhenCareBegan = (child: Asked): boolean =>
  careBegan(child) === undefined || returnedOtherwise(child) !== undefined

export const whenColumn = {
  label: 'When did care begin?',
  hint: 'Where the return does not show it. Nothing is due before this is known.',
} as const

/** Nobody under eighteen has been in care for longer. */
export const earliestCare = ({ careFrom }: Asked): Day => addMonths(careFrom, -18 * 12)

export const whenField = (child: Asked) =>
  ({
    field: 'day',
    label: `${child.ref}: when did care begin?`,
    hint: whyAsked(child),
    earliest: earliestCare(child),
    latest: child.careFrom,
    optional: true,
  }) as const satisfies DayField

function whyAsked(child: Asked): string {
  const otherwise = returnedOtherwise(child)
  if (!otherwise) return 'The return does not show it. Nothing is due before this is known.'
  return `A return says ${dayInShort(otherwise)}, which is not what was given here. Give the day that is right.`
}

export function sinceWhen(child: Asked): string {
  const [began, otherwise] = [careBegan(child), returnedOtherwise(child)]
  if (!began) return `${dayInShort(child.careFrom)} or earlier`
  return otherwise ? `${dayInShort(began)}, by a return ${dayInShort(otherwise)}` : dayInShort(began)
}

/** What is wrong with a day that lies where it can lie, beside what else is known of the child. */
export function whyNotThen(child: Asked, began: Day, health: Day | undefined): { began?: string; health?: string } {
  if (began < asDay(child.birthday.reveal())) return { began: 'The child was not born then.' }
  const earliest = earliestAssessment(began)
  return health !== undefined && health < earliest ? { health: `Give a date on or after ${inWords(earliest)}.` } : {}
}
