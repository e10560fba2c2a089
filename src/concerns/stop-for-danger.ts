/**
 * "Yes, not reported yet": nothing is circulated or kept, the words stay in the writer's form, the numbers are shown,
 * and those who answer for the child hear, without a word of it, that something has to be reported.
 * An allegation alone goes to nobody from here: the person who would be told may be the one it is about.
 */
import { startClimb } from '../climbs/take-step.ts'
import { numbers, text } from '../display/card.ts'
import { heading, type ReadingBlock } from '../display/reading.ts'
import type { Form, FormValues } from '../display/form.ts'
import type { ConcernId, PersonId } from '../ids.ts'
import { reachedFor } from '../parts/unreached.ts'
import { agencyName, nameOf } from '../people/name-of.ts'
import { personById } from '../people/people.ts'
import type { World } from '../ports/world.ts'
import { idsOf, type About } from './about-child.ts'
import type { Concern } from './concern.ts'
import type { ConcernsNeeds } from './needs.ts'
import { riskLines, urgentLines, type Unreported } from './safeguarded.form.ts'
import { dangerWhat, ownWhat } from './said.ts'
import { isSameDanger } from './same-danger.ts'
import { sayToMore } from './say-to-more.ts'
import { sayUnreported } from './say-unreported.ts'
import { ownConcernCard } from './unreported.card.ts'
import { unreported, unreportedPolicy } from './unreported.ts'
import { hearAtFirst, receiversOf, roleOf, subjectOf, workerIn } from './who-hears.ts'

export async function stopForDanger(
  world: World<ConcernsNeeds>,
  writer: PersonId,
  kind: Unreported,
  about: About,
  drawn: Form,
  sent: FormValues,
): Promise<Form> {
  const isRisk = kind !== 'allegation-unreported'
  const concern = isRisk
    ? await raiseConcern(world, writer, kind === 'both-unreported' ? 'both' : 'risk', about)
    : undefined
  const told = concern ? await namesOfTold(world, concern, about) : []
  const { urgent } = world.partnership
  const lines = kind === 'risk-unreported' ? riskLines(urgent) : urgentLines(urgent)
  const values = { ...sent }
  delete values['danger']
  return { ...drawn, values, intro: [...notSent(lines, told, isRisk), ...drawn.intro] }
}

const notSent = (lines: readonly string[], told: readonly string[], isRisk: boolean): readonly ReadingBlock[] => [
  heading('Phone now'),
  numbers(lines),
  text(
    `Your words were not sent, and nobody else can read them. They are still in this form. ${whoWasTold(told)}When you have reported it, choose ` +
      '"Yes, and it has been reported", say who was told and when, and send the form again.' +
      (isRisk ? ' If you pressed this by mistake, say so on the message that you have just been sent.' : ''),
  ),
]

/** The writer is told who will ask them about it. */
const whoWasTold = (names: readonly string[]): string =>
  names.length === 0
    ? 'Nobody was told from here. '
    : `We have told ${new Intl.ListFormat('en-GB').format(names)} that you have a concern to report about this child, ` +
      'and that it is not reported yet. '

/** Outside the authority the authority alone: who it is would tell whether the child is known, and in its care. */
async function namesOfTold(
  world: World<ConcernsNeeds>,
  { told, writer, child: id, kind }: Concern,
  { socialWorker, iro }: About,
): Promise<readonly string[]> {
  const { partnership } = world
  const { authority } = partnership
  const reached = new Set(await reachedFor(world, told))
  const those = (await receiversOf(world, told, workerIn({ kind, writer }, { socialWorker }))).filter(
    ({ to }) => to !== writer && reached.has(to),
  )
  if (those.length === 0) return []
  if (personById(partnership, writer)?.agency !== authority) return [agencyName(partnership, authority)]
  const child = { ...(id && { id }), ...(socialWorker && { socialWorker }), ...(iro && { iro }) }
  return those.map(({ to, meantFor }) => {
    const role = roleOf(world, child, meantFor)
    const as = to === meantFor ? role : `for ${nameOf(partnership, meantFor)}, ${role ?? ''}`
    return `${nameOf(partnership, to)}${as === undefined ? '' : ` (${as})`}`
  })
}

async function raiseConcern(
  world: World<ConcernsNeeds>,
  writer: PersonId,
  kind: Concern['kind'],
  about: About,
): Promise<Concern> {
  const { tx, now, partnership } = world
  const open = (await tx.openConcerns({ writer })).find((one) => isSameDanger(one, writer, about))
  if (open) return kind === 'both' && open.kind === 'risk' ? becomesBoth(world, open) : open
  const { socialWorker, iro } = about
  const answering = { ...(socialWorker && { socialWorker }), ...(iro && { iro }) }
  const concern: Concern = {
    ...{ id: world.newId() as ConcernId, ...idsOf(about), kind, writer },
    ...{ told: [], raisedAt: now, repeats: 0 },
  }
  const people = await hearAtFirst(world, concern, answering)
  const raised = { ...concern, told: await sayUnreported(world, concern, people) }
  await tx.saveConcern(raised)
  await tx.record({ fact: 'risk-unreported', concern: concern.id, told: [...raised.told], ...idsOf(about) })
  await tx.say({
    ...{ key: `concern-${concern.id}-own`, to: writer, meantFor: writer },
    ...{ card: ownConcernCard(raised, partnership), about: subjectOf(concern.id), what: ownWhat },
    ...{ notBefore: now, urgent: true },
  })
  await startClimb(world, unreported(concern.id), unreportedPolicy(world))
  return raised
}

/** From now on a worker may have done it: what still waits for the social worker is taken back, and others hear. */
async function becomesBoth(world: World<ConcernsNeeds>, open: Concern): Promise<Concern> {
  const { tx } = world
  const both = { ...open, kind: 'both' } as const
  const worker = workerIn(both, await tx.answersForConcern(open))
  if (worker) await tx.withdrawFor(subjectOf(open.id), worker, dangerWhat)
  return sayToMore(world, { ...both, told: open.told.filter((one) => one !== worker) })
}
