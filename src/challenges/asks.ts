/** What people may ask about a challenge. Posted buttons live for years: names and fields only ever grow. */
import { z } from 'zod'
import { ChallengeId, DutyId } from '../ids.ts'

export const opens = [
  z.object({ ask: z.literal('open-raise-challenge'), duty: DutyId }),
  z.object({ ask: z.literal('open-challenge'), challenge: ChallengeId }),
  z.object({ ask: z.literal('open-answer-challenge'), challenge: ChallengeId }),
  /** To the next manager, or more time for this one. */
  z.object({ ask: z.literal('open-move-challenge'), challenge: ChallengeId }),
  z.object({ ask: z.literal('open-end-challenge'), challenge: ChallengeId }),
] as const

export const does = [
  z.object({ ask: z.literal('raise-challenge'), duty: DutyId }),
  z.object({ ask: z.literal('answer-challenge'), challenge: ChallengeId }),
  z.object({ ask: z.literal('move-challenge'), challenge: ChallengeId }),
  z.object({ ask: z.literal('end-challenge'), challenge: ChallengeId }),
] as const
