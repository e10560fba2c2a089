/** Are these dates still right? All of them by one press, or one by one, with what is known better. */
import type { Day } from '../calendar/day.ts'
import { dayInShort } from '../calendar/in-words.ts'
import { addDays } from '../calendar/months.ts'
import { careBegan } from '../children/care-began.ts'
import type { Own } from '../children/own-child.ts'
import { text } from '../display/card.ts'
import { form, type Field, type Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { Unconfirmed } from './first-look.form.ts'
import { earliestCare, sinceWhen } from './when-care-began.ts'

export const dateNames = ({ id }: Pick<Unconfirmed, 'id'>) =>
  ({ right: `right-${id}`, began: `began-${id}`, reviewed: `reviewed-${id}` }) as const

export const allRightFields = fields({
  allRight: {
    field: 'choices',
    label: 'Are all of these dates still right?',
    options: [{ value: 'yes', label: 'All are right, unless I say otherwise below' }],
    optional: true,
  },
})

const columns = [
  { label: 'Are the dates still right?' },
  { label: 'When did care begin, if not then?', hint: 'Leave blank if it is right.' },
  {
    label: 'When was the last review, if it was later?',
    hint: 'Leave blank if there was none. One that was not held is taken back in the plan.',
  },
] as const

const lastReview = ({ reviewsHeld }: Unconfirmed): Day | undefined => reviewsHeld.at(-1)

/** Undefined where it would have to lie in the future. */
function laterReview(child: Unconfirmed, today: Day): Field | undefined {
  const earliest = addDays(lastReview(child) ?? careBegan(child) ?? child.careFrom, 1)
  const label = `${child.ref}: when was the last review, if it was later?`
  return earliest > today
    ? undefined
    : { field: 'day', label, hint: columns[2].hint, earliest, latest: today, optional: true }
}

/** The questions about one child, under names of their own. */
export function dateFields(child: Unconfirmed, today: Day) {
  const name = dateNames(child)
  const reviewed = laterReview(child, today)
  const right: Field = {
    field: 'choice',
    label: `${child.ref}: are the dates still right?`,
    options: [
      { value: 'yes', label: 'Yes, or as I say here' },
      { value: 'no', label: 'No, or I do not know' },
    ],
    optional: true,
  }
  const began: Field = {
    field: 'day',
    label: `${child.ref}: when did care begin, if not then?`,
    hint: columns[1].hint,
    ...{ earliest: earliestCare(child), latest: child.careFrom },
    optional: true,
  }
  return fields({ [name.right]: right, [name.began]: began, ...(reviewed && { [name.reviewed]: reviewed }) })
}

/** `said`: what became of the children before these, where there were any. */
export const oldDatesForm = (old: readonly Own<Unconfirmed>[], today: Day, said = ''): Form =>
  form('Are these dates right?', {
    intro: [text(`${said}Reminders wait for your answer.${old.length > 1 ? ' You can leave a child for later.' : ''}`)],
    fields: {
      ...(old.length > 1 && allRightFields),
      ...Object.fromEntries(old.flatMap((child) => Object.entries(dateFields(child, today)))),
    },
    table: {
      each: 'Child',
      known: ['In care since', 'Last review', 'As of'],
      columns,
      rows: old.map((child) => ({
        label: child.ref,
        about: child.line ?? child.identifier,
        known: [sinceWhen(child), inShort(lastReview(child)), inShort(child.datesAsOf)],
        fields: [
          ...[dateNames(child).right, dateNames(child).began],
          laterReview(child, today) ? dateNames(child).reviewed : '',
        ],
      })),
      inSteps: { ask: 'confirm-dates', inSteps: true },
    },
    submit: { label: 'Send', ask: { ask: 'confirm-dates' } },
  })

const inShort = (day?: Day): string => (day ? dayInShort(day) : 'none known')
