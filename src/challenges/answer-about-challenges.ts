/** What can be asked about a challenge, each with its use case. */
import { z } from 'zod'
import type { Answer } from '../display/answer.ts'
import type { FormValues } from '../display/form.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import type { Ask } from '../vocabulary.ts'
import { answerChallenge, showAnswerChallenge } from './answer-challenge.ts'
import { does, opens } from './asks.ts'
import type { facts } from './facts.ts'
import { endChallenge, moveChallenge, showEndChallenge, showMoveChallenge } from './decide-challenge.ts'
import type { ChallengesNeeds } from './needs.ts'
import { raiseChallenge, showRaiseChallenge } from './raise-challenge.ts'
import { showChallenge } from './show-challenge.ts'

const ChallengeAsk = z.discriminatedUnion('ask', [...opens, ...does])
export type ChallengeAsk = z.infer<typeof ChallengeAsk>
export type ChallengeFact = z.infer<(typeof facts)[number]>

const names: ReadonlySet<string> = new Set(ChallengeAsk.options.map(({ shape }) => shape.ask.value))

export const isAboutChallenge = (ask: Ask): ask is ChallengeAsk => names.has(ask.ask)

export async function answerAboutChallenges(
  world: World<ChallengesNeeds>,
  by: PartnershipPerson,
  ask: ChallengeAsk,
  form: FormValues,
): Promise<Answer> {
  switch (ask.ask) {
    case 'open-raise-challenge':
      return showRaiseChallenge(world, by, ask.duty)
    case 'raise-challenge':
      return raiseChallenge(world, by, ask.duty, form)
    case 'open-challenge':
      return showChallenge(world, by, ask.challenge)
    case 'open-answer-challenge':
      return showAnswerChallenge(world, by, ask.challenge)
    case 'answer-challenge':
      return answerChallenge(world, by, ask.challenge, form)
    case 'open-move-challenge':
      return showMoveChallenge(world, by, ask.challenge)
    case 'move-challenge':
      return moveChallenge(world, by, ask.challenge, form)
    case 'open-end-challenge':
      return showEndChallenge(world, by, ask.challenge)
    case 'end-challenge':
      return endChallenge(world, by, ask.challenge, form)
  }
}
