/** A challenge is never silent: its manager is reminded once, then the IRO is asked what comes next, then coordinators hear. */
import type { Policy, Stage } from '../climbs/climb.ts'
import type { ClimbKey } from '../climbs/needs.ts'
import type { ChallengeId } from '../ids.ts'

export const challenged = (id: ChallengeId): ClimbKey => ({ climb: 'challenge-unanswered', thing: id })

/** Working days that the IRO has to say what comes next before others hear of it, and between what is said after that. */
const iroWorkingDays = 2

const iroAt = (workingDays: number): Stage[] => [
  { stage: 'iro', when: { workingDays }, answers: ['iro'], tells: ['iro'], by: 'direct' },
  {
    ...{ stage: 'coordinator', when: { workingDays: iroWorkingDays }, answers: ['iro'], by: 'direct' },
    tells: ['iro', 'coordinator'],
  },
]
const end: Policy['end'] = { repeats: { workingDays: iroWorkingDays } }

/** Its manager has so many working days, and is reminded once at half of them. */
export function managerPolicy(workingDays: number): Policy {
  const half = Math.floor(workingDays / 2)
  const again: Stage[] =
    half === 0
      ? []
      : [{ stage: 'again', when: { workingDays: half }, answers: ['challenged'], tells: ['challenged'], by: 'direct' }]
  return { stages: [...again, ...iroAt(workingDays - half)], end }
}

/** The manager has answered, or the day has come by which it was agreed. */
export const iroPolicy: Policy = { stages: iroAt(iroWorkingDays), end }
