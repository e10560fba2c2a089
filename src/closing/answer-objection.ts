/** The IRO answers somebody who does not agree that their case was closed: it stays closed, or is raised again. */
import type { ActionsNeeds } from '../actions/needs.ts'
import { canHaveCase } from '../children/can-have-case.ts'
import { aboutClosedCase } from '../cases/about-case.ts'
import type { Case, Raising } from '../cases/case.ts'
import { joinOrStart } from '../cases/join-or-start.ts'
import { lockRaising } from '../cases/lock-raising.ts'
import { readerOf } from '../cases/raised-blocks.ts'
import { endClimb } from '../climbs/take-step.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import { answeredWords, type Answered } from '../display/answered.ts'
import type { FormValues } from '../display/form.ts'
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import type { RaisingId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { partsToday } from '../parts/parts-of.ts'
import { personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { notAsked, withTodaysIro } from '../cases/answering.ts'
import { clearForRaisers } from './clear-for-raisers.ts'
import { objected } from './closing-climbs.ts'
import { objectionAnsweredCard } from './objection.card.ts'
import { answerObjectionFields, answerObjectionForm, toRaiser } from './objection.form.ts'

type Objected = { readonly raising: Raising; readonly stuck: Case; readonly objection: readonly Answered[] }

export async function showAnswerObjectionForm(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  id: RaisingId,
): Promise<Answer> {
  const found = await toAnswer(world, by, id)
  return isRefusal(found) ? found : drawn(world, by, found)
}

export async function answerObjection(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  id: RaisingId,
  sent: FormValues,
): Promise<Answer> {
  const { tx, now } = world
  const found = await toAnswer(world, by, id)
  if (isRefusal(found)) return found
  const { raising, stuck, objection } = found
  const [form, fields] = [await drawn(world, by, found), answerObjectionFields]
  const forRaisers = await clearForRaisers(world, stuck)
  const child = await tx.childById(stuck.child)
  const inCare = child && canHaveCase(child, world.partnership) ? child : undefined
  const read = await readOrStop(world, by.id, {
    ...{ about: await aboutClosedCase(world, stuck), fields, form, sent },
    further(part) {
      const problem = forRaisers.problem(part[toRaiser])
      const gone = part.outcome === 'raised-again' && !inCare
      return {
        ...(gone && { outcome: 'The child is no longer in the care of the authority.' }),
        ...(problem && { [toRaiser]: problem }),
      }
    },
  })
  if (isAnswer(read)) return read
  const words = answeredWords(fields, read.values)
  const cleared = forRaisers.cleared(words, toRaiser)
  const { outcome } = read.values
  if (outcome === 'raised-again' && inCare)
    await joinOrStart(world, inCare, raisedAgain(raising, world.newId() as RaisingId, now))
  await tx.saveRaising({ ...raising, objection: { at: raising.objection?.at ?? now, answeredAt: now } })
  await tx.saveObjection(id, [...objection, ...words])
  await tx.record({ fact: 'objection-answered', case: stuck.id, raising: id, outcome })
  await endClimb(world, objected(id))
  await tx.withdraw({ subject: 'objection', id })
  if (personById(world.partnership, raising.by))
    await tell(world, {
      key: `objection-answered-${id}`,
      to: raising.by,
      card: objectionAnsweredCard(outcome, cleared),
      about: { subject: 'person', id: raising.by },
      themselves: true,
    })
  return done('Thank you. The person who does not agree will be told.')
}

/** In the same words, by the same person: whether they take part is said for the new case. */
const raisedAgain = ({ by, theme, needed, words, namedTo }: Raising, id: RaisingId, at: Date): Raising => ({
  ...{ id, by, at, theme, needed, words },
  ...(namedTo && { namedTo }),
})

const drawn = async (world: World<ActionsNeeds>, by: PartnershipPerson, found: Objected) =>
  answerObjectionForm(
    world,
    found,
    await world.tx.closingOf(found.stuck.id),
    readerOf(await partsToday(world, { case: await withTodaysIro(world, found.stuck) }), by.id),
  )

/** Under the lock of its case, so that two people who answer at once are served one after the other. */
async function toAnswer(world: World<ActionsNeeds>, by: PartnershipPerson, id: RaisingId): Promise<Objected | Refusal> {
  const { raising, stuck } = await lockRaising(world.tx, id)
  if (!raising?.objection || !stuck) return refused('no-longer-there')
  const no = await notAsked(world, { subject: 'objection', id }, stuck, raising, by.id)
  if (no) return no
  if (raising.objection.answeredAt) return refused('already-done')
  return { raising, stuck, objection: await world.tx.objectionTo(id) }
}
