/** "Not mine" of the first look, once the question was answered: the child has no social worker, until that is taken back. */
import { dayOf } from '../calendar/london.ts'
import { noSocialWorker, noSocialWorkerPolicy } from '../children/no-social-worker.ts'
import { firstLook, firstLookPolicy } from '../children/unconfirmed-children.ts'
import { endClimb, startClimb } from '../climbs/take-step.ts'
import { done, type Answer } from '../display/answer.ts'
import type { FormValues } from '../display/form.ts'
import { readForm } from '../display/read-form.ts'
import { isRefusal, refused } from '../display/refusal.ts'
import type { ChildId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { coordinatorsOf } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { askedOf, counted, unconfirmedOf, waitingFor, whatIsLeft } from './confirm-children.ts'
import { notMineFields, type Unconfirmed } from './first-look.form.ts'
import type { DutiesNeeds } from './needs.ts'
import { givenBackCard, notMineCard, takenBackCard } from './not-mine.card.ts'

export async function childrenNotMine(
  world: World<DutiesNeeds>,
  by: PartnershipPerson,
  sent: FormValues,
): Promise<Answer> {
  const waiting = await waitingFor(world, by.id)
  if (waiting.length === 0) return refused('already-done')
  const read = readForm(notMineFields(waiting), sent)
  if (isRefusal(read)) return read
  const children = waiting.filter(({ id }) => read.values.notMine.includes(id))
  await giveBack(world, by, children)
  for (const person of await askedOf(world, by.id))
    if ((await unconfirmedOf(world, [person])).length === 0) await endClimb(world, firstLook(person))
  return done(
    `${counted(children.length)} not yours. You got a message with which you can take this back. ` +
      whatIsLeft(waiting.length - children.length),
  )
}

/** By the person who said it, until somebody else has taken the child. */
export async function takeBackChild(world: World<DutiesNeeds>, by: PartnershipPerson, id: ChildId): Promise<Answer> {
  const { tx, now, partnership } = world
  const child = await tx.childById(id)
  if (!child) return refused('no-longer-there')
  if (child.socialWorker) return refused('child-has-somebody')
  if (child.givenBack?.by !== by.id) return refused('not-for-you')
  const { from } = child.givenBack
  if (!(await tx.takeChildBack(id, by.id, dayOf(now)))) return refused('child-has-somebody')
  await tx.record({ fact: 'child-taken-back', child: id, to: from })
  await startClimb(world, firstLook(from), firstLookPolicy(partnership.policies))
  for (const { id: to } of coordinatorsOf(partnership))
    await tell(world, {
      ...{ key: `taken-back-${id}-${world.newId()}`, to, card: takenBackCard(child.ref, by.name) },
      about: { subject: 'person', id: to },
    })
  return done(`Child ${child.ref} is waiting for you again. Open the first look to confirm the child.`)
}

async function giveBack(
  world: World<DutiesNeeds>,
  by: PartnershipPerson,
  children: readonly Unconfirmed[],
): Promise<void> {
  const { tx, partnership } = world
  for (const { id, socialWorker: from } of children) {
    await tx.clearAllocation(id, by.id)
    await tx.record({ fact: 'child-not-mine', child: id, ...(from && { from }) })
  }
  await startClimb(world, noSocialWorker, noSocialWorkerPolicy(partnership.policies))
  const batch = world.newId()
  const refs = children.map(({ ref }) => ref)
  for (const { id: to } of coordinatorsOf(partnership))
    await tell(world, {
      ...{ key: `not-mine-${batch}-${to}`, to, card: notMineCard(by.name, refs) },
      about: { subject: 'person', id: to },
    })
  await tell(world, {
    ...{ key: `given-back-${batch}`, to: by.id, card: givenBackCard(children) },
    about: { subject: 'person', id: by.id },
  })
}
