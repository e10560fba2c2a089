/** Who gave a view, and who did not, for the chair. */
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import type { Case } from '../cases/case.ts'
import type { Request } from '../inputs/request.ts'
import { agencyOf } from '../people/people.ts'
import type { World } from '../ports/world.ts'
import type { MeetingsNeeds } from './needs.ts'

/** One line an agency for the chair: what came, and where nothing came, when the question reached them. */
export async function whoAnswered(world: World<MeetingsNeeds>, stuck: Case): Promise<readonly string[]> {
  const lines = []
  for (const request of await world.tx.requestsOf(stuck.id)) lines.push(await lineOf(world, request))
  return lines
}

async function lineOf({ tx, partnership }: World<MeetingsNeeds>, request: Request): Promise<string> {
  const agency = agencyOf(partnership, request).name
  switch (request.state) {
    case 'given':
      return `${agency}: view given`
    case 'not-ours':
      return `${agency}: says that the child is not theirs`
    case 'cannot-tell':
      return `${agency}: was not sure whether it knows the child`
    case 'asked':
    case 'known': {
      const reached = await tx.deliveredAt({ subject: 'request', id: request.id }, request.person)
      if (!reached) return `${agency}: has not been reached, so it could not answer`
      const reminded = request.remindedAt ? `, reminded ${inWords(dayOf(request.remindedAt))}` : ''
      return `${agency}: no answer (asked ${inWords(dayOf(reached))}${reminded})`
    }
  }
}
