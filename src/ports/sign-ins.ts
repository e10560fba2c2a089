/** Signing in by email, and the sessions that follow. Of links, sessions and addresses only hashes are kept. */
import type { PersonId } from '../ids.ts'

export type SignInAsked = {
  /** What this browser alone knows. */
  readonly browser: string
  /** As it was typed: somebody's, or nobody's. */
  readonly address: string
  /** Whose address it is, where the partnership knows it. */
  readonly person: PersonId | undefined
}

export type SignIns = {
  /** Notes it. `link` is what opens the door, for the email; absent if no email is to be sent. */
  ask(asked: SignInAsked): Promise<{ readonly link?: string } | 'too-often'>
  /** Uses the link up, if it was asked for in this browser and has not lapsed. */
  spend(link: string, browser: string): Promise<PersonId | undefined>
  /** The session's secret; undefined where this person's browser is not linked or was removed. */
  begin(person: PersonId): Promise<string | undefined>
  /** Undefined once it lapsed, was ended, or the browser was removed, even if it was given back since. */
  personOf(session: string): Promise<PersonId | undefined>
  /** Whose it was until it lapsed, for as long as what they typed meanwhile is kept: it opens nothing. */
  lapsedOf(session: string): Promise<PersonId | undefined>
  end(session: string): Promise<void>
}
