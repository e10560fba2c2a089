/** Whom something goes to: one thing, or several to the same person. */
import { text } from '../display/card.ts'
import { form, longestOptionLabel, type Form, type Option } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { CaseId, PersonId } from '../ids.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { colleagueField } from '../people/colleague-field.ts'
import { calledHeld, heldInWords, type Held, type HeldKey } from './held.ts'

export const giveFields = (partnership: Partnership, candidates: readonly PartnershipPerson[]) =>
  fields({ to: colleagueField(partnership, candidates, 'Who will take it on?') })

export const giveForm = (partnership: Partnership, held: Held, candidates: readonly PartnershipPerson[]): Form =>
  form('Give it to …', {
    intro: [text(`${calledHeld(held, partnership)}. Giving it to somebody does not let you see more of it.`)],
    fields: giveFields(partnership, candidates),
    submit: { label: 'Give it to them', ask: { ask: 'give-held', part: held.part, thing: held.thing } },
  })

export const chairForm = (
  partnership: Partnership,
  { id, ref }: { readonly id: CaseId; readonly ref: string },
  candidates: readonly PartnershipPerson[],
): Form =>
  form('Change the chair', {
    intro: [
      text(`Case ${ref}. The chair must be outside the line management of the case, and must not be the child's IRO.`),
    ],
    fields: giveFields(partnership, candidates),
    submit: { label: 'Make them the chair', ask: { ask: 'replace-chair', case: id } },
  })

export const severalFields = (
  partnership: Partnership,
  things: readonly Held[],
  candidates: readonly PartnershipPerson[],
) =>
  fields({
    things: {
      field: 'choices',
      label: 'Which of these?',
      options: things.map((held) => ({ value: valueOf(held), ...inAnOption(held, partnership) })),
    },
    to: colleagueField(partnership, candidates, 'Who will take them on?'),
  })

export const severalForm = (
  partnership: Partnership,
  of: PersonId,
  things: readonly Held[],
  candidates: readonly PartnershipPerson[],
): Form =>
  form('Give to a colleague', {
    intro: [text('Each needs a certain role or agency. If this colleague cannot take one, you will be told.')],
    fields: severalFields(partnership, things, candidates),
    submit: { label: 'Give them', ask: { ask: 'give-several', of } },
  })

/** What an option carries, so that a list that has changed meanwhile gives nothing else away. */
export const valueOf = ({ part, thing }: HeldKey): string => `${part} ${thing}`

/** In two lines where one does not hold it: two schools may differ in their last word alone. */
function inAnOption(held: Held, partnership: Partnership): Pick<Option, 'label' | 'explanation'> {
  const [thing, part] = heldInWords(held, partnership)
  const whole = `${thing}: ${part}`
  return whole.length <= longestOptionLabel ? { label: whole } : { label: thing, explanation: part }
}
