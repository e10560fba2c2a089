/** Reminds of a case that nobody has confirmed. */
import type { CaseId } from '../ids.ts'
import { dayOf } from '../calendar/london.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { CasesNeeds } from './needs.ts'
import { remindAt } from './join-or-start.ts'
import { stillUnconfirmedCard, unconfirmedForIroCard } from './raised.card.ts'

/** A case that nobody confirms is stuck twice: the social worker hears again, and the IRO from the second time on. */
export async function remindUnconfirmed(world: World<CasesNeeds>, id: CaseId): Promise<void> {
  const { tx, now, partnership } = world
  const stuck = await tx.caseById(id)
  if (stuck?.state !== 'raised') return
  const about = { subject: 'case', id } as const
  const today = dayOf(now)
  const key = `unconfirmed-${id}-${today}`
  await tell(world, { key, to: stuck.socialWorker, card: stillUnconfirmedCard(stuck, partnership), about })
  const asked = await tx.deliveredAt(about, stuck.socialWorker)
  if (stuck.iro && asked && (await tx.saidBefore(`unconfirmed-${id}-`, key)))
    await tell(world, { key: `${key}-iro`, to: stuck.iro, card: unconfirmedForIroCard(stuck, partnership), about })
  await tx.setWake({ wake: 'case-unconfirmed', case: id }, remindAt(world, stuck))
}
