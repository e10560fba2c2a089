/** A part: what one person is to one thing today, and through what. */
import type { ChildId, PersonId } from '../ids.ts'
import type { Standing } from '../permissions/may-see.ts'
import type { Subject } from '../ports/transaction.ts'

export type Part = {
  readonly person: PersonId
  readonly role: Standing
  readonly thing: PartOf
  /**
   * `themselves`: the thing names them. `deputy`: they act for whom it names. `grant`: the partnership's file gives it to
   * them, no matter whom the thing names. `stands-by`: they would act for somebody who is here, and may do and see nothing.
   */
  readonly through: 'themselves' | 'deputy' | 'grant' | 'stands-by'
  /** For whom they act, or would; absent where it is for nobody else. */
  readonly principal?: PersonId
  /** Who stands by only if others are away as well. */
  readonly further?: true
}

/** What somebody can have a part in. */
export type PartOf = Subject | { readonly subject: 'child'; /** Absent while nobody knows it. */ readonly id?: ChildId }
