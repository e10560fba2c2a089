/** Records what already exists, for many children at once: a return holds neither permanence plans nor health assessments. */
import type { Day } from '../calendar/day.ts'
import { dayInShort } from '../calendar/in-words.ts'
import { careBegan, showsAllReviews } from '../children/care-began.ts'
import type { Child, InCare } from '../children/child.ts'
import type { Own } from '../children/own-child.ts'
import { text } from '../display/card.ts'
import { filled, form, type Field, type Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import { Typed } from '../display/typed.ts'
import { dutyInWords } from './duty.ts'
import { earliestAssessment, isLongInCare } from './due-day.ts'
import { asksWhenCareBegan, earliestCare, sinceWhen, whenColumn, whenField } from './when-care-began.ts'

/** A child of the first look: in scope and not confirmed yet. */
export type Unconfirmed = Child & InCare

export const notRecorded = 'not-recorded'
/** At a review before those that the returns show. */
export const recordedEarlier = 'earlier'

export const names = (child: Unconfirmed) =>
  ({
    ...{ mine: `mine-${child.id}`, began: `began-${child.id}` },
    ...{ permanence: `permanence-${child.id}`, health: `health-${child.id}` },
  }) as const

/** Answers "is this child yours?" for each child of the form of whom nothing else is said. */
export const allMineFields = fields({
  allMine: {
    field: 'choices',
    label: 'Are all of these children yours?',
    options: [{ value: 'yes', label: 'All are mine, unless I say otherwise below' }],
    optional: true,
  },
})

const wasInitial = `was the ${dutyInWords['health-assessment']} done?`
/** Of a child of whom it is not the first that counts; nor does the first of a child who has had no other differ from it. */
const wasLast = 'was the last health assessment held?'

const columns = {
  mine: { label: 'Is this child yours?' },
  began: whenColumn,
  permanence: { label: 'Which review recorded the permanence plan?' },
  health: {
    label: `When ${wasInitial}`,
    hint: 'Leave blank if not done.',
  },
  last: { label: `When ${wasLast}`, hint: 'Leave blank to ask health.' },
} as const

function childFields(child: Unconfirmed, today: Day) {
  const optional = { optional: true } as const
  const reviews = child.reviewsHeld.toReversed()
  return {
    mine: {
      field: 'choice',
      label: `${child.ref}: is this child yours?`,
      options: [
        { value: 'yes', label: new Typed(`Yes, ${child.identifier.reveal()} is mine`) },
        { value: 'no', label: 'No, not mine' },
      ],
      ...optional,
    },
    began: whenField(child),
    permanence: {
      field: 'choice',
      label: `${child.ref}: which review recorded the permanence plan?`,
      options: [
        { value: notRecorded, label: 'None yet' },
        ...reviews.map((held) => ({ value: held, label: dayInShort(held) })),
        ...(showsAllReviews(child) ? [] : [{ value: recordedEarlier, label: 'An earlier review' }]),
      ],
      ...optional,
    },
    health: {
      field: 'day',
      label: `${child.ref}: when ${isLongInCare(child, today) ? wasLast : wasInitial}`,
      hint: isLongInCare(child, today) ? columns.last.hint : columns.health.hint,
      earliest: earliestAssessment(careBegan(child) ?? earliestCare(child)),
      latest: today,
      ...optional,
    },
  } as const satisfies Record<string, Field>
}

/** The questions about one child, under names of their own. */
export function namedFields(child: Unconfirmed, today: Day) {
  const { mine, began, permanence, health } = childFields(child, today)
  const name = names(child)
  return fields({
    [name.mine]: mine,
    ...(asksWhenCareBegan(child) && { [name.began]: began }),
    ...{ [name.permanence]: permanence, [name.health]: health },
  })
}

/** `said`: what became of the children before these, where there were any. */
export function firstLookForm(waiting: readonly Own<Unconfirmed>[], today: Day, said = ''): Form {
  const asksAnyWhen = waiting.some(asksWhenCareBegan)
  const asksLast = waiting.some((child) => isLongInCare(child, today))
  return form('First look', {
    intro: [
      text(
        `${said}Please say what already exists for ${waiting.length === 1 ? 'this child' : `these ${waiting.length} children`}. ` +
          'You can leave a child for later. Reminders start once you confirm.',
      ),
    ],
    fields: {
      ...(waiting.length > 1 && allMineFields),
      ...Object.fromEntries(waiting.flatMap((child) => Object.entries(namedFields(child, today)))),
    },
    table: {
      each: 'Child',
      known: ['In care since'],
      columns: [
        columns.mine,
        ...(asksAnyWhen ? [columns.began] : []),
        columns.permanence,
        asksLast ? columns.last : columns.health,
      ],
      rows: waiting.map((child) => ({
        label: child.ref,
        about: child.line ?? child.identifier,
        known: [sinceWhen(child)],
        fields: [
          names(child).mine,
          ...(asksAnyWhen ? [asksWhenCareBegan(child) ? names(child).began : ''] : []),
          ...[names(child).permanence, names(child).health],
        ],
      })),
      inSteps: { ask: 'confirm-children', asksHealth: true, inSteps: true },
    },
    values: Object.fromEntries(waiting.map((child) => [names(child).permanence, filled(notRecorded)])),
    submit: { label: 'Confirm', ask: { ask: 'confirm-children', asksHealth: true } },
  })
}

/** Asked once, before a child loses its social worker by it. */
export function notMineForm(children: readonly Own<Unconfirmed>[], confirmed: string): Form {
  const [they, have] =
    children.length === 1 ? ['this child', 'The child then has'] : ['these children', 'The children then have']
  return form('Not mine', {
    intro: [
      text(
        `${confirmed}Are you not the social worker for ${they}? ${have} no social worker until somebody else is named, and the ` +
          'coordinators will be told. You can take this back until then.',
      ),
    ],
    fields: notMineFields(children),
    values: { notMine: filled(...children.map(({ id }) => id)) },
    submit: { label: 'Not mine', ask: { ask: 'children-not-mine' } },
  })
}

export const notMineFields = (children: readonly Own<Unconfirmed>[]) =>
  fields({
    notMine: {
      field: 'choices',
      label: 'Which children are not yours?',
      options: children.map(({ id, ref, identifier, line = identifier }) => ({
        value: id,
        label: new Typed(`${ref}: ${line.reveal()}`),
      })),
    },
  })
