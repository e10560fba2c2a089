/** Finds a challenge for somebody who has a part in it, or may do this of it. */
import { aboutChild, type About } from '../concerns/about-child.ts'
import { refused, type Refusal } from '../display/refusal.ts'
import type { ChallengeId } from '../ids.ts'
import { may, refusedTo } from '../parts/may.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { Field } from '../permissions/may-see.ts'
import type { World } from '../ports/world.ts'
import { stageOf, type Challenge } from './challenge.ts'
import type { ChallengesNeeds } from './needs.ts'

type Doing = Extract<Field, 'challenge' | 'answer-challenge' | 'decide-challenge'>

export const asStored = (challenge: Challenge) => ({
  challenge: {
    id: challenge.id,
    state: challenge.state,
    manager: stageOf(challenge).who,
    ...(challenge.iro && { iro: challenge.iro }),
  },
})

/** Under its lock: two who press at once are served one after the other. */
export async function findChallenge(
  world: World<ChallengesNeeds>,
  by: PartnershipPerson,
  id: ChallengeId,
  doing: Doing,
): Promise<Challenge | Refusal> {
  const challenge = await world.tx.lockChallenge(id)
  if (!challenge) return refused('no-longer-there')
  const parts = await partsToday(world, asStored(challenge))
  if (!may(parts, by.id, doing)) return refusedTo(parts, by.id, doing)
  if (doing === 'decide-challenge' && challenge.state === 'ended') return refused('already-done')
  if (doing === 'answer-challenge' && challenge.state !== 'asked') return refused('already-done')
  return challenge
}

/** Who is told if somebody writes in it that there is unreported danger: as of the duty that is challenged. */
export async function aboutChallenge(
  { tx }: Pick<World<ChallengesNeeds>, 'tx'>,
  { child, iro }: Pick<Challenge, 'child' | 'iro'>,
): Promise<About> {
  const socialWorker = (await tx.childById(child))?.socialWorker
  return aboutChild({ id: child, ...(socialWorker && { socialWorker }), ...(iro && { iro }) })
}
