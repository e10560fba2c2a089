/** The tables of signing in: links that were asked for, and sessions. */
import type { Generated } from 'kysely'

export type SignInsTables = {
  sign_ins: {
    id: Generated<string>
    browser: Buffer
    address: Buffer
    person: string | null
    link: Buffer | null
    has_letter: boolean
    asked_at: Date
  }
  sessions: { secret: Buffer; person: string; account_since: Date; ends_at: Date }
}
