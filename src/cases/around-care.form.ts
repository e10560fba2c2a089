/** What a coordinator says of a child who is not in care, where such children can have a case. */
import type { Day } from '../calendar/day.ts'
import { fields } from '../display/read-form.ts'
import { aroundCareInWords } from '../partnership/also-for.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { colleagueField } from '../people/colleague-field.ts'

/** No fields where children in care alone can have a case. */
export function aroundCareFields(partnership: Partnership, today: Day) {
  const { alsoFor, authority, people } = partnership
  const when = { around: alsoFor }
  return fields({
    around: {
      field: 'choice',
      label: 'Is the child in care?',
      hint: 'No duties are counted for a child who is not in care. A case is raised all the same.',
      options: [
        { value: 'in-care', label: 'In care' },
        ...alsoFor.map((value) => ({ value, label: `Not in care: ${aroundCareInWords[value]}` })),
      ],
      optional: 'as-asked',
    },
    born: { field: 'day', label: 'If not in care: date of birth', latest: today, when, optional: 'as-asked' },
    socialWorker: {
      ...colleagueField(
        partnership,
        people.filter(({ agency, roles }) => agency === authority && roles.includes('social-worker')),
        'If not in care: who answers for the child?',
      ),
      when,
      optional: 'as-asked',
    },
  })
}

export const asksAroundCare = ({ alsoFor }: Partnership): boolean => alsoFor.length > 0
