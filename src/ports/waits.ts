/** What a person was told that may still wait for them, and what of it does. */
import type { Button, Card } from '../display/card.ts'
import type { CaseId, PersonId } from '../ids.ts'

export type Said = { readonly card: Card; readonly saidAt: Date }

export type SaidCards = {
  /** What was said to this person, or to a deputy for them, and not taken back: the newest 500, oldest first; `about`: of this case alone. */
  saidTo(person: PersonId, about?: CaseId): Promise<readonly Said[]>
}

export type Waits = {
  /** One line: what it is about, and by when where that is known. */
  readonly says: string
  readonly button: Button
}

/** Each thing once, the most pressing first; `about`: what others wait for in this case alone. */
export type WhatWaits = (person: PersonId, about?: CaseId) => Promise<readonly Waits[]>
