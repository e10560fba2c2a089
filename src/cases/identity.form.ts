/** Who the child is, asked of the person who confirms the case: the agencies that are asked have to know whom they are asked about. */
import type { Day } from '../calendar/day.ts'
import type { Child } from '../children/child.ts'
import { longestUpn } from '../children/identifier.ts'
import { mayBeTold } from '../children/which-child.ts'
import { filled, type FormValues } from '../display/form.ts'
import { fields, type ValuesOf } from '../display/read-form.ts'
import { Typed } from '../display/typed.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import type { ConfirmedIdentity } from './case.ts'

type Returned = Pick<Child, 'birthday' | 'upn' | 'identifier'> | undefined

export const identityFields = (child: Returned, today: Day) =>
  fields({
    name: { field: 'words', label: 'What name is the child known by?', max: 120, lines: 'one' },
    born: { field: 'day', label: 'Date of birth', latest: today },
    nhsNumber: {
      field: 'words',
      label: 'NHS number',
      hint: 'Only health will see it.',
      max: 12,
      lines: 'one',
      optional: true,
    },
    upn: {
      field: 'words',
      label: 'Unique pupil number',
      hint: child?.upn
        ? "Only education will see it. Leave this blank to give the number in the council's return."
        : 'Only education will see it.',
      max: longestUpn,
      lines: 'one',
      optional: true,
    },
  })

/** What the return says, so far as this person may be told. */
export const identityValues = (partnership: Partnership, by: PartnershipPerson, child: Returned): FormValues => ({
  ...(child && { born: filled(child.birthday) }),
  ...(child?.upn && mayBeTold(partnership, by, 'upn') && { upn: filled(child.upn) }),
})

type Given = ValuesOf<ReturnType<typeof identityFields>>

/** The person who confirms it may not be shown the pupil number of the return, so a blank one stays as it is there. */
export function identityFrom({ name, born, nhsNumber, ...given }: Given, child: Returned): ConfirmedIdentity {
  const upn = given.upn ?? child?.upn
  return {
    name,
    born: new Typed(born),
    ...(nhsNumber && { nhsNumber }),
    ...(upn && { upn }),
    ...(child && { authorityIdentifier: child.identifier }),
  }
}
