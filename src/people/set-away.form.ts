/** From when until when a person is away. */
import type { Day } from '../calendar/day.ts'
import { addDays } from '../calendar/months.ts'
import { text } from '../display/card.ts'
import { filled, form, type Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'

export const awayFields = (today: Day) => {
  const latest = addDays(today, 366)
  return fields({
    from: { field: 'day', label: 'Away from', latest },
    until: { field: 'day', label: 'Away until, and including', latest },
    back: {
      field: 'choices',
      label: 'Not away any more?',
      hint: 'Tick this, and the days above do not count.',
      options: [{ value: 'back', label: 'I am back: forget these days' }],
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
          ? `${deputy} receives what is meant for you on these days.`
          : 'Nobody is named as your deputy, so messages will still come to you. Ask for one to be named.',
      ),
      ...(saved ? [text('What you save takes the place of the days below.')] : []),
    ],
    fields: saved ? { ...days, back } : days,
    values: saved ? { from: filled(saved.from), until: filled(saved.until) } : {},
    submit: { label: 'Save', ask: { ask: 'set-away' } },
  })
}
