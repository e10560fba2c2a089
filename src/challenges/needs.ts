/** What this room needs from the store. */
import type { DutiesNeeds } from '../duties/needs.ts'
import type { ChallengeId } from '../ids.ts'
import type { Challenge, ChallengeWords } from './challenge.ts'

export type ChallengesNeeds = DutiesNeeds & {
  /** Takes the row's lock. */
  lockChallenge(id: ChallengeId): Promise<Challenge | undefined>
  challengeById(id: ChallengeId): Promise<Challenge | undefined>
  saveChallenge(challenge: Challenge): Promise<void>
  saveChallengeWords(id: ChallengeId, kept: ChallengeWords): Promise<void>
  /** Earliest first. */
  challengeWordsOf(id: ChallengeId): Promise<readonly ChallengeWords[]>
}
