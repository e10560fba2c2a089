/**
 * "This review was not held": a return told of it, and who answers for the child knows better. It moves days that others are
 * judged by, so a reason is kept and the IRO is told; no return brings it back, but the person who took it back can.
 */
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import type { Child } from '../children/child.ts'
import { dutyLadder } from '../climbs/ladder.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import { answeredWords } from '../display/answered.ts'
import { button, type Button } from '../display/card.ts'
import type { FormValues } from '../display/form.ts'
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import type { DutyId } from '../ids.ts'
import { hears } from '../parts/hears.ts'
import { may } from '../parts/may.ts'
import { named } from '../parts/named.ts'
import { unreachedOf } from '../parts/unreached.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { dutyInWords, type Duty } from './duty.ts'
import { aboutDuty, findDuty, type FoundDuty } from './find-duty.ts'
import type { DutiesNeeds } from './needs.ts'
import { redated } from './redate-duty.ts'
import { reviewMoved } from './review-moved.card.ts'
import { hasReviews, reviewMeant, takeBackReviewFields, takeBackReviewForm } from './take-back-review.form.ts'

export async function reviewButtons(
  { tx }: World<DutiesNeeds>,
  by: PartnershipPerson,
  { duty, parts }: FoundDuty,
): Promise<readonly Button[]> {
  if (!may(parts, by.id, 'review-held')) return []
  const child = await tx.childById(duty.child)
  return child && hasReviews(child)
    ? [button('Take back a review', { ask: 'open-take-back-review', duty: duty.id })]
    : []
}

export async function showTakeBackReview(
  world: World<DutiesNeeds>,
  by: PartnershipPerson,
  id: DutyId,
): Promise<Answer> {
  const found = await findReviewed(world, by, id)
  return isRefusal(found) ? found : takeBackReviewForm(found.duty, found.child, world.partnership.urgent)
}

export async function takeBackReview(
  world: World<DutiesNeeds>,
  by: PartnershipPerson,
  id: DutyId,
  sent: FormValues,
): Promise<Answer> {
  const { tx, now, partnership } = world
  const found = await findReviewed(world, by, id)
  if (isRefusal(found)) return found
  const { duty, child } = found
  const declared = takeBackReviewFields(child)
  const form = takeBackReviewForm(duty, child, partnership.urgent)
  const read = await readOrStop(world, by.id, { about: aboutDuty(duty), fields: declared, form, sent })
  if (isAnswer(read)) return read
  const review = reviewMeant(child, read.values.review)
  if (!review) return refused('already-done')

  const { on, heldAfterAll } = review
  if (heldAfterAll) await tx.holdReviewAgain(child.id, on)
  else await tx.takeReviewBack(child.id, on, by.id, now)
  const words = answeredWords(declared, read.values)
  await tx.saveDutyWords(id, { kind: 'review-taken-back', by: by.id, at: now, words })
  const fact = heldAfterAll ? 'review-held-again' : 'review-taken-back'
  await tx.record({ fact, child: child.id, duty: id, on })
  const moved = await dueAnew(world, child)
  const parts = named({ duty }, partnership)
  for (const { person: to, as } of hears(parts, 'for-iro', { unreached: await unreachedOf(world, parts) }).to)
    if (to !== by.id)
      await tell(world, {
        ...{
          key: `review-${id}-${world.newId()}`,
          to,
          card: reviewMoved(duty, review, { as, byName: by.name, moved }),
        },
        // A coordinator has no part in the duty, by which it would still be theirs to hear.
        ...(as === 'iro'
          ? ({ about: { subject: 'duty', id }, what: 'for-iro' } as const)
          : { about: { subject: 'person', id: to } as const }),
      })
  const days = moved.map(({ kind, due }) => ` The ${dutyInWords[kind]} is due on ${inWords(due)}.`)
  return done(`The review on ${inWords(on)} ${heldAfterAll ? 'counts again' : 'was taken back'}.${days.join('')}`)
}

async function findReviewed(
  world: World<DutiesNeeds>,
  by: PartnershipPerson,
  id: DutyId,
): Promise<(FoundDuty & { readonly child: Child }) | Refusal> {
  const { tx } = world
  const duty = await tx.dutyById(id)
  if (!duty) return refused('no-longer-there')
  // All of the child's, in one order: two who press at once, each from another duty, wait for each other.
  for (const one of (await tx.dutiesOf(duty.child)).map((of) => of.id).toSorted()) await tx.lockDuty(one)
  const found = await findDuty(world, by, id)
  if (isRefusal(found)) return found
  if (!may(found.parts, by.id, 'review-held')) return refused('not-yours-to-answer')
  const child = await tx.childById(duty.child)
  return child && hasReviews(child) ? { ...found, child } : refused('no-longer-there')
}

/** Those that go on, by the day that they have now; each looks at its ladder at once. */
async function dueAnew(world: World<DutiesNeeds>, { id: child }: Child): Promise<readonly Duty[]> {
  const { tx, now } = world
  const open = (await tx.dutiesOf(child)).filter(({ state, chased }) => state === 'open' && chased)
  const moved: Duty[] = []
  for (const duty of open) {
    const today = await redated(world, duty)
    if (today.due === duty.due) continue
    moved.push(today)
    const climb = (await tx.climbOf(dutyLadder(duty.id)))?.climb
    if (climb?.state === 'open' && duty.startedOn < dayOf(now))
      await tx.setWake({ wake: 'climb-due', ...dutyLadder(duty.id), stage: climb.next.stage }, now)
  }
  return moved
}
