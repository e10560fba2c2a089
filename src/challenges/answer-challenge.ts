/** The manager of a stage answers, and the IRO hears it. */
import { nextWorkingMoment, openingOn } from '../calendar/working-hours.ts'
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { startClimbFrom } from '../climbs/take-step.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import { answeredWords } from '../display/answered.ts'
import type { FormValues } from '../display/form.ts'
import { isRefusal } from '../display/refusal.ts'
import type { ChallengeId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import { answerInWords, type Challenge } from './challenge.ts'
import { challenged, iroPolicy } from './challenge-climb.ts'
import { answerFields, answerForm } from './challenge.form.ts'
import { aboutChallenge, findChallenge } from './find-challenge.ts'
import type { ChallengesNeeds } from './needs.ts'
import { writtenBlocks } from './show-challenge.ts'
import { tellIro } from './tell-challenge.ts'

export async function showAnswerChallenge(
  world: World<ChallengesNeeds>,
  by: PartnershipPerson,
  id: ChallengeId,
): Promise<Answer> {
  const challenge = await findChallenge(world, by, id, 'answer-challenge')
  return isRefusal(challenge) ? challenge : drawn(world, challenge)
}

export async function answerChallenge(
  world: World<ChallengesNeeds>,
  by: PartnershipPerson,
  id: ChallengeId,
  sent: FormValues,
): Promise<Answer> {
  const { tx, now, partnership, calendar } = world
  const challenge = await findChallenge(world, by, id, 'answer-challenge')
  if (isRefusal(challenge)) return challenge
  const [form, fields] = [await drawn(world, challenge), answerFields(dayOf(now))]
  const read = await readOrStop(world, by.id, {
    ...{ about: await aboutChallenge(world, challenge), fields, form, sent },
    further: ({ answer, agreedBy }) =>
      answer === 'by-date' && !agreedBy ? { agreedBy: 'Say by when it is agreed.' } : {},
  })
  if (isAnswer(read)) return read
  const { answer } = read.values
  const agreedBy = answer === 'by-date' ? read.values.agreedBy : undefined
  const answered: Challenge = { ...challenge, state: 'answered', answer, ...(agreedBy && { agreedBy }) }
  await tx.saveChallenge(answered)
  await tx.saveChallengeWords(id, {
    ...{ kind: 'answered', stage: challenge.stage, by: by.id, at: now, words: answeredWords(fields, read.values) },
    chosen: agreedBy ? `${answerInWords[answer]}: ${inWords(agreedBy)}` : answerInWords[answer],
  })
  await tx.record({ fact: 'challenge-answered', child: challenge.child, challenge: id, answer })
  await tx.withdraw({ subject: 'challenge', id })
  await tellIro(world, answered)
  // Agreed by a date: the IRO is asked again on that day, or on the first working day after it, and not before.
  const from = agreedBy
    ? nextWorkingMoment(openingOn(agreedBy, partnership.workingHours), partnership.workingHours, calendar)
    : now
  await startClimbFrom(world, challenged(id), iroPolicy, { from: from > now ? from : now })
  return done('Thank you. The Independent Reviewing Officer will read it, and says what comes next.')
}

const drawn = async (world: World<ChallengesNeeds>, challenge: Challenge) =>
  answerForm(challenge, world.partnership, dayOf(world.now), await writtenBlocks(world, challenge))
