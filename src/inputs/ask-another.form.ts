/** Whose view is asked for besides: another agency, another person of one, or the right school. */
import type { Case } from '../cases/case.ts'
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import { text } from '../display/card.ts'
import type { Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { colleagueField } from '../people/colleague-field.ts'

export const anotherFields = (partnership: Partnership) =>
  fields({
    to: colleagueField(partnership, askablePeople(partnership), 'Who should be asked?'),
    because: {
      field: 'words',
      label: 'Why do they need to know?',
      hint: 'They will read this when they open who the child is.',
      max: 300,
      lines: 'many',
    },
  })

export const anotherForm = (partnership: Partnership, { id, ref }: Case): Form =>
  safeguardedForm('Ask somebody else', partnership.urgent, {
    intro: [
      text(
        `They will be asked for the view of their agency about case ${ref}. If somebody else of that agency has been asked and ` +
          'has not given a view, this person is asked instead. Views stay open until the day that was said, and for at least ' +
          'two working days from now.',
      ),
    ],
    fields: anotherFields(partnership),
    submit: { label: 'Ask them', ask: { ask: 'ask-another', case: id } },
  })

/** Everybody but those of the authority itself, whose social worker is in the case already. */
export const askablePeople = ({ people, authority }: Partnership): readonly PartnershipPerson[] =>
  people.filter(({ agency }) => agency !== authority)
