/** Which managers answer the challenge of an IRO, one after the other, and how long each has. */
import { z } from 'zod'
import { PersonId } from '../ids.ts'

/** Working days that all stages have together: guidance has a formal challenge resolved within twenty. */
export const challengeWorkingDays = 20

const ChallengeStage = z.strictObject({
  /** What its manager is called, such as `Service manager`. */
  name: z.string().trim().min(1).max(40),
  who: PersonId,
  /** Five: a week of work is enough to look into it and to answer. */
  workingDays: z.int().min(1).max(challengeWorkingDays).default(5),
})
export type ChallengeStage = z.infer<typeof ChallengeStage>

export const ChallengeStages = z.strictObject({
  stages: z
    .array(ChallengeStage)
    .min(1)
    .refine(
      (stages) => stages.reduce((sum, { workingDays }) => sum + workingDays, 0) <= challengeWorkingDays,
      `expected stages of no more than ${challengeWorkingDays} working days together`,
    ),
})

type Having = {
  readonly challenge?: z.infer<typeof ChallengeStages> | undefined
  readonly authority: string
  readonly agencies: readonly { readonly id: string; readonly lead: PersonId }[]
}

/** Where the file names none: the lead of the authority, once. */
export function challengeStages({ challenge, authority, agencies }: Having): readonly ChallengeStage[] {
  const lead = agencies.find(({ id }) => id === authority)?.lead
  return challenge?.stages ?? (lead ? [{ name: 'Lead of the authority', who: lead, workingDays: 5 }] : [])
}
