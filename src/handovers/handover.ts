/** Parts in one case, or of one child, went from one person to another, who reads where it stands and says so. */
import type { CaseId, ChildId, HandoverId, PersonId } from '../ids.ts'
import type { HeldKey } from './held.ts'

export type Handover = {
  readonly id: HandoverId
  readonly about: { readonly case: CaseId } | { readonly child: ChildId }
  /** Of the case or the child. */
  readonly ref: string
  /** What of it came to them. */
  readonly things: readonly HeldKey[]
  readonly from: PersonId
  readonly to: PersonId
  readonly at: Date
  /** When the successor said "I have it". */
  readonly takenUpAt?: Date
}

export const calledHandover = ({ about, ref }: Handover): string => `${'case' in about ? 'Case' : 'Child'} ${ref}`
