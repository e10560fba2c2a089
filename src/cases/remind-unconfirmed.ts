/** Sends reminders about a case that nobody has confirmed: to more people each time, and each of them can confirm it. */
import { dayOf } from '../calendar/london.ts'
import { endClimb, ringClimbAsItStands } from '../climbs/take-step.ts'
import type { Card } from '../display/card.ts'
import type { CaseId, PersonId } from '../ids.ts'
import { hears } from '../parts/hears.ts'
import { named } from '../parts/named.ts'
import type { What } from '../parts/told.ts'
import { unreachedOf } from '../parts/unreached.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { Case } from './case.ts'
import { heardInCase } from './heard-in-case.ts'
import type { CasesNeeds } from './needs.ts'
import { noIroCard } from './no-iro.card.ts'
import {
  confirmDisagreementCard,
  stillUnconfirmedCard,
  unconfirmedForIroCard,
  unconfirmedForOthersCard,
} from './raised.card.ts'
import { unconfirmed, unconfirmedPolicy } from './unconfirmed.ts'
import { whoSettles } from './who-settles.ts'
import { sayingWithdrawn, withdrawnFrom } from './withdrawn.ts'

export async function remindUnconfirmed(world: World<CasesNeeds>, id: CaseId): Promise<void> {
  const { tx, now } = world
  const stuck = await tx.caseById(id)
  if (stuck?.state !== 'raised') return endClimb(world, unconfirmed(id))
  const key = `unconfirmed-${id}-${dayOf(now)}` as const
  const before = (await tx.saidBefore(`unconfirmed-${id}-`, key)) ? { stage: 'iro' } : {}
  // By the policy of today: a case that was raised before others could confirm it is not starved either.
  const rung = await ringClimbAsItStands(world, unconfirmed(id), unconfirmedPolicy(stuck), before)
  if (!rung) return
  const withdrawn = withdrawnFrom(await tx.raisingsOf(id), world.partnership)
  const told = new Set<PersonId>()
  for (const { to, what, card: asks, as, confirms = true } of [
    ...settling(world, stuck),
    ...(rung.tells.includes('iro') ? await forIro(world, stuck) : []),
    ...others(world, stuck),
  ]) {
    if (told.has(to)) continue
    told.add(to)
    const card = confirms ? sayingWithdrawn(asks, stuck, withdrawn, as === undefined) : asks
    await tell(world, {
      ...{ key: keyFor(key, to, as), to, card, what },
      about: { subject: 'case', id },
    })
  }
}

const keyFor = (key: `unconfirmed-${string}`, to: PersonId, as: Telling['as']) =>
  as ? (`${key}-${as === 'iro' ? 'iro' : `${as}-${to}`}` as const) : key

type Telling = {
  readonly to: PersonId
  readonly what: What
  readonly card: Card
  /** Absent for its social worker. */
  readonly as?: 'other' | 'iro'
  /** False where they hear that it waits, and cannot confirm it. */
  readonly confirms?: false
}

const settling = ({ partnership }: World<unknown>, stuck: Case): readonly Telling[] =>
  whoSettles(stuck, partnership).map(({ person: to, what }) =>
    stuck.disagreement
      ? { to, what, card: confirmDisagreementCard(stuck, partnership), as: 'other' }
      : { to, what, card: stillUnconfirmedCard(stuck, partnership) },
  )

/** Nobody who manages the social worker is asked to settle a disagreement with them. */
function others({ partnership }: World<unknown>, stuck: Case): readonly Telling[] {
  if (stuck.disagreement) return []
  const parts = named({ case: stuck }, partnership)
  const what = 'unconfirmed'
  return hears(parts, what).to.map(({ person: to }) => ({
    ...{ to, what, as: 'other' },
    card: unconfirmedForOthersCard(stuck, partnership),
  }))
}

async function forIro(world: World<CasesNeeds>, stuck: Case): Promise<readonly Telling[]> {
  const { partnership } = world
  const isUnreached = (await unreachedOf(world, named({ case: stuck }, partnership))).has(stuck.socialWorker)
  return (await heardInCase(world, stuck, ['iro'])).map(({ to, as, what }) =>
    as === 'iro'
      ? { to, what, as, card: unconfirmedForIroCard(stuck, partnership, isUnreached) }
      : { to, what, as: 'other', confirms: false, card: noIroCard(stuck, isUnreached ? 'unreached' : 'unconfirmed') },
  )
}
