/** Who was and is what to a thing, from when until when. */
import type { Generated } from 'kysely'

export type PartsTables = {
  parts: {
    id: Generated<string>
    subject: string
    thing: string
    role: string
    person: string
    since: Date
    /** Null: today. */
    until: Date | null
  }
}
