/** What somebody typed into a form and has not sent, on a page or in a step of it: for this person alone, sealed, and for a day. */
import type { FormValues } from '../display/form.ts'
import type { PersonId } from '../ids.ts'
import type { Ask } from '../vocabulary.ts'

/** Whose it is, and which form it belongs to: ids and names of asks alone. */
export type DraftOf = { readonly person: PersonId; readonly form: string }

/** `ask`: what the form would have sent, so that words which were saved after all are not saved a second time. */
export type Draft = { readonly ask: Ask; readonly values: FormValues; readonly at: Date }

export type Drafts = {
  /** In place of what was kept of the same form. */
  keep(of: DraftOf, draft: Omit<Draft, 'at'>): Promise<void>
  /** Undefined once a day has passed, also before it was thrown away. */
  find(of: DraftOf): Promise<Draft | undefined>
  forget(of: DraftOf): Promise<void>
  forgetAllOf(person: PersonId): Promise<void>
}
