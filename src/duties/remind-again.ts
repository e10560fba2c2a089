/** The day has come by which an assessment was to be offered or asked for again: what came of it? */
import { dayOf } from '../calendar/london.ts'
import { endClimb, ringClimb } from '../climbs/take-step.ts'
import type { Card } from '../display/card.ts'
import type { ChildEventId, PersonId } from '../ids.ts'
import { hears } from '../parts/hears.ts'
import { named } from '../parts/named.ts'
import { unreachedOf } from '../parts/unreached.ts'
import { nameOf } from '../people/name-of.ts'
import { personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { offersAgainCard, whatCameCard } from './duty.card.ts'
import type { Duty } from './duty.ts'
import type { DutiesNeeds } from './needs.ts'
import { askedAgain, askedAgainPolicy } from './not-held.ts'
import { redated } from './redate-duty.ts'

export async function remindAgain(world: World<DutiesNeeds>, id: ChildEventId): Promise<void> {
  const { tx, now, partnership } = world
  const event = await tx.childEvent(id)
  const known = event?.duty && (await tx.lockDuty(event.duty))
  const duty = known && (await redated(world, known))
  if (duty?.state !== 'open' || duty.notHeld?.id !== id || !duty.chased) return endClimb(world, askedAgain(id))
  const rung = await ringClimb(world, askedAgain(id), askedAgainPolicy(partnership.policies))
  if (!rung) return
  const told = new Set<PersonId>()
  const say = async (to: PersonId, card: Card, what?: string): Promise<void> => {
    if (told.has(to)) return
    told.add(to)
    const about = what ? ({ subject: 'duty', id: duty.id } as const) : ({ subject: 'person', id: to } as const)
    const key = `assessment-again-${id}-${dayOf(now)}-${to}` as const
    await tell(world, { key, to, card, about, ...(what && { what }) })
  }
  const parts = named({ duty }, partnership)
  const what = rung.stage === 'iro' ? 'iro' : rung.stage === 'lead' ? 'overdue' : 'due'
  for (const { person, as } of hears(parts, what, { unreached: await unreachedOf(world, parts) }).to)
    await say(person, whatCameCard(duty, as, namesOf(world, duty)), what)
  const { with: offers } = duty.notHeld.again
  if (rung.tells.includes('asked') && personById(partnership, offers))
    await say(offers, offersAgainCard(duty, namesOf(world, duty)))
}

const namesOf = ({ partnership }: World<DutiesNeeds>, { owner, notHeld }: Duty) => ({
  owner: nameOf(partnership, owner),
  offers: notHeld ? nameOf(partnership, notHeld.again.with) : '',
})
