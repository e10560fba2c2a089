/**
 * "Yes, not reported yet": nothing is circulated or kept, the words stay in the writer's form, the numbers are shown,
 * and those who answer for the child hear, without a word of it, that something has to be reported.
 * An allegation against a worker goes to nobody from here: the person who would be told may be the one it is about.
 */
import { startClimb } from '../climbs/take-step.ts'
import { heading, type ReadingBlock } from '../display/reading.ts'
import { list, text } from '../display/card.ts'
import type { Form, FormValues } from '../display/form.ts'
import type { ConcernId, PersonId } from '../ids.ts'
import type { UrgentLines } from '../partnership/partnership.ts'
import { agencyName, nameOf } from '../people/name-of.ts'
import { personById } from '../people/people.ts'
import { hears } from '../parts/hears.ts'
import { named } from '../parts/named.ts'
import { reachedFor, unreachedOf } from '../parts/unreached.ts'
import type { World } from '../ports/world.ts'
import type { About } from './about-child.ts'
import type { Concern } from './concern.ts'
import type { ConcernsNeeds } from './needs.ts'
import { urgentLines, type Unreported } from './safeguarded.form.ts'
import { sayUnreported } from './unreported.card.ts'
import { unreported, unreportedPolicy } from './unreported.ts'

export async function stopForDanger(
  world: World<ConcernsNeeds>,
  writer: PersonId,
  kind: Unreported,
  about: About,
  drawn: Form,
  sent: FormValues,
): Promise<Form> {
  const concern = kind === 'risk-unreported' ? await raiseConcern(world, writer, about) : undefined
  const names = concern ? await namesOfTold(world, concern) : []
  const values = { ...sent }
  delete values['danger']
  return { ...drawn, values, intro: [...notSent(kind, world.partnership.urgent, names), ...drawn.intro] }
}

function notSent(kind: Unreported, urgent: UrgentLines, told: readonly string[]): readonly ReadingBlock[] {
  const who =
    kind === 'allegation-unreported'
      ? [urgent.designatedOfficer]
      : urgentLines(urgent).filter((line) => line !== urgent.designatedOfficer)
  return [
    heading('Report this now by phone'),
    list(who),
    text(
      `Your words were not sent or saved. They are only in this form. ${whoWasTold(told)}When you have reported it, choose ` +
        '"Yes, and it has been reported", say who was told and when, and send the form again.',
    ),
  ]
}

/** Outside the authority the authority alone: who it is would tell whether the child is known, and in its care. */
async function namesOfTold(world: World<ConcernsNeeds>, { told, writer }: Concern): Promise<readonly string[]> {
  const reached = (await reachedFor(world, told)).filter((one) => one !== writer)
  if (reached.length === 0) return []
  const { partnership } = world
  const { authority } = partnership
  return personById(partnership, writer)?.agency === authority
    ? reached.map((one) => nameOf(partnership, one))
    : [agencyName(partnership, authority)]
}

/** The writer is told who will ask them about it. */
const whoWasTold = (names: readonly string[]): string =>
  names.length === 0
    ? ''
    : `We have told ${new Intl.ListFormat('en-GB').format(names)} that you have a concern to report, and that it is not reported yet. `

async function raiseConcern(world: World<ConcernsNeeds>, writer: PersonId, about: About): Promise<Concern> {
  const { tx, now, partnership } = world
  const of = { ...(about.case && { case: about.case }), ...(about.child && { child: about.child }) }
  const open = await tx.unreportedBy(writer, of)
  if (open) return open
  const { child: id, socialWorker, iro } = about
  const child = { ...(id && { id }), ...(socialWorker && { socialWorker }), ...(iro && { iro }) }
  const parts = named({ child }, partnership)
  const unreached = await unreachedOf(world, parts)
  const told = hears(parts, 'danger', { writer, unreached }).to.map(({ person }) => person)
  const concern: Concern = { id: world.newId() as ConcernId, ...of, writer, told, raisedAt: now, repeats: 0 }
  await tx.saveConcern(concern)
  await tx.record({ fact: 'risk-unreported', concern: concern.id, told, ...of })
  await sayUnreported(world, concern)
  await startClimb(world, unreported(concern.id), unreportedPolicy(world))
  return concern
}
