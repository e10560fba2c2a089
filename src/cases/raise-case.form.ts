/** The form behind `/stuck-case`: four minutes between two visits. */
import { furthestDay } from '../calendar/furthest-day.ts'
import type { Day } from '../calendar/day.ts'
import type { Child } from '../children/child.ts'
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import { filled, type Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import { Typed } from '../display/typed.ts'
import type { ChildId } from '../ids.ts'
import type { UrgentLines } from '../partnership/partnership.ts'
import { Theme } from './asks.ts'
import { themeInWords } from './case.ts'

/** What the form asks of this person; staff of the authority may pick from their own list of children. */
export function raiseFields(own: readonly Child[], today: Day) {
  const optional = { optional: true } as const
  return fields({
    ...(own.length > 0 && {
      child: {
        field: 'choice',
        label: 'Which child? Pick from your own list',
        options: own.slice(0, 100).map((child) => ({ value: child.id, label: labelOf(child) })),
        ...optional,
      },
    }),
    identifier: {
      field: 'words',
      label: own.length > 0 ? "Or type the authority's identifier" : "Which child? The authority's identifier",
      hint: 'The number that the local authority uses for this child. Never a name.',
      max: 30,
      lines: 'one',
      ...optional,
    },
    theme: {
      field: 'choice',
      label: 'What is stuck?',
      options: Theme.options.map((value) => ({ value, label: themeInWords[value] })),
    },
    tried: { field: 'words', label: 'What has been tried?', max: 2000, lines: 'many' },
    childSays: {
      field: 'words',
      label: 'What does the child say about it?',
      hint: 'In their own words where you can.',
      max: 2000,
      lines: 'many',
      ...optional,
    },
    childSaysUnknown: {
      field: 'words',
      label: 'If you do not know what the child says: why not?',
      max: 500,
      lines: 'one',
      ...optional,
    },
    wouldHelp: { field: 'words', label: 'What would help?', max: 2000, lines: 'many' },
    needed: {
      field: 'day',
      label: 'By when does it need to move?',
      earliest: today,
      latest: furthestDay(today),
    },
  })
}

/** Identifies a child, so it is shown in an opened form only. */
const labelOf = (child: Child): Typed => new Typed(`${child.identifier.reveal()} (${child.ref})`)

type Opening = {
  readonly own: readonly Child[]
  readonly today: Day
  readonly urgent: UrgentLines
  readonly child?: ChildId
  readonly theme?: Theme
}

export function raiseForm({ own, today, urgent, child, theme }: Opening): Form {
  return safeguardedForm('Raise a stuck case', urgent, {
    fields: raiseFields(own, today),
    values: {
      ...(child && own.some(({ id }) => id === child) && { child: filled(child) }),
      ...(theme && { theme: filled(theme) }),
    },
    submit: { label: 'Raise', ask: { ask: 'raise-case' } },
  })
}
