/** The IRO goes on with a challenge, to the next manager or with more time for this one, or ends it: nobody else ends it. */
import { endClimb, startClimbFrom } from '../climbs/take-step.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import { answeredWords } from '../display/answered.ts'
import type { FormValues } from '../display/form.ts'
import { isRefusal } from '../display/refusal.ts'
import type { ChallengeId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import { personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { challengeEndedCard, workingDaysInWords } from './challenge.card.ts'
import { outcomeInWords, stageOf, type Challenge } from './challenge.ts'
import { challenged, managerPolicy } from './challenge-climb.ts'
import { endFields, endForm, moveFields, moveForm } from './challenge.form.ts'
import { aboutChallenge, findChallenge } from './find-challenge.ts'
import type { ChallengesNeeds } from './needs.ts'
import { tellManager } from './tell-challenge.ts'

type Deciding = World<ChallengesNeeds>

export async function showMoveChallenge(world: Deciding, by: PartnershipPerson, id: ChallengeId): Promise<Answer> {
  const challenge = await findChallenge(world, by, id, 'decide-challenge')
  return isRefusal(challenge) ? challenge : moveForm(challenge, world.partnership)
}

export async function moveChallenge(
  world: Deciding,
  by: PartnershipPerson,
  id: ChallengeId,
  sent: FormValues,
): Promise<Answer> {
  const { tx, now, partnership } = world
  const challenge = await findChallenge(world, by, id, 'decide-challenge')
  if (isRefusal(challenge)) return challenge
  const [form, fields] = [moveForm(challenge, partnership), moveFields(challenge, partnership)]
  const about = await aboutChallenge(world, challenge)
  const read = await readOrStop(world, by.id, { about, fields, form, sent })
  if (isAnswer(read)) return read
  const goesOn = read.values.move === 'next'
  const stage = challenge.stage + (goesOn ? 1 : 0)
  // What was answered before stays in its words.
  const moved: Challenge = { ...challenge, stage, state: 'asked', answer: undefined, agreedBy: undefined }
  const { who, workingDays, name } = stageOf(moved)
  await tx.saveChallenge(moved)
  await tx.saveChallengeWords(id, {
    ...{ kind: 'moved', stage: moved.stage, by: by.id, at: now, words: answeredWords(fields, read.values) },
    chosen: goesOn ? `${name}, ${nameOf(partnership, who)}` : `${workingDaysInWords(workingDays)} more`,
  })
  const of = { child: challenge.child, challenge: id }
  await tx.record(goesOn ? { fact: 'challenge-moved', ...of, to: who } : { fact: 'challenge-given-time', ...of })
  await tx.withdraw({ subject: 'challenge', id })
  await tellManager(world, moved)
  await startClimbFrom(world, challenged(id), managerPolicy(workingDays), { from: now })
  return done(`${nameOf(partnership, who)} is asked, and has ${workingDaysInWords(workingDays)}.`)
}

export async function showEndChallenge(world: Deciding, by: PartnershipPerson, id: ChallengeId): Promise<Answer> {
  const challenge = await findChallenge(world, by, id, 'decide-challenge')
  return isRefusal(challenge) ? challenge : endForm(challenge, world.partnership)
}

export async function endChallenge(
  world: Deciding,
  by: PartnershipPerson,
  id: ChallengeId,
  sent: FormValues,
): Promise<Answer> {
  const { tx, now, partnership } = world
  const challenge = await findChallenge(world, by, id, 'decide-challenge')
  if (isRefusal(challenge)) return challenge
  const [form, fields] = [endForm(challenge, partnership), endFields]
  const about = await aboutChallenge(world, challenge)
  const read = await readOrStop(world, by.id, { about, fields, form, sent })
  if (isAnswer(read)) return read
  const { outcome } = read.values
  const ended: Challenge = { ...challenge, state: 'ended', outcome }
  await tx.saveChallenge(ended)
  await tx.saveChallengeWords(id, {
    ...{ kind: 'ended', stage: challenge.stage, by: by.id, at: now, words: answeredWords(fields, read.values) },
    chosen: outcomeInWords[outcome],
  })
  await tx.record({ fact: 'challenge-ended', child: challenge.child, challenge: id, outcome })
  await endClimb(world, challenged(id))
  await tx.withdraw({ subject: 'challenge', id })
  const asked = challenge.stages.slice(0, challenge.stage + 1).map(({ who }) => who)
  const told = [...new Set([...asked, challenge.by, ...(challenge.iro ? [challenge.iro] : [])])]
  for (const to of told.filter((one) => one !== by.id && personById(partnership, one)))
    await tell(world, {
      key: `challenge-ended-${id}-${to}`,
      ...{ to, card: challengeEndedCard(ended, by.name), about: { subject: 'person', id: to } },
    })
  return done('The challenge has ended. Everybody who was asked will be told.')
}
