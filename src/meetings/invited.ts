import type { Case } from '../cases/case.ts'
import type { PersonId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import { invited } from './meeting.ts'
import type { MeetingsNeeds } from './needs.ts'

/** Everybody who is told of the meeting; a body that says "not ours" has left the case. */
export async function invitedTo({ tx }: World<MeetingsNeeds>, stuck: Case): Promise<readonly PersonId[]> {
  const requests = await tx.requestsOf(stuck.id)
  const left = requests.filter(({ state }) => state === 'not-ours').map(({ person }) => person)
  return invited(stuck, new Set(left))
}
