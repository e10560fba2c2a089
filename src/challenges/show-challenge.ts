/** One challenge: where it stands, who is asked when, and what everybody wrote. */
import { dayOf } from '../calendar/london.ts'
import { instantInWords, inWords } from '../calendar/in-words.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Answer } from '../display/answer.ts'
import { button, facts, list, text, type Button } from '../display/card.ts'
import { heading, reading, words, type ReadingBlock } from '../display/reading.ts'
import { isRefusal } from '../display/refusal.ts'
import { dutyInWords } from '../duties/duty.ts'
import type { ChallengeId } from '../ids.ts'
import { may } from '../parts/may.ts'
import { partsToday } from '../parts/parts-of.ts'
import { challengeWorkingDays } from '../partnership/challenge-stages.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import type { World } from '../ports/world.ts'
import { iroButtons, workingDaysInWords } from './challenge.card.ts'
import { outcomeInWords, stageOf, type Challenge, type ChallengeWords } from './challenge.ts'
import { asStored, findChallenge } from './find-challenge.ts'
import type { ChallengesNeeds } from './needs.ts'

export async function showChallenge(
  world: World<ChallengesNeeds>,
  by: PartnershipPerson,
  id: ChallengeId,
): Promise<Answer> {
  const { partnership, calendar } = world
  const challenge = await findChallenge(world, by, id, 'challenge')
  if (isRefusal(challenge)) return challenge
  const limit = addWorkingDays(dayOf(challenge.at), challengeWorkingDays, calendar)
  return reading(
    'Challenge',
    [
      text(
        `Child ${challenge.ref}: ${dutyInWords[challenge.kind]}. ${standsAt(challenge, (who) => nameOf(partnership, who))}`,
      ),
      facts(
        ['Was due', inWords(challenge.due)],
        ['Raised', `${nameOf(partnership, challenge.by)}, ${instantInWords(challenge.at)}`],
        ['Twenty working days end', inWords(limit)],
      ),
      text('Who is asked, one after the other:'),
      list(
        challenge.stages.map(
          (one) => `${one.name}: ${nameOf(partnership, one.who)}, ${workingDaysInWords(one.workingDays)}`,
        ),
      ),
      ...(await writtenBlocks(world, challenge)),
    ],
    await buttonsFor(world, by, challenge),
  )
}

function standsAt(challenge: Challenge, name: (who: Challenge['by']) => string): string {
  const { state, stage, stages, outcome } = challenge
  const { who } = stageOf(challenge)
  const at = `Stage ${stage + 1} of ${stages.length}`
  if (state === 'ended') return `It has ended: ${outcomeInWords[outcome ?? 'accepted']}.`
  return state === 'asked'
    ? `${at}: ${name(who)} is asked.`
    : `${at}: ${name(who)} has answered, and the IRO says what comes next.`
}

async function buttonsFor(
  world: World<ChallengesNeeds>,
  by: PartnershipPerson,
  challenge: Challenge,
): Promise<readonly Button[]> {
  const parts = await partsToday(world, asStored(challenge))
  const answers = challenge.state === 'asked' && may(parts, by.id, 'answer-challenge')
  const decides = challenge.state !== 'ended' && may(parts, by.id, 'decide-challenge')
  return [
    ...(answers ? [button('Answer', { ask: 'open-answer-challenge', challenge: challenge.id }, 'primary')] : []),
    ...(decides ? iroButtons(challenge) : []),
  ]
}

const headings: Readonly<Record<ChallengeWords['kind'], string>> = {
  opened: 'Raised',
  answered: 'Answered',
  moved: 'What came next',
  ended: 'Ended',
}

/** In the order in which it was written. */
export async function writtenBlocks(
  { tx, partnership }: Pick<World<ChallengesNeeds>, 'tx' | 'partnership'>,
  { id }: Challenge,
): Promise<readonly ReadingBlock[]> {
  return (await tx.challengeWordsOf(id)).flatMap((kept) => [
    heading(headings[kept.kind]),
    text(`${nameOf(partnership, kept.by)}, ${instantInWords(kept.at)}: ${kept.chosen}`),
    ...kept.words.map((one) => words(one.question, one.words)),
  ])
}
