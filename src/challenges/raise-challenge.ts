/** The IRO of the child challenges that something is not done: the manager of the first stage is asked. */
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { startClimb } from '../climbs/take-step.ts'
import { dutyLadder } from '../climbs/ladder.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import { answeredWords } from '../display/answered.ts'
import { button } from '../display/card.ts'
import type { FormValues } from '../display/form.ts'
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import { dutyStandsAt } from '../duties/duty.card.ts'
import { dutyInWords, type Duty } from '../duties/duty.ts'
import { aboutDuty, findDuty } from '../duties/find-duty.ts'
import { ChallengeId, type DutyId } from '../ids.ts'
import { may, refusedTo } from '../parts/may.ts'
import { challengeStages } from '../partnership/challenge-stages.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import type { World } from '../ports/world.ts'
import { workingDaysInWords } from './challenge.card.ts'
import { challenged, managerPolicy } from './challenge-climb.ts'
import { raiseFields, raiseForm } from './challenge.form.ts'
import { stageOf, type Challenge } from './challenge.ts'
import type { ChallengesNeeds } from './needs.ts'
import { tellManager } from './tell-challenge.ts'

type Challenging = World<ChallengesNeeds>

export async function showRaiseChallenge(world: Challenging, by: PartnershipPerson, id: DutyId): Promise<Answer> {
  const duty = await toChallenge(world, by, id)
  return isRefusal(duty) ? duty : drawn(world, duty)
}

export async function raiseChallenge(
  world: Challenging,
  by: PartnershipPerson,
  id: DutyId,
  sent: FormValues,
): Promise<Answer> {
  const { tx, now, partnership } = world
  const duty = await toChallenge(world, by, id)
  if (isRefusal(duty)) return duty
  const form = await drawn(world, duty)
  const read = await readOrStop(world, by.id, { about: aboutDuty(duty), fields: raiseFields, form, sent })
  if (isAnswer(read)) return read
  const { advocate, childKnows } = read.values
  const challenge: Challenge = {
    ...{ id: ChallengeId.parse(world.newId()), child: duty.child, duty: id, kind: duty.kind, due: duty.due },
    ...{ ref: duty.ref, ...(duty.iro && { iro: duty.iro }), by: by.id, at: now },
    ...{ stages: challengeStages(partnership), stage: 0, state: 'asked' },
  }
  const { who, workingDays } = stageOf(challenge)
  await tx.saveChallenge(challenge)
  await tx.saveChallengeWords(challenge.id, {
    ...{ kind: 'opened', stage: 0, by: by.id, at: now, words: answeredWords(raiseFields, read.values) },
    chosen: [labelOf('advocate', advocate), labelOf('childKnows', childKnows)].join(' '),
  })
  const of = { child: duty.child, challenge: challenge.id }
  await tx.record({ fact: 'challenge-raised', ...of, duty: id, to: who, advocate, childKnows })
  await tellManager(world, challenge)
  await startClimb(world, challenged(challenge.id), managerPolicy(workingDays))
  return done(
    `It is raised. ${nameOf(partnership, who)} is asked, and has ${workingDaysInWords(workingDays)}. You will hear either way.`,
    [button('Open the challenge', { ask: 'open-challenge', challenge: challenge.id })],
  )
}

const labelOf = (name: 'advocate' | 'childKnows', value: string): string => {
  const { label, options } = raiseFields[name]
  return `${label} ${options.find((one) => one.value === value)?.label ?? value}.`
}

/** Of what is open, by its IRO, one at a time. */
async function toChallenge(world: Challenging, by: PartnershipPerson, id: DutyId): Promise<Duty | Refusal> {
  const found = await findDuty(world, by, id)
  if (isRefusal(found)) return found
  if (!may(found.parts, by.id, 'raise-challenge')) return refusedTo(found.parts, by.id, 'raise-challenge')
  if (found.duty.state !== 'open' || (await world.tx.openChallengeOf(id))) return refused('already-done')
  return found.duty
}

async function drawn(world: Challenging, duty: Duty) {
  const { partnership } = world
  const [first] = challengeStages(partnership)
  const asks = first ? `${nameOf(partnership, first.who)} is asked first, as ${first.name}.` : ''
  return raiseForm(duty, partnership, (await draft(world, duty)).join(' '), asks)
}

/** Each sentence says one thing that is recorded; the child is not named. */
async function draft({ tx, now, partnership, calendar }: Challenging, duty: Duty): Promise<readonly string[]> {
  const today = dayOf(now)
  const owner = nameOf(partnership, duty.owner)
  const reached = (await tx.climbOf(dutyLadder(duty.id)))?.climb.reached
  return [
    `The ${dutyInWords[duty.kind]} was to be there by ${inWords(duty.due)}.`,
    ...(duty.due < today ? [`It is ${dutyStandsAt(duty, today, calendar)}.`] : []),
    `${owner} is responsible for it.`,
    ...(reached ? [`The last reminder was on ${inWords(dayOf(reached.at))}.`] : []),
    ...(reached && reached.times > 1 ? [`That was said ${reached.times} times.`] : []),
    ...(duty.expectedOn ? [`It was expected on ${inWords(duty.expectedOn)}.`] : []),
    ...(duty.offer ? [`${nameOf(partnership, duty.offer.to)} was asked to take it on, and has not answered.`] : []),
    'It is not recorded as done.',
  ]
}
