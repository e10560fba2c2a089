/** "Which child?": who was told of a danger looks which child it is about, and each look is a fact. */
import { childInDanger, knownOf } from '../children/which-child.ts'
import { facts, text } from '../display/card.ts'
import type { Answer } from '../display/answer.ts'
import { reading } from '../display/reading.ts'
import { refused } from '../display/refusal.ts'
import type { ConcernId, PersonId } from '../ids.ts'
import { nameOf } from '../people/name-of.ts'
import type { World } from '../ports/world.ts'
import { idsOf } from './about-child.ts'
import type { ConcernsNeeds } from './needs.ts'
import { notOfConcern } from './report-concern.ts'

export async function showConcernChild(world: World<ConcernsNeeds>, by: PersonId, id: ConcernId): Promise<Answer> {
  const { tx, partnership } = world
  const concern = await tx.concern(id)
  if (!concern) return refused('no-longer-there')
  const no = await notOfConcern(world, concern, by, 'concern-child')
  if (no) return no
  const child = concern.child && (await tx.childById(concern.child))
  if (!child) return refused('no-longer-there')
  const { socialWorker, iro } = await tx.answersForConcern(concern)
  const stuck = await tx.caseOfConcern(concern)
  await tx.record({ fact: 'concern-child-opened', concern: id, ...idsOf(concern) })
  const name = (person: PersonId | undefined) => (person ? nameOf(partnership, person) : 'nobody')
  return reading('Which child?', [
    text('Every time this is opened, it is recorded. Share it only with people who need it to keep this child safe.'),
    ...childInDanger(knownOf(child, stuck?.name && { name: stuck.name })),
    facts(
      ['Child', child.ref],
      ...(stuck && stuck.ref !== child.ref ? [['Case', stuck.ref] as const] : []),
      ['Social worker', name(socialWorker)],
      ['IRO', name(iro)],
    ),
  ])
}
