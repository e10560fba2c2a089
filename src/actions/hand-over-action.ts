/** "Not mine": it goes to whom it belongs, who is told and may hand it back. */
import { aboutCase } from '../cases/about-case.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import { dayOf } from '../calendar/london.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import { answeredWords } from '../display/answered.ts'
import type { Form, FormValues } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import { isRefusal, notComplete, refused, type Refusal } from '../display/refusal.ts'
import type { Case } from '../cases/case.ts'
import type { ActionId, AgencyId } from '../ids.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { colleagueField, colleagueFrom } from '../people/colleague-field.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { agencyAnswering, type Action } from './action.ts'
import { actionFacts, handedOverCard } from './action.card.ts'
import { findOpenAction, type FoundAction } from './find-action.ts'
import type { ActionsNeeds } from './needs.ts'

/** Somebody of an agency that has a part in the case, or of the one that promised the action. */
export function colleaguesFor(
  { people, authority }: Partnership,
  { asked }: Pick<Case, 'asked'>,
  own: AgencyId | undefined,
): PartnershipPerson[] {
  const agencies = [authority, own, ...asked.map(({ agency }) => agency)]
  return people.filter(({ agency }) => agencies.includes(agency))
}

const colleaguesOf = (partnership: Partnership, { action, stuck }: FoundAction): PartnershipPerson[] =>
  colleaguesFor(partnership, stuck, agencyAnswering(action, partnership)).filter(({ id }) => id !== action.owner)

const handOverFields = (partnership: Partnership, colleagues: readonly PartnershipPerson[]) =>
  fields({
    to: colleagueField(partnership, colleagues, 'Whose is it?'),
    reason: { field: 'words', label: 'Why is it theirs?', max: 1000, lines: 'many' },
  })

function handOverForm({ partnership }: World<ActionsNeeds>, found: FoundAction): Form {
  const { action } = found
  return safeguardedForm('Not mine', partnership.urgent, {
    intro: [actionFacts(action)],
    fields: handOverFields(partnership, colleaguesOf(partnership, found)),
    submit: { label: 'Hand it over', ask: { ask: 'hand-over-action', action: action.id } },
  })
}

export async function showHandOverForm(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  id: ActionId,
): Promise<Answer> {
  const found = await toHandOver(world, by, id)
  return isRefusal(found) ? found : handOverForm(world, found)
}

export async function handOverAction(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  id: ActionId,
  sent: FormValues,
): Promise<Answer> {
  const { tx, now, partnership } = world
  const found = await toHandOver(world, by, id)
  if (isRefusal(found)) return found
  const { stuck } = found
  const colleagues = colleaguesOf(partnership, found)
  const declared = handOverFields(partnership, colleagues)
  const form = handOverForm(world, found)
  const read = await readOrStop(world, by.id, { about: aboutCase(stuck), fields: declared, form, sent })
  if (isAnswer(read)) return read
  const to = colleagueFrom(colleagues, read.values.to)
  if (!to) return notComplete({ to: 'Nobody who has a part in this case has this address.' })

  const handed = await giveAction(world, found, to)
  const { reason } = read.values
  await tx.saveActionWords(id, {
    kind: 'handed-over',
    by: by.id,
    at: now,
    words: answeredWords({ reason: declared.reason }, { reason }),
  })
  await tell(world, {
    key: `handed-over-${id}-${world.newId()}`,
    to: to.id,
    card: handedOverCard(handed, by.name),
    about: { subject: 'action', id },
  })
  return done(`${to.name} is told that the action of case ${stuck.ref} is theirs now.`)
}

/** It is this person's from now on, and counts from today for them. Nobody is told by this. */
export async function giveAction(
  { tx, now }: World<ActionsNeeds>,
  { action, stuck }: Pick<FoundAction, 'action' | 'stuck'>,
  to: PartnershipPerson,
): Promise<Action> {
  const { id } = action
  const handed: Action = { ...action, owner: to.id, agency: to.agency, toldOn: dayOf(now) }
  await tx.saveAction(handed)
  await tx.record({ fact: 'action-handed-over', case: stuck.id, action: id, from: action.owner, to: to.id })
  await tx.withdraw({ subject: 'action', id })
  await tx.setWake({ wake: 'action-rung', action: id }, now)
  return handed
}

/** The owner, or whoever answers for the owner or the case: an owner who has left cannot hand over. */
async function toHandOver(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  id: ActionId,
): Promise<FoundAction | Refusal> {
  const found = await findOpenAction(world, by, id)
  if (isRefusal(found)) return found
  const may = found.standings.some((standing) => ['owner', 'lead', 'chair'].includes(standing))
  return may ? found : refused('not-yours-to-answer')
}
