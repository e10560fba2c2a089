/** "Not mine": the duty goes to a colleague, who is told and may pass it back. */
import { readOrStop } from '../concerns/read-or-stop.ts'
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import { answeredWords } from '../display/answered.ts'
import { text } from '../display/card.ts'
import type { Form, FormValues } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import { isRefusal, notComplete } from '../display/refusal.ts'
import type { DutyId } from '../ids.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { colleagueField, colleagueFrom } from '../people/colleague-field.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { dutyFacts, passedOnCard } from './duty.card.ts'
import { dutyInWords, type Duty, type DutyKind } from './duty.ts'
import { aboutChild, findOwnDuty } from './find-duty.ts'
import type { DutiesNeeds } from './needs.ts'

/** Staff of the authority; a health assessment may also lie with a health agency. */
export function colleaguesFor({ people, agencies, authority }: Partnership, kind: DutyKind): PartnershipPerson[] {
  const health = agencies.filter((agency) => agency.kind === 'health').map(({ id }) => id)
  const those = kind === 'health-assessment' ? [authority, ...health] : [authority]
  return people.filter(({ agency }) => those.includes(agency))
}

const colleaguesOf = (partnership: Partnership, { kind, owner }: Duty): PartnershipPerson[] =>
  colleaguesFor(partnership, kind).filter(({ id }) => id !== owner)

const passFields = (partnership: Partnership, duty: Duty) =>
  fields({
    to: colleagueField(partnership, colleaguesOf(partnership, duty), 'Whose is it?'),
    reason: { field: 'words', label: 'Why is it theirs?', max: 1000, lines: 'many' },
  })

const passForm = ({ partnership }: World<DutiesNeeds>, duty: Duty): Form =>
  safeguardedForm('Not mine', partnership.urgent, {
    intro: [text(`Child ${duty.ref}: ${dutyInWords[duty.kind]}`), dutyFacts(duty)],
    fields: passFields(partnership, duty),
    submit: { label: 'Pass it on', ask: { ask: 'pass-duty', duty: duty.id } },
  })

export async function showPassForm(world: World<DutiesNeeds>, by: PartnershipPerson, id: DutyId): Promise<Answer> {
  const found = await findOwnDuty(world, by, id)
  return isRefusal(found) ? found : passForm(world, found.duty)
}

export async function passDuty(
  world: World<DutiesNeeds>,
  by: PartnershipPerson,
  id: DutyId,
  sent: FormValues,
): Promise<Answer> {
  const { tx, now, partnership } = world
  const found = await findOwnDuty(world, by, id)
  if (isRefusal(found)) return found
  const { duty } = found
  const declared = passFields(partnership, duty)
  const form = passForm(world, duty)
  const read = await readOrStop(world, by.id, { about: aboutChild(duty, world), fields: declared, form, sent })
  if (isAnswer(read)) return read
  const to = colleagueFrom(colleaguesOf(partnership, duty), read.values.to)
  if (!to) return notComplete({ to: 'No colleague who may answer for this has this address.' })

  const passed = await giveDuty(world, duty, to)
  const { reason } = read.values
  const words = answeredWords({ reason: declared.reason }, { reason })
  await tx.saveDutyWords(id, { kind: 'passed-on', by: by.id, at: now, words })
  await tell(world, {
    key: `passed-${id}-${world.newId()}`,
    to: to.id,
    card: passedOnCard(passed, by.name),
    about: { subject: 'duty', id },
  })
  return done(`${to.name} is told that the ${dutyInWords[duty.kind]} of child ${duty.ref} is with them now.`)
}

/** It is this person's from now on. Nobody is told by this. */
export async function giveDuty({ tx }: World<DutiesNeeds>, duty: Duty, to: PartnershipPerson): Promise<Duty> {
  const { id, child, kind } = duty
  const passed: Duty = { ...duty, owner: to.id }
  await tx.saveDuty(passed)
  await tx.record({ fact: 'duty-passed-on', child, duty: id, kind, to: to.id })
  await tx.withdraw({ subject: 'duty', id })
  return passed
}
