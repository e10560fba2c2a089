/** The tables of challenges. */
import type { Generated } from 'kysely'
import type { Json } from '../schema/base.tables.ts'

export type ChallengesTables = {
  challenges: {
    id: string
    child: string
    duty: string
    kind: string
    due: string
    by: string
    at: Date
    stages: Json<unknown>
    stage: number
    state: string
    answer: string | null
    agreed_by: string | null
    outcome: string | null
  }
  challenge_words: {
    id: Generated<string>
    challenge: string
    kind: string
    stage: number
    by: string
    at: Date
    /** What was chosen: none of it was typed. */
    chosen: string
    words: Buffer
  }
}
