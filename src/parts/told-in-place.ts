/**
 * Somebody was told of a thing in the place of a person who is back since. As long as that waits for an answer they can give
 * it: nobody holds a message whose button is refused to them.
 */
import type { PersonId } from '../ids.ts'
import type { SaidInPlace } from '../people/needs.ts'
import type { Standing } from '../permissions/may-see.ts'
import type { Part } from './part.ts'
import type { Stored } from './stored.ts'
import { told, type Telling, type What } from './told.ts'

/** Who was told in the place of the person who has this part, by what asks something of them. */
export const toldInPlace = (part: Part, said: readonly SaidInPlace[]): readonly PersonId[] =>
  said
    .filter(({ meantFor, about: { subject, id } }) => {
      const { person, thing } = part
      return meantFor === person && subject === thing.subject && id === thing.id
    })
    .filter(({ what }) => asks(part, what))
    .map(({ to }) => to)

/** News asks nothing of anybody. What says no kind is for everybody who has a part in the thing, but of a case or a meeting. */
function asks({ role, thing }: Part, what: string | undefined): boolean {
  if (what === undefined) return thing.subject !== 'case' && thing.subject !== 'meeting'
  if (!isWhat(what) || news.has(what)) return false
  const { roles, alsoTo = [] }: Telling<Standing> = told[what]
  return [...roles, ...alsoTo].includes(role)
}

const isWhat = (what: string): what is What => what in told

const news: ReadonlySet<What> = new Set<What>(['news', 'agreed', 'confirmed', 'views-close'])

/** Whether the thing still waits for somebody with this part in it. */
export function waitsFor({ role, thing }: Part, stored: Stored): boolean {
  if (thing.subject === 'case' && 'case' in stored)
    return role === 'chair' ? stored.case.state !== 'closed' : stored.case.state === 'raised'
  if ('meeting' in stored) return stored.case.state !== 'closed' && stored.meeting.state !== 'approved'
  if ('action' in stored) return stored.action.state === 'open'
  if ('request' in stored) return stored.request.state !== 'given' && stored.request.state !== 'not-ours'
  if ('duty' in stored) return stored.duty.state === 'open'
  if ('challenge' in stored)
    return role === 'challenged' ? stored.challenge.state === 'asked' : stored.challenge.state !== 'ended'
  if ('concern' in stored) return stored.concern.over === undefined
  if ('handover' in stored) return stored.handover.takenUpAt === undefined
  return 'raising' in stored || 'answering' in stored
}
