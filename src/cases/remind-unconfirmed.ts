/** Sends reminders about a case that nobody has confirmed. */
import { dayOf } from '../calendar/london.ts'
import { endClimb, ringClimb } from '../climbs/take-step.ts'
import type { CaseId } from '../ids.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { heardInCase } from './heard-in-case.ts'
import type { CasesNeeds } from './needs.ts'
import { noIroCard } from './no-iro.card.ts'
import { named } from '../parts/named.ts'
import { unreachedOf } from '../parts/unreached.ts'
import { stillUnconfirmedCard, unconfirmedForIroCard } from './raised.card.ts'
import { unconfirmed, unconfirmedPolicy } from './unconfirmed.ts'

export async function remindUnconfirmed(world: World<CasesNeeds>, id: CaseId): Promise<void> {
  const { tx, now, partnership } = world
  const stuck = await tx.caseById(id)
  if (stuck?.state !== 'raised') return endClimb(world, unconfirmed(id))
  const key = `unconfirmed-${id}-${dayOf(now)}`
  const saidBefore = await tx.saidBefore(`unconfirmed-${id}-`, key)
  const rung = await ringClimb(world, unconfirmed(id), unconfirmedPolicy(stuck), saidBefore ? { stage: 'iro' } : {})
  const about = { subject: 'case', id } as const
  const unreached = await unreachedOf(world, named({ case: stuck }, partnership))
  const isUnreached = unreached.has(stuck.socialWorker)
  for (const { to, as, what } of await heardInCase(world, stuck, rung?.tells ?? [])) {
    if (as === 'social-worker')
      await tell(world, { key, to, card: stillUnconfirmedCard(stuck, partnership), about, what })
    // Somebody whom the question has not reached yet cannot be silent; somebody whom nothing reaches has to be helped.
    else if (isUnreached || (await tx.deliveredAt(about, stuck.socialWorker)))
      await tell(world, {
        key: as === 'iro' ? `${key}-iro` : `${key}-iro-${to}`,
        to,
        card:
          as === 'iro'
            ? unconfirmedForIroCard(stuck, partnership, isUnreached)
            : noIroCard(stuck, isUnreached ? 'unreached' : 'unconfirmed'),
        about,
        what,
      })
  }
}
