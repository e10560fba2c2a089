/** Ends a danger: on record, its climb stopped, and everybody who was told is told that it is over. */
import { endClimb } from '../climbs/take-step.ts'
import type { Answered } from '../display/answered.ts'
import type { PersonId } from '../ids.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { idsOf } from './about-child.ts'
import type { Concern } from './concern.ts'
import type { ConcernsNeeds } from './needs.ts'
import type { Over, Report } from './over.ts'
import { overCard, ownOverCard } from './over.card.ts'
import { dangerWhat, overWhat, ownWhat } from './said.ts'
import { unreported } from './unreported.ts'
import { hearAtFirst, subjectOf } from './who-hears.ts'

export type Reported = Report & {
  readonly words: readonly Answered[]
  /** Said in the form itself, which is not kept yet. */
  readonly namedTo?: 'iro'
}

export async function endAsReported(
  world: World<ConcernsNeeds>,
  concern: Concern,
  by: PersonId,
  { to, when, words, namedTo }: Reported,
): Promise<void> {
  const { tx, now } = world
  const ended = { ...concern, over: { how: 'reported', at: now, by, report: { to, when } } as const }
  await tx.saveConcern(ended)
  if (words.length > 0) await tx.saveReport(concern.id, words)
  await tx.record({
    ...{ fact: 'risk-reported', concern: concern.id },
    ...idsOf(concern),
    ...{ to, when: when.toISOString() },
  })
  await sayOver(world, ended, by, namedTo === 'iro' || (await tx.isNamedToIroAlone(concern)))
}

export async function endAsTakenBack(world: World<ConcernsNeeds>, concern: Concern): Promise<void> {
  const { tx, now } = world
  const ended = { ...concern, over: { how: 'taken-back', at: now, by: concern.writer } as const }
  await tx.saveConcern(ended)
  await tx.record({ fact: 'risk-taken-back', concern: concern.id, ...idsOf(concern) })
  await sayOver(world, ended, concern.writer, false)
}

type Ended = Concern & { readonly over: Over }

/** At once to those whom a message has reached, who may be about to act; the others hear it in working hours. */
async function sayOver(world: World<ConcernsNeeds>, concern: Ended, by: PersonId, isHidden: boolean): Promise<void> {
  const { tx, partnership } = world
  const { id, over, writer } = concern
  const about = subjectOf(id)
  await endClimb(world, unreported(id))
  await tx.withdraw(about)
  const said = (await tx.saidAbout(about)).filter(({ what }) => what !== overWhat)
  const answering = await tx.answersForConcern(concern)
  const cards = {
    all: await overCard(world, concern, over),
    hidden: await overCard(world, concern, over, isHidden),
  }
  const cardFor = (to: PersonId) => (to === answering.iro ? cards.all : cards.hidden)
  const own = ownOverCard(concern, over, partnership)
  for (const to of new Set(said.map((one) => one.to))) {
    await tx.redraw(about, to, dangerWhat, cardFor(to))
    await tx.redraw(about, to, ownWhat, own)
  }
  const reached = new Set(said.filter(({ what }) => what !== ownWhat).map(({ to }) => to))
  const today = over.how === 'reported' ? await hearAtFirst(world, concern, answering) : []
  // Who hears of it only now has a part in it too, or could not open which child it is.
  if (today.length > 0) await tx.saveConcern({ ...concern, told: [...new Set([...concern.told, ...today])] })
  for (const to of new Set([...reached, ...today]))
    if (to !== by && to !== writer)
      await tell(world, {
        ...{ key: `concern-over-${id}-${to}`, to, card: cardFor(to), about, what: overWhat },
        ...(reached.has(to) && { urgent: true }),
      })
  const wasTold = said.some(({ what }) => what === ownWhat)
  if (writer !== by && wasTold)
    await tell(world, {
      key: `concern-over-${id}-${writer}`,
      to: writer,
      card: own,
      about,
      what: overWhat,
      urgent: true,
    })
}
