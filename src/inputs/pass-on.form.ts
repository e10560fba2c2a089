/** Which colleague of the same agency is asked instead. */
import { text } from '../display/card.ts'
import { form, type Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { colleagueField } from '../people/colleague-field.ts'
import type { Request } from './request.ts'

export const passFields = (partnership: Partnership, colleagues: readonly PartnershipPerson[]) =>
  fields({ to: colleagueField(partnership, colleagues, 'Which colleague knows the child?') })

export const passForm = (partnership: Partnership, { id }: Request, colleagues: readonly PartnershipPerson[]): Form =>
  form('Pass to a colleague', {
    intro: [
      text(
        'They are asked as soon as you press "Pass on", and need not accept it first. You are no longer asked then, and can no ' +
          'longer open this case.',
      ),
    ],
    fields: passFields(partnership, colleagues),
    submit: { label: 'Pass on', ask: { ask: 'pass-on', request: id } },
  })

export const colleaguesOf = ({ people }: Partnership, request: Request): readonly PartnershipPerson[] =>
  people.filter(({ id, agency }) => agency === request.agency && id !== request.person)
