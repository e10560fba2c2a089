/** From when until when a person is away. */
import type { Day } from '../calendar/day.ts'
import { addDays } from '../calendar/months.ts'
import { text } from '../display/card.ts'
import { filled, form, type Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'

export const awayFields = (today: Day) => {
  const latest = addDays(today, 366)
  return fields({
    from: { field: 'day', label: 'First day away', latest },
    until: { field: 'day', label: 'Last day away', latest },
    back: {
      field: 'choices',
      label: 'Are you back?',
      hint: 'If you tick this, the dates above are removed.',
      options: [{ value: 'back', label: 'I am back: remove these dates' }],
      optional: true,
    },
  })
}

type Away = { readonly from: Day; readonly until: Day }

export function awayForm(today: Day, deputy: string | undefined, saved: Away | undefined): Form {
  const { back, ...days } = awayFields(today)
  return form('Away', {
    intro: [
      text(
        deputy
          ? `On these days, ${deputy} will get your messages.`
          : 'You have no deputy, so your messages will still come to you. Ask for a deputy to be named.',
      ),
      ...(saved ? [text('What you save replaces the dates below.')] : []),
    ],
    fields: saved ? { ...days, back } : days,
    values: saved ? { from: filled(saved.from), until: filled(saved.until) } : {},
    submit: { label: 'Save', ask: { ask: 'set-away' } },
  })
}
