/** The tables of nudges. */
import type { Generated } from 'kysely'

export type NudgesTables = {
  nudges: {
    id: string
    person: string
    subject: string
    subject_id: string
    rung: string
    day: string
    posted_to: string | null
    posted_on: string | null
    /** As it stood then. */
    due: string | null
    /** It is in no post before this day. */
    waits_until: string | null
  }
  posts: { person: string; day: string; shadow: boolean; nudges: number; at: Date; reported: Generated<boolean> }
}
