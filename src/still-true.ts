/**
 * Asked right before a message is sent: does it still hold, and still for this person? What stops being true is
 * withdrawn in the transaction that makes it so; this catches what was being sent at that moment, and people who have
 * left the partnership or the case meanwhile.
 */
import { isSettled } from './inputs/request.ts'
import type { AllNeeds } from './needs.ts'
import type { Partnership } from './partnership/partnership.ts'
import { actsFor } from './people/acts-for.ts'
import { personById } from './people/people.ts'
import type { PersonId } from './ids.ts'
import type { Subject } from './ports/transaction.ts'

export type Waiting = { readonly to: PersonId; readonly about: Subject }

export async function stillTrue(tx: AllNeeds, partnership: Partnership, { to, about }: Waiting): Promise<boolean> {
  if (!personById(partnership, to)) return false
  switch (about.subject) {
    case 'request': {
      const request = await tx.requestById(about.id)
      return request !== undefined && !isSettled(request) && actsFor(partnership, to, request.person)
    }
    case 'raising':
      return (await tx.raisingById(about.id))?.case === undefined
    case 'concern':
      return (await tx.concern(about.id))?.reportedAt === undefined
    case 'action':
      return (await tx.actionById(about.id))?.state === 'open'
    case 'duty':
      return (await tx.dutyById(about.id))?.state === 'open'
    case 'case':
    case 'meeting':
    case 'person':
      return true
  }
}
