/**
 * Asked right before a message is sent: does it still hold, and still for this person? What stops being true is
 * withdrawn in the transaction that makes it so; this catches what was being sent at that moment, and people who have
 * left the partnership or the case meanwhile.
 */
import { heldBy } from './handovers/find-held.ts'
import { isOver } from './handovers/start-taking-over.ts'
import { inputsAreOpen, isSettled, type Request } from './inputs/request.ts'
import type { AllNeeds } from './needs.ts'
import { actsFor, receivedFor } from './people/deputies.ts'
import { personById } from './people/people.ts'
import type { CaseId, PersonId } from './ids.ts'
import type { Subject } from './ports/transaction.ts'
import type { World } from './ports/world.ts'

export type Waiting = { readonly to: PersonId; readonly about: Subject }

type Moment = Pick<World<AllNeeds>, 'tx' | 'now' | 'partnership'>

export async function stillTrue(moment: Moment, { to, about }: Waiting): Promise<boolean> {
  const { tx, partnership } = moment
  if (!personById(partnership, to)) return false
  switch (about.subject) {
    case 'request': {
      const request = await tx.requestById(about.id)
      if (!request || isSettled(request) || (await isClosed(tx, request.case))) return false
      return answersFor(moment, to, request)
    }
    case 'raising':
      return (await tx.raisingById(about.id))?.case === undefined
    case 'concern':
      return (await tx.concern(about.id))?.reportedAt === undefined
    case 'action':
      return (await tx.actionById(about.id))?.state === 'open'
    case 'duty':
      return (await tx.dutyById(about.id))?.state === 'open'
    case 'meeting': {
      const meeting = await tx.meetingById(about.id)
      return meeting !== undefined && !(await isClosed(tx, meeting.case))
    }
    case 'held':
      return (await heldBy(moment, [about.id])).length > 0
    case 'handover': {
      const handover = await tx.handoverById(about.id)
      return handover !== undefined && !handover.takenUpAt && !(await isOver(moment, handover))
    }
    case 'case':
    case 'person':
      return true
  }
}

/** Can anything still be done with a message that was posted? A view that was given can be corrected while inputs are open. */
export async function stillAnswerable(moment: Moment, message: Waiting): Promise<boolean> {
  const { tx, now, partnership } = moment
  const { to, about } = message
  if (about.subject !== 'request' || !personById(partnership, to)) return stillTrue(moment, message)
  const request = await tx.requestById(about.id)
  const stuck = request && (await tx.caseById(request.case))
  if (!request || !stuck || !inputsAreOpen(stuck, now, partnership.workingHours)) return false
  return answersFor(moment, to, request)
}

const answersFor = async (moment: Moment, to: PersonId, { person }: Request): Promise<boolean> =>
  actsFor(moment.partnership, to, person) || (await receivedFor(moment, to)).includes(person)

const isClosed = async (tx: AllNeeds, id: CaseId): Promise<boolean> => (await tx.caseById(id))?.state === 'closed'
