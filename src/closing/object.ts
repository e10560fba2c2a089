/** Somebody who raised a case does not agree that it was closed: that goes to the IRO. */
import type { ActionsNeeds } from '../actions/needs.ts'
import { aboutClosedCase } from '../cases/about-case.ts'
import type { Case, Raising } from '../cases/case.ts'
import { lockRaising } from '../cases/lock-raising.ts'
import { startClimb } from '../climbs/take-step.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import { answeredWords } from '../display/answered.ts'
import type { FormValues } from '../display/form.ts'
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import type { RaisingId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { may } from '../parts/may.ts'
import { partsToday } from '../parts/parts-of.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { answering } from '../cases/answering.ts'
import { objected, objectedPolicy } from './closing-climbs.ts'
import { objectionCard } from './objection.card.ts'
import { objectFields, objectForm } from './objection.form.ts'

export async function showObjectForm(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  id: RaisingId,
): Promise<Answer> {
  const found = await toObject(world, by, id)
  return isRefusal(found) ? found : objectForm(world, found.raising)
}

export async function object(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  id: RaisingId,
  sent: FormValues,
): Promise<Answer> {
  const { tx, now } = world
  const found = await toObject(world, by, id)
  if (isRefusal(found)) return found
  const { raising, stuck } = found
  const form = objectForm(world, raising)
  const danger = await aboutClosedCase(world, stuck, id)
  const read = await readOrStop(world, by.id, { about: danger, fields: objectFields, form, sent })
  if (isAnswer(read)) return read
  await tx.saveRaising({ ...raising, objection: { at: now } })
  await tx.saveObjection(id, answeredWords(objectFields, read.values))
  await tx.record({ fact: 'closing-objected', case: stuck.id, raising: id })
  const about = { subject: 'objection', id } as const
  for (const { person: to } of (await answering(world, about, stuck, raising)).answering.people)
    await tell(world, { key: `objection-${id}-${to}`, to, card: objectionCard(stuck, raising), about })
  await startClimb(world, objected(id), objectedPolicy(stuck))
  return done('Thank you. The Independent Reviewing Officer will read it, and you will get an answer.')
}

/** Its own raiser, once: of a case that is closed. */
async function toObject(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  id: RaisingId,
): Promise<{ readonly raising: Raising; readonly stuck: Case } | Refusal> {
  const { raising, stuck } = await lockRaising(world.tx, id)
  if (!raising) return refused('no-longer-there')
  if (!may(await partsToday(world, { raising }), by.id, 'own-raising')) return refused('not-for-you')
  if (stuck?.state !== 'closed') return refused('case-not-closed')
  return raising.objection || raising.withdrawnAt ? refused('already-done') : { raising, stuck }
}
