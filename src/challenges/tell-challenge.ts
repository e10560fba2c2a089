/** Says to the manager of a challenge, or to its IRO, that it waits for them; where nobody is there, to the next in line. */
import type { Card } from '../display/card.ts'
import { hears } from '../parts/hears.ts'
import { named } from '../parts/named.ts'
import { unreachedOf } from '../parts/unreached.ts'
import { coordinatorsOf, personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { challengedCard, challengeWaitsCard, whatNextCard } from './challenge.card.ts'
import { stageOf, type Challenge } from './challenge.ts'
import { asStored } from './find-challenge.ts'
import type { ChallengesNeeds } from './needs.ts'

type Telling = World<ChallengesNeeds>
type What = 'for-challenged' | 'for-iro'

export const tellManager = (world: Telling, challenge: Challenge, again = false): Promise<void> =>
  say(world, challenge, 'for-challenged', challengedCard(challenge, world.partnership, again))

export const tellIro = (world: Telling, challenge: Challenge): Promise<void> =>
  say(world, challenge, 'for-iro', whatNextCard(challenge, world.partnership))

/** Who is next in line decides nothing for an IRO: that it waits is all that they are told. */
async function say(world: Telling, challenge: Challenge, what: What, card: Card): Promise<void> {
  const { id } = challenge
  const parts = named(asStored(challenge), world.partnership)
  for (const { person: to, as } of hears(parts, what, { unreached: await unreachedOf(world, parts) }).to) {
    const key = `challenged-${id}-${to}-${world.newId()}` as const
    if (as !== 'iro' && as !== 'challenged' && !answersInstead(world, challenge, what))
      await tellWaits(world, challenge, to, what)
    else await tell(world, { key, to, card, about: { subject: 'challenge', id }, what })
  }
}

/** Of a manager who has left, whoever is next in line answers; of one who is not reached, they hear that it waits. */
const answersInstead = ({ partnership }: Telling, challenge: Challenge, what: What): boolean =>
  what === 'for-challenged' && personById(partnership, stageOf(challenge).who) === undefined

export async function tellCoordinators(world: Telling, challenge: Challenge): Promise<void> {
  for (const { id: to } of coordinatorsOf(world.partnership))
    if (to !== challenge.iro) await tellWaits(world, challenge, to, 'for-iro')
}

const tellWaits = (world: Telling, challenge: Challenge, to: Challenge['by'], what: What): Promise<void> =>
  tell(world, {
    key: `challenge-waits-${challenge.id}-${to}-${world.newId()}`,
    card: challengeWaitsCard(challenge, world.partnership, what === 'for-iro' ? 'iro' : 'manager'),
    ...{ to, about: { subject: 'person', id: to } },
  })
