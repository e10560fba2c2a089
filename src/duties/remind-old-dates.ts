/** Reminds of dates of which nobody has said whether they are still right. */
import { dayOf } from '../calendar/london.ts'
import { oldDatesCard, oldDatesWaitCard } from '../children/old-dates.card.ts'
import { firstLookPolicy } from '../children/unconfirmed-children.ts'
import { endClimb, ringClimb } from '../climbs/take-step.ts'
import type { PersonId } from '../ids.ts'
import { nameOf } from '../people/name-of.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { DutiesNeeds } from './needs.ts'
import { asksForDates, oldDates, oldDatesOf } from './old-dates.ts'
import { heard } from './remind-first-look.ts'

export async function remindOldDates(world: World<DutiesNeeds>, socialWorker: PersonId): Promise<void> {
  const { now, partnership } = world
  const old = await oldDatesOf(world, [socialWorker])
  if (old.length === 0) return endClimb(world, oldDates(socialWorker))
  const rung = await ringClimb(world, oldDates(socialWorker), firstLookPolicy(partnership.policies))
  const name = nameOf(partnership, socialWorker)
  const told = new Set<PersonId>()
  for (const hearer of rung?.tells ?? [])
    for (const to of heard(partnership, hearer, socialWorker, old)) {
      if (told.has(to)) continue
      told.add(to)
      const theirs = old.filter(({ iro }) => iro === to)
      await tell(world, {
        key: `dates-old-wait-${socialWorker}-${dayOf(now)}-${to}`,
        to,
        card:
          hearer === 'owner'
            ? oldDatesCard(old)
            : hearer === 'iro'
              ? oldDatesWaitCard(name, theirs, ' you are the IRO for')
              : oldDatesWaitCard(name, old),
        about: { subject: 'person', id: socialWorker },
        what: asksForDates,
      })
    }
}
