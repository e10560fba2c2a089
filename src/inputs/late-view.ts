/**
 * A case became a disagreement after views were closed: its social worker is asked for theirs all the same, by a day of
 * their own. The meeting waits for nobody; the chair and the IRO hear what came, or that nothing did.
 */
import type { Day } from '../calendar/day.ts'
import { dayOf } from '../calendar/london.ts'
import type { AskedAgency, Case } from '../cases/case.ts'
import { heardInCase } from '../cases/heard-in-case.ts'
import { changeClimb, endClimb, ringClimb, startClimb } from '../climbs/take-step.ts'
import type { Card } from '../display/card.ts'
import type { RequestId } from '../ids.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { askPerson } from './ask-person.ts'
import { lateViewGivenCard, noLateViewCard } from './late-view.card.ts'
import type { InputsNeeds } from './needs.ts'
import { remindPerson } from './remind-person.ts'
import { isSettled, soonestLastDay, type Request } from './request.ts'
import { lateView, lateViewPolicy } from './views-climb.ts'

type Moment = World<InputsNeeds>

export async function askLate(world: Moment, stuck: Case, asked: AskedAgency): Promise<void> {
  const last = soonestLastDay(world)
  const { id } = await askPerson(world, { ...stuck, inputsClose: last }, asked)
  await startClimb(world, lateView(id), lateViewPolicy(stuck), { due: last })
}

/** Somebody else is the child's social worker now: they have as long as the first had. */
export async function askedOfAnother(
  world: Moment,
  stuck: Case,
  { id }: Pick<Request, 'id'>,
): Promise<Day | undefined> {
  if (stuck.state === 'asking') return stuck.inputsClose
  const due = soonestLastDay(world)
  await changeClimb(world, lateView(id), lateViewPolicy(stuck), { due })
  return due
}

export async function ringLateView(world: Moment, id: RequestId): Promise<void> {
  const { tx } = world
  const request = await tx.requestById(id)
  const stuck = request && (await tx.caseById(request.case))
  if (!stuck || stuck.state === 'closed') return endClimb(world, lateView(id))
  const due = (await tx.climbOf(lateView(id)))?.climb.due
  const rung = await ringClimb(world, lateView(id), lateViewPolicy(stuck), due && { due })
  if (rung?.stage === 'close') await closeLate(world, stuck, request, due ?? dayOf(world.now))
  else if (rung && due && !isSettled(request)) await remindPerson(world, { ...stuck, inputsClose: due }, request)
}

async function closeLate(world: Moment, stuck: Case, request: Request, last: Day): Promise<void> {
  const { tx } = world
  const about = { subject: 'request', id: request.id } as const
  await tx.withdraw(about)
  const reached = (await tx.deliveredAt(about, request.person)) !== undefined
  const outcome = request.state === 'given' ? 'given' : reached ? 'silent' : 'unreached'
  await tx.record({ fact: 'late-view-closed', case: stuck.id, request: request.id, outcome })
  if (outcome !== 'given')
    await tellOfLate(world, stuck, request, (mayRead) => noLateViewCard(stuck, last, reached, mayRead))
}

export const tellLateGiven = async (world: Moment, stuck: Case, request: Request): Promise<void> =>
  tellOfLate(world, stuck, request, (mayRead) => lateViewGivenCard(stuck, mayRead))

/** The chair, and the IRO or who hears in their place. `mayRead`: they read what the agencies say. */
async function tellOfLate(
  world: Moment,
  stuck: Case,
  { id }: Request,
  card: (mayRead: boolean) => Card,
): Promise<void> {
  for (const { to, as, what } of await heardInCase(world, stuck, ['chair', 'iro']))
    await tell(world, {
      ...{ key: `late-view-${id}-${to}-${world.newId()}`, to, card: card(as !== 'coordinator'), what },
      about: { subject: 'case', id: stuck.id },
    })
}
