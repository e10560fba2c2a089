/** A new date: the first by the owner, further ones by the chair; the first date is never forgotten. */
import { aboutCase } from '../cases/about-case.ts'
import { furthestDay } from '../calendar/furthest-day.ts'
import { dayOf } from '../calendar/london.ts'
import { inWords } from '../calendar/in-words.ts'
import type { Day } from '../calendar/day.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import { done, type Answer } from '../display/answer.ts'
import { answeredWords } from '../display/answered.ts'
import type { Form, FormValues } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import { notComplete, refused, type Refusal } from '../display/refusal.ts'
import type { ActionId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { mayMove, moved, type Action } from './action.ts'
import { actionFacts } from './action.card.ts'
import { movedCard, movedForYouCard } from './answered.card.ts'
import { findOpenAction, type FoundAction } from './find-action.ts'
import type { ActionsNeeds } from './needs.ts'

const moveFields = (today: Day) =>
  fields({
    due: { field: 'day', label: 'By when will it be done?', earliest: today, latest: furthestDay(today) },
    reason: { field: 'words', label: 'Why is a new date needed?', max: 1000, lines: 'many' },
  })

const moveForm = ({ partnership, now }: World<ActionsNeeds>, action: Action): Form =>
  safeguardedForm('New date', partnership.urgent, {
    intro: [actionFacts(action)],
    fields: moveFields(dayOf(now)),
    submit: { label: 'Give the new date', ask: { ask: 'move-action', action: action.id } },
  })

export async function showMoveForm(world: World<ActionsNeeds>, by: PartnershipPerson, id: ActionId): Promise<Answer> {
  const found = await toMove(world, by, id)
  return 'kind' in found ? found : moveForm(world, found.action)
}

export async function moveAction(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  id: ActionId,
  sent: FormValues,
): Promise<Answer> {
  const { tx, now } = world
  const found = await toMove(world, by, id)
  if ('kind' in found) return found
  const { action, stuck } = found
  const declared = moveFields(dayOf(now))
  const form = moveForm(world, action)
  const read = await readOrStop(world, by.id, { about: aboutCase(stuck), fields: declared, form, sent })
  if ('answer' in read) return read.answer
  const { due } = read.values
  if (due === action.due) return notComplete({ due: 'This is the date that it has already.' })

  const later = moved(action, due, dayOf(now))
  await tx.saveAction(later)
  await tx.saveActionWords(id, { kind: 'moved', by: by.id, at: now, words: answeredWords(declared, read.values) })
  await tx.record({ fact: 'action-moved', case: stuck.id, action: id, from: action.due, to: due, moves: later.moves })
  await tx.withdraw({ subject: 'action', id })
  await tx.setWake({ wake: 'action-rung', action: id }, now)
  await tellMoved(world, by, later, found)
  return done(`The action of case ${stuck.ref} is now due ${inWords(due)}; first it was ${inWords(later.firstDue)}.`)
}

async function toMove(world: World<ActionsNeeds>, by: PartnershipPerson, id: ActionId): Promise<FoundAction | Refusal> {
  const found = await findOpenAction(world, by, id)
  if ('kind' in found) return found
  const may = mayMove(found.action, found.standings)
  return may === 'yes' ? found : refused(may)
}

async function tellMoved(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  action: Action,
  { stuck, standings }: FoundAction,
): Promise<void> {
  const key = `moved-${action.id}-${action.moves}`
  const about = { subject: 'action', id: action.id } as const
  const ownerName = personById(world.partnership, action.owner)?.name ?? 'The owner'
  if (!standings.includes('owner'))
    await tell(world, { key: `${key}-owner`, to: action.owner, card: movedForYouCard(action), about })
  else if (stuck.chair && stuck.chair !== by.id)
    await tell(world, { key: `${key}-chair`, to: stuck.chair, card: movedCard(action, ownerName), about })
}
