/** Sends reminders about a case that nobody has confirmed. */
import { dayOf } from '../calendar/london.ts'
import { endClimb, ringClimb } from '../climbs/take-step.ts'
import type { CaseId } from '../ids.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { CasesNeeds } from './needs.ts'
import { stillUnconfirmedCard, unconfirmedForIroCard } from './raised.card.ts'
import { heardIn, unconfirmed, unconfirmedPolicy } from './unconfirmed.ts'

export async function remindUnconfirmed(world: World<CasesNeeds>, id: CaseId): Promise<void> {
  const { tx, now, partnership } = world
  const stuck = await tx.caseById(id)
  if (stuck?.state !== 'raised') return endClimb(world, unconfirmed(id))
  const key = `unconfirmed-${id}-${dayOf(now)}`
  const saidBefore = await tx.saidBefore(`unconfirmed-${id}-`, key)
  const rung = await ringClimb(world, unconfirmed(id), unconfirmedPolicy(stuck), saidBefore ? { stage: 'iro' } : {})
  const about = { subject: 'case', id } as const
  for (const hearer of rung?.tells ?? []) {
    const to = heardIn(stuck, hearer)
    if (hearer === 'social-worker' && to)
      await tell(world, { key, to, card: stillUnconfirmedCard(stuck, partnership), about })
    // Somebody who was never reached cannot be silent.
    if (hearer === 'iro' && to && (await tx.deliveredAt(about, stuck.socialWorker)))
      await tell(world, { key: `${key}-iro`, to, card: unconfirmedForIroCard(stuck, partnership), about })
  }
}
