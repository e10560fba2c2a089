/** Hands an action or a duty to somebody, who says whether they have it; until then it stays with its owner, who is reminded. */
import { dayOf } from '../calendar/london.ts'
import type { ClimbKey, ClimbsNeeds } from '../climbs/needs.ts'
import { endClimb, ringClimb, startClimb } from '../climbs/take-step.ts'
import type { Button, Card, CardBlock } from '../display/card.ts'
import type { ActionId, DutyId, PersonId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import type { PeopleNeeds } from '../people/needs.ts'
import { personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { hears } from './hears.ts'
import {
  acceptedCard,
  declinedCard,
  handedForYouCard,
  notAcceptedCard,
  overtakenCard,
  pleaseAnswerCard,
  pleaseTakeCard,
  takenBackCard,
  takerLeftCard,
  type Handing,
} from './offer.card.ts'
import { offerPolicy, type Offer } from './offer.ts'
import type { Part } from './part.ts'
import { unreachedOf } from './unreached.ts'

type Moment = World<PeopleNeeds & ClimbsNeeds>

/** What is handed over, as the room that it belongs to knows it. */
export type Handed = {
  readonly about:
    { readonly subject: 'action'; readonly id: ActionId } | { readonly subject: 'duty'; readonly id: DutyId }
  readonly climb: ClimbKey
  readonly called: string
  readonly owner: PersonId
  readonly offer?: Offer | undefined
  readonly facts: readonly CardBlock[]
  /** For the person who is asked; for its owner, without and with one who is asked; for anybody else. */
  readonly buttons: Readonly<Record<'asked' | 'owner' | 'offering' | 'other', readonly Button[]>>
  /** Saves and records it; undefined: nobody is asked now. */
  keep(offer: Offer | undefined): Promise<void>
}

type Offered = Handed & { readonly offer: Offer }

export async function handTo(
  world: Moment,
  by: PartnershipPerson,
  handed: Handed,
  to: PartnershipPerson,
): Promise<void> {
  const { about, owner, buttons } = handed
  if (handed.offer) await takeBack(world, { ...handed, offer: handed.offer })
  const offer = { to: to.id, by: by.id, at: world.now }
  await handed.keep(offer)
  await startClimb(world, handed.climb, offerPolicy(world.partnership.policies))
  const handing = handingOf(world, { ...handed, offer })
  await tell(world, {
    ...{ key: `offered-${about.id}-${world.newId()}`, to: to.id, about, what: 'for-offered' },
    card: pleaseTakeCard(handing, by.name, handed.facts, buttons.asked),
  })
  if (owner !== by.id)
    await tell(world, {
      ...{ key: `offering-${about.id}-${world.newId()}`, to: owner, about, what: 'for-owner' },
      card: handedForYouCard(handing, by.name, buttons.offering),
    })
}

/** It is theirs from now on, which its room has saved. */
export async function tellAccepted(world: Moment, by: PartnershipPerson, handed: Offered): Promise<void> {
  await tellThem(world, by, handed, 'accepted', () => acceptedCard(handingOf(world, handed)))
}

/** Who was asked says that it is not theirs: it goes back to its owner. */
export async function decline(world: Moment, by: PartnershipPerson, handed: Offered): Promise<void> {
  await endOffer(world, handed)
  const handing = handingOf(world, handed)
  const buttons = (to: PersonId) => (to === handed.owner ? handed.buttons.owner : [])
  await tellThem(world, by, handed, 'declined', (to) => declinedCard(handing, buttons(to)))
}

/** Its owner keeps it after all. */
export async function takeBack(world: Moment, handed: Offered): Promise<void> {
  const { about, offer } = handed
  await endOffer(world, handed)
  if (!personById(world.partnership, offer.to)) return
  await tell(world, {
    ...{ key: `taken-back-${about.id}-${world.newId()}`, to: offer.to },
    ...{ card: takenBackCard(handingOf(world, handed)), about: { subject: 'person', id: offer.to } },
  })
}

type Asking = Pick<Handed, 'about' | 'called'> & Pick<Offered, 'offer'>

/** It has gone to somebody else meanwhile. Who has not read that they were asked hears of neither. */
export async function tellOvertaken(
  world: World<PeopleNeeds>,
  { about, called, offer }: Asking,
  owner: PersonId,
): Promise<void> {
  const { to } = offer
  if (to === owner || !personById(world.partnership, to)) return
  if (!(await world.tx.deliveredAt(about, to))) return
  await tell(world, {
    ...{ key: `overtaken-${about.id}-${world.newId()}`, to, about: { subject: 'person', id: to } },
    card: overtakenCard(called, nameOf(world.partnership, owner)),
  })
}

async function endOffer(world: Moment, handed: Offered): Promise<void> {
  const { about, climb, offer } = handed
  await handed.keep(undefined)
  await endClimb(world, climb)
  await world.tx.withdrawFrom(about, offer.to)
}

/** Nobody has answered for a while; undefined: it is done, or somebody else's. */
export async function ringOffer(
  world: Moment,
  climb: ClimbKey,
  handed: Handed | undefined,
  parts: readonly Part[],
): Promise<void> {
  const offer = handed?.offer
  if (!handed || !offer) return endClimb(world, climb)
  const rung = await ringClimb(world, climb, offerPolicy(world.partnership.policies))
  if (!rung) return
  const handing = handingOf(world, { ...handed, offer })
  const { about, owner, buttons } = handed
  if (!personById(world.partnership, offer.to)) {
    await endOffer(world, { ...handed, offer })
    return tell(world, {
      ...{ key: `taker-left-${about.id}-${world.newId()}`, to: owner, about, what: 'for-owner' },
      card: takerLeftCard(handing, buttons.owner),
    })
  }
  const unreached = await unreachedOf(world, parts)
  const told = new Set<PersonId>()
  for (const { as, what } of whats.filter(({ hearer }) => rung.tells.includes(hearer)))
    for (const { person: to, as: role } of hears(parts, what, { unreached }).to) {
      if (told.has(to)) continue
      told.add(to)
      const key = `offer-waits-${about.id}-${dayOf(world.now)}-${to}` as const
      const theirs = role === 'coordinator' ? [] : buttons[as]
      const card = as === 'asked' ? pleaseAnswerCard(handing, theirs) : notAcceptedCard(handing, theirs)
      await tell(world, { key, to, card, about, what })
    }
}

const whats = [
  { hearer: 'asked', what: 'for-offered', as: 'asked' },
  { hearer: 'owner', what: 'for-owner', as: 'offering' },
  { hearer: 'lead', what: 'offer-waits', as: 'other' },
] as const

/** Its owner, and who handed it over in their place; never the person whose press it is. */
async function tellThem(
  world: Moment,
  by: PartnershipPerson,
  { about, owner, offer }: Offered,
  key: 'accepted' | 'declined',
  card: (to: PersonId) => Card,
): Promise<void> {
  for (const to of new Set([owner, offer.by]))
    if (to !== by.id && personById(world.partnership, to))
      await tell(world, {
        ...{ key: `${key}-${about.id}-${to}-${world.newId()}`, to, card: card(to) },
        // Who had it has perhaps no part in it from now on, and hears why.
        about: { subject: 'person', id: to },
      })
}

const handingOf = ({ partnership }: Moment, { called, owner, offer }: Offered): Handing => ({
  called,
  owner: nameOf(partnership, owner),
  to: nameOf(partnership, offer.to),
  on: dayOf(offer.at),
})
