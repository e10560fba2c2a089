/** Says to people that a danger is not reported: to each receiver once, and never so often that nobody reads it any longer. */
import { dayMs } from '../calendar/durations.ts'
import { lastClosing } from '../calendar/working-hours.ts'
import type { PersonId } from '../ids.ts'
import type { SaidMessage } from '../ports/transaction.ts'
import type { World } from '../ports/world.ts'
import type { Concern } from './concern.ts'
import type { ConcernsNeeds } from './needs.ts'
import { dangerWhat } from './said.ts'
import { unreportedCard } from './unreported.card.ts'
import { alsoTold } from './also-told.ts'
import { receiversOf, subjectOf, workerIn } from './who-hears.ts'

/** Outside working hours until they open: two wake a person who can be woken. */
const mostAtNight = 2
/** In any 24 hours, however long a partnership works. */
const mostADay = 8

/** Those to whom it was said. What still waits for one of them is replaced: after an outage one message arrives. */
export async function sayUnreported(
  world: World<ConcernsNeeds>,
  concern: Concern,
  people: readonly PersonId[],
): Promise<readonly PersonId[]> {
  const { tx, now } = world
  const about = subjectOf(concern.id)
  const said = (await tx.saidAbout(about)).filter(({ what }) => what === dangerWhat || what === undefined)
  const answering = await tx.answersForConcern(concern)
  const receivers = await receiversOf(world, people, workerIn(concern, answering))
  const earlier = [...new Set(said.map(({ to }) => to))]
  const hearing = receivers.filter(({ to }) =>
    mayHear(
      world,
      said.filter((one) => one.to === to),
    ),
  )
  const told = [...new Set([...earlier, ...hearing.map(({ to }) => to)])]
  const cardFor = (to: PersonId) =>
    unreportedCard(world, concern, alsoTold(world, { ...concern, ...answering }, told, to))
  for (const { to, meantFor } of hearing) {
    await tx.withdrawFor(about, to, dangerWhat)
    await tx.say({
      key: `concern-${concern.id}-${concern.repeats}-${to}`,
      ...{ to, meantFor, card: await cardFor(to), about, what: dangerWhat },
      notBefore: now,
      urgent: true,
    })
  }
  // Who was told before sees on that message who else has been told since.
  if (told.length > earlier.length) for (const to of earlier) await tx.redraw(about, to, dangerWhat, await cardFor(to))
  return hearing.map(({ meantFor }) => meantFor)
}

/** A message that waits is not counted: it is replaced by this one. */
function mayHear({ now, partnership, calendar }: World<unknown>, said: readonly SaidMessage[]): boolean {
  const closed = lastClosing(now, partnership.workingHours, calendar)
  const times = said.flatMap(({ at, waits }) => (waits ? [] : [at]))
  // What was said at the moment of closing is said at night.
  if (closed && times.filter((at) => at >= closed).length >= mostAtNight) return false
  return times.filter((at) => now.getTime() - at.getTime() < dayMs).length < mostADay
}
