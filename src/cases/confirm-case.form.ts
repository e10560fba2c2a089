/** Before anything leaves: who is asked and why each needs to know, who tells the family, and who the child is. */
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Day } from '../calendar/day.ts'
import type { Child } from '../children/child.ts'
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import { filled, type Fields, type Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { ReadingBlock } from '../display/reading.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { peopleOptions, toldApart } from '../people/colleague-field.ts'
import { whoMayChair } from '../parts/judges.ts'
import { personById } from '../people/people.ts'
import type { World } from '../ports/world.ts'
import type { Case, Raising } from './case.ts'
import { familyFields } from './family.form.ts'
import { identityFields, identityValues } from './identity.form.ts'
import type { MayRead } from './raised-blocks.ts'
import { raisedInForm } from './raised-in-form.ts'
import { releasedFields, releasedValues } from './released.ts'
import { askable, asksTogether, suggested, whyName } from './who-to-ask.ts'

export function confirmFields(
  { partnership, calendar }: World<unknown>,
  { today, stuck, raisings, child }: Confirming,
) {
  const agencies = askable(partnership)
  const raisers = whoCanJoin(partnership, stuck, raisings)
  return fields({
    ...(raisers.length > 0 && {
      raisers: {
        field: 'choices',
        label: 'Who raised it, and takes part in the case from now on?',
        options: peopleOptions(partnership, raisers),
        optional: true,
      },
    }),
    ...releasedFields(raisings),
    agencies: {
      field: 'choices',
      label: 'Which agencies do you want to ask?',
      options: agencies.map((agency) => ({ value: agency.id, label: agency.name })),
    },
    chair: {
      field: 'choice',
      label: 'Who will chair? Choose somebody who does not manage anybody in this case',
      options: toldApart(
        partnership,
        whoMayChair(partnership, stuck).map(({ id, name }) => ({ value: id, label: name })),
      ),
    },
    inputsClose: {
      field: 'day',
      label: 'When do they need to answer by?',
      earliest: addWorkingDays(today, 1, calendar),
      latest: addWorkingDays(today, 20, calendar),
    },
    ...familyFields,
    ...identityFields(child, today),
  })
}

/** Who raised it and can be named here, each once; who has a part in it already is not asked about. */
function whoCanJoin(
  partnership: Partnership,
  { socialWorker, iro }: Case,
  raisings: readonly Raising[],
): readonly PartnershipPerson[] {
  const named = raisings.filter(({ withdrawnAt, namedTo }) => !withdrawnAt && namedTo !== 'iro').map(({ by }) => by)
  return [...new Set(named)]
    .filter((id) => id !== socialWorker && id !== iro)
    .flatMap((id) => personById(partnership, id) ?? [])
}

/** The social worker is a party to a disagreement, and asked for a view like everybody else. */
export const socialWorkersWhy = 'why-social-worker'

export const partyFields = ({ disagreement }: Case): Fields =>
  disagreement
    ? {
        [socialWorkersWhy]: {
          field: 'words',
          label: 'What should the social worker give a view on?',
          hint: 'They read this. Put it in your own words, not in those of the person who raised it.',
          max: 300,
          lines: 'many',
        },
      }
    : {}

/** One question an agency, so that nobody is asked without a reason of their own. */
export function whyFields(partnership: Partnership): Fields {
  if (asksTogether(partnership))
    return {
      why: {
        field: 'words',
        label: 'Why do they need to know?',
        hint: 'They will all read this. Do not write anything that only one of them should know.',
        max: 300,
        lines: 'many',
        optional: 'as-asked',
        when: { agencies: askable(partnership).map(({ id }) => id) },
      },
    }
  return Object.fromEntries(
    askable(partnership).map((agency) => [
      whyName(partnership, agency),
      {
        field: 'words',
        label: `Why does ${agency.name} need to know?`,
        max: 300,
        lines: 'one',
        optional: 'as-asked',
        when: { agencies: [agency.id] },
      },
    ]),
  )
}

export type Confirming = {
  readonly by: PartnershipPerson
  readonly today: Day
  readonly stuck: Case
  readonly child: Child | undefined
  readonly raisings: readonly Raising[]
  /** That a danger to the child was reported. */
  readonly reported: readonly ReadingBlock[]
  readonly reader: MayRead
}

export function confirmForm(world: World<unknown>, confirming: Confirming): Form {
  const { partnership, calendar } = world
  const { by, today, stuck, child } = confirming
  const raisers = whoCanJoin(partnership, stuck, confirming.raisings)
  const whys = { ...partyFields(stuck), ...whyFields(partnership) }
  const whoChildIs = Object.keys(identityFields(child, today))
  const family = [...Object.keys(familyFields), ...Object.keys(whys)]
  const asked = { ...confirmFields(world, confirming), ...whys }
  const later = new Set([...family, ...whoChildIs])
  return safeguardedForm('Confirm the case', partnership.urgent, {
    intro: [...confirming.reported, raisedInForm(confirming, partnership)],
    fields: asked,
    steps: [
      { name: 'who is asked', fields: Object.keys(asked).filter((name) => !later.has(name)) },
      { name: 'family and why', fields: family },
      { name: 'who the child is', fields: whoChildIs },
    ],
    values: {
      ...suggested(partnership, stuck),
      ...releasedValues(confirming.raisings),
      ...(raisers.length > 0 && { raisers: filled(...raisers.map(({ id }) => id)) }),
      chair: filled(
        ...whoMayChair(partnership, stuck)
          .slice(0, 1)
          .map(({ id }) => id),
      ),
      inputsClose: filled(addWorkingDays(today, stuck.policies.inputWorkingDays, calendar)),
      ...identityValues(partnership, by, child),
    },
    submit: { label: 'Confirm and ask them', ask: { ask: 'confirm-case', case: stuck.id } },
  })
}
