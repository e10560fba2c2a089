/** Time rings for a challenge: its manager is reminded, its IRO asked what comes next, and then coordinators hear as well. */
import { endClimb, ringClimb } from '../climbs/take-step.ts'
import type { ChallengeId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import { stageOf } from './challenge.ts'
import { challenged, iroPolicy, managerPolicy } from './challenge-climb.ts'
import type { ChallengesNeeds } from './needs.ts'
import { tellCoordinators, tellIro, tellManager } from './tell-challenge.ts'

export async function remindChallenge(world: World<ChallengesNeeds>, id: ChallengeId): Promise<void> {
  const challenge = await world.tx.lockChallenge(id)
  if (!challenge || challenge.state === 'ended') return endClimb(world, challenged(id))
  const policy = challenge.state === 'asked' ? managerPolicy(stageOf(challenge).workingDays) : iroPolicy
  const rung = await ringClimb(world, challenged(id), policy)
  if (!rung) return
  if (rung.tells.includes('challenged')) await tellManager(world, challenge, true)
  if (rung.tells.includes('iro')) await tellIro(world, challenge)
  if (rung.tells.includes('coordinator') && challenge.iro) await tellCoordinators(world, challenge)
}
