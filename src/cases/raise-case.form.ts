/** The form behind `/stuck-case`: four minutes between two visits. */
import { furthestDay } from '../calendar/furthest-day.ts'
import type { Day } from '../calendar/day.ts'
import type { Child } from '../children/child.ts'
import type { Own } from '../children/own-child.ts'
import { longestGivenNumber } from '../children/given-child.ts'
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import { filled, type Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import { Typed } from '../display/typed.ts'
import type { ChildId, RaisingId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { whoHasCases } from '../partnership/also-for.ts'
import { explainedInList, themeName } from '../partnership/theme-words.ts'
import { Theme } from './themes.ts'

/** Chosen in place of one of somebody's own. */
export const anotherChild = 'another'

/** What the form asks of this person; staff of the authority may pick from their own list of children. */
export function raiseFields(
  own: readonly Own<Child>[],
  today: Day,
  partnership: Partnership,
  toTry: readonly string[] = [],
) {
  const asAsked = { optional: 'as-asked' } as const
  const noNumber = { noneKnown: ['none'] }
  const notHeard = { childNotHeard: ['unknown'] }
  const another = own.length > 0 && { when: { child: [anotherChild] } }
  return fields({
    ...(own.length > 0 && {
      child: {
        field: 'choice',
        label: 'Which child? Choose from your own list',
        options: [
          ...own.map((child) => ({ value: child.id, label: labelOf(child) })),
          { value: anotherChild, label: 'Another child: I will give a number' },
        ],
        unless: noNumber,
        ...asAsked,
      },
    }),
    identifier: {
      field: 'words',
      label: own.length > 0 ? "If it is another child: the child's number" : "Which child? The child's number",
      hint:
        `Of a child ${whoHasCases(partnership)}: council's number, NHS number or UPN.` +
        (toTry.length > 0 ? ` To try: ${toTry.join(', or ')}.` : ''),
      max: longestGivenNumber,
      lines: 'one',
      unless: noNumber,
      ...another,
      ...asAsked,
    },
    noneKnown: {
      field: 'choices',
      label: 'No number?',
      options: [{ value: 'none', label: 'I have none' }],
      ...another,
      optional: true,
    },
    name: {
      field: 'words',
      label: "If you have no number: the child's name",
      hint: 'Sealed. Read by nobody but a coordinator, to find the child. If you do not know it, a coordinator will ask you.',
      max: 120,
      lines: 'one',
      when: noNumber,
      optional: true,
    },
    born: {
      field: 'day',
      label: "If you have no number: the child's date of birth",
      latest: today,
      when: noNumber,
      optional: true,
    },
    theme: {
      field: 'choice',
      label: 'What is stuck?',
      options: Theme.options.map((value) => {
        const explanation = explainedInList(partnership, value)
        return { value, label: themeName(partnership, value), ...(explanation && { explanation }) }
      }),
    },
    tried: { field: 'words', label: 'What has been tried?', max: 2000, lines: 'many' },
    childSays: {
      field: 'words',
      label: 'What does the child say about it?',
      hint: 'In their own words, if you can.',
      max: 2000,
      lines: 'many',
      unless: notHeard,
      ...asAsked,
    },
    childNotHeard: {
      field: 'choices',
      label: 'Not known?',
      options: [{ value: 'unknown', label: 'I do not know' }],
      optional: true,
    },
    childSaysUnknown: {
      field: 'words',
      label: 'If you do not know what the child says, why not?',
      max: 500,
      lines: 'one',
      when: notHeard,
      ...asAsked,
    },
    wouldHelp: { field: 'words', label: 'What would help?', max: 2000, lines: 'many' },
    namedTo: {
      field: 'choice',
      label: 'If it is a disagreement: who may know that you raised it?',
      hint: 'If we cannot tell which child it is, a coordinator sees your name as well, to ask you which child you mean.',
      options: [
        { value: 'all', label: 'The social worker, the IRO and the chair' },
        { value: 'iro', label: 'The IRO alone. The chair reads what you write, without your name' },
      ],
      when: { theme: ['disagreement'] },
      ...asAsked,
    },
    needed: {
      field: 'day',
      label: 'When does it need to move by?',
      earliest: today,
      latest: furthestDay(today),
    },
  })
}

/** Identifies a child, so it is shown in an opened form only. */
const labelOf = ({ identifier, line = identifier, ref }: Own<Child>): Typed => new Typed(`${line.reveal()} (${ref})`)

type Opening = {
  readonly own: readonly Own<Child>[]
  readonly today: Day
  readonly partnership: Partnership
  readonly child?: ChildId
  readonly theme?: Theme
  /** Numbers of invented children, in the demonstration. */
  readonly toTry?: readonly string[]
  /** The raising that this form is once it is sent. */
  readonly becomes?: RaisingId
}

export function raiseForm({ own, today, partnership, child, theme, becomes, toTry = [] }: Opening): Form {
  return safeguardedForm('Raise a stuck case', partnership.urgent, {
    fields: raiseFields(own, today, partnership, toTry),
    values: {
      ...(child && own.some(({ id }) => id === child) && { child: filled(child) }),
      ...(theme && { theme: filled(theme) }),
    },
    submit: { label: 'Raise', ask: { ask: 'raise-case', ...(becomes && { becomes }) } },
  })
}
