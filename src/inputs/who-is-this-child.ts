/** "Who is this child?": opened on demand by the person who was asked, and answered: known, not ours, not sure yet, passed on. */
import { dayOf } from '../calendar/london.ts'
import type { Day } from '../calendar/day.ts'
import { inWords } from '../calendar/in-words.ts'
import { button, text, type Button } from '../display/card.ts'
import { done, type Answer } from '../display/answer.ts'
import { reading, words } from '../display/reading.ts'
import { isRefusal, refused } from '../display/refusal.ts'
import { knowsOfMeeting } from '../cases/family-blocks.ts'
import { eachLook, identityBlocks } from '../cases/show-identity.ts'
import { releasedBlocks } from '../cases/released.ts'
import { whoSettles } from '../cases/who-settles.ts'
import type { PersonId, RequestId } from '../ids.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { may } from '../parts/may.ts'
import { partsToday } from '../parts/parts-of.ts'
import { agencyOf, deputiesOf } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { agencyAnswersCard } from './asked.card.ts'
import { answerableRequest, openRequest, type OwnRequest } from './answerable-request.ts'
import { closeNoSooner, closeSooner } from './closing-day.ts'
import type { InputsNeeds } from './needs.ts'
import { notOursForm, notSureForm } from './not-ours.form.ts'
import { isPartys, type Request } from './request.ts'

export async function showWhoChildIs(world: World<InputsNeeds>, by: PartnershipPerson, id: RequestId): Promise<Answer> {
  const own = await openRequest(world, by, id)
  if (isRefusal(own)) return own
  if (own.request.state === 'not-ours') return takeBack(own)
  const parts = await partsToday(world, { request: own.request })
  const raised = may(parts, by.id, 'released-words') ? await world.tx.raisingsOf(own.stuck.id) : []
  return reading(
    'Who is this child?',
    [
      eachLook,
      ...(await identityBlocks(world, by, own.stuck)),
      words('Why you have been asked', own.request.because),
      ...(await knowsOfMeeting(world, own.stuck, parts, by.id)),
      ...releasedBlocks(raised, world.partnership),
    ],
    answersTo(own.request, world.partnership),
  )
}

const giveView = (request: RequestId): Button => button('Give our view', { ask: 'open-input', request }, 'primary')

/** The social worker answers for the child, and speaks for themselves. */
const answersTo = (request: Request, partnership: Partnership): readonly Button[] =>
  isPartys(request, partnership)
    ? [giveView(request.id)]
    : [
        button('I know this child', { ask: 'know-child', request: request.id }, 'primary'),
        button('Not ours', { ask: 'open-not-ours', request: request.id }),
        button('Not sure yet', { ask: 'open-cannot-tell', request: request.id }),
        button('Pass to a colleague', { ask: 'open-pass-on', request: request.id }),
      ]

/** Who said that the child is not theirs does not see again who it is before they take that back. */
const takeBack = ({ request, stuck }: OwnRequest): Answer =>
  reading(
    'Not ours',
    [
      text(
        `You said that the child of case ${stuck.ref} is not yours. If that was wrong, you can take it back until views close.`,
      ),
    ],
    [button('Take this back', { ask: 'take-back-not-ours', request: request.id })],
  )

export async function askOnce(
  world: World<InputsNeeds>,
  by: PartnershipPerson,
  { ask, request: id }: { readonly ask: 'open-not-ours' | 'open-cannot-tell'; readonly request: RequestId },
): Promise<Answer> {
  const own = await answerableRequest(world, by, id)
  if (isRefusal(own)) return own
  if (isPartys(own.request, world.partnership)) return refused('asked-as-party')
  if (own.request.state === 'given') return refused('view-already-given')
  return ask === 'open-not-ours' ? notOursForm(own) : notSureForm(own)
}

type Knowing = 'know-child' | 'not-ours' | 'cannot-tell'

export async function sayWho(
  world: World<InputsNeeds>,
  by: PartnershipPerson,
  { ask, request: id }: { readonly ask: Knowing; readonly request: RequestId },
): Promise<Answer> {
  const { tx } = world
  const own = await answerableRequest(world, by, id)
  if (isRefusal(own)) return own
  const { request, stuck } = own
  if (isPartys(request, world.partnership)) return refused('asked-as-party')
  const { state, fact, says } = outcomes[ask]
  if (request.state === state) return refused('already-done')
  if (request.state === 'given') return refused('view-already-given')
  await tx.saveRequest({ ...request, state })
  await tx.record({ fact, case: stuck.id, request: id })
  if (ask === 'know-child') return done(says, [giveView(id)])
  if (ask === 'not-ours') await tx.withdraw({ subject: 'request', id })
  await tellWhoSettles(world, own, ask)
  const sooner = await closeSooner(world, stuck.id)
  return done(sooner ? `${says} ${lastAnswer(sooner)}` : says)
}

/** They are asked again, by the day that was given to them, or the next working day if that has come. */
export async function takeBackNotOurs(
  world: World<InputsNeeds>,
  by: PartnershipPerson,
  id: RequestId,
): Promise<Answer> {
  const { tx, now } = world
  const own = await openRequest(world, by, id)
  if (isRefusal(own)) return own
  if (own.request.state !== 'not-ours') return refused('already-done')
  await tx.saveRequest({ ...own.request, state: 'asked' })
  await tx.record({ fact: 'child-not-ours-taken-back', case: own.stuck.id, request: id })
  const unheard = await takeBackUnsaid(world, own)
  await tellWhoSettles(world, own, 'take-back-not-ours', unheard)
  const last = await closeNoSooner(world, own.stuck.id, dayOf(now))
  return done(
    `Thank you. You are asked for your view again${last ? `, by ${inWords(last)}` : ''}. The social worker will be told.`,
    [giveView(id)],
  )
}

async function tellWhoSettles(
  world: World<InputsNeeds>,
  { request, stuck }: OwnRequest,
  what: keyof typeof answers,
  without: ReadonlySet<PersonId> = new Set(),
): Promise<void> {
  const agency = agencyOf(world.partnership, request).name
  const those = whoSettles(stuck, world.partnership).filter(({ person }) => !without.has(person))
  for (const { person: to, what: hears } of those)
    await tell(world, {
      key: `${what}-${request.id}-${world.newId()}`,
      to,
      card: agencyAnswersCard(stuck, agency, `${agency} ${answers[what]}`),
      about: { subject: 'case', id: stuck.id },
      what: what === 'not-ours' ? saidNotOurs(request.id) : hears,
    })
}

/** A kind of its own, by which exactly this message is found again. */
const saidNotOurs = (id: RequestId): string => `not-ours-${id}`

/** What nobody has read yet is taken back without a word; who had it still waiting, or their deputy, hears of neither. */
async function takeBackUnsaid({ tx, partnership }: World<InputsNeeds>, own: OwnRequest): Promise<Set<PersonId>> {
  const about = { subject: 'case', id: own.stuck.id } as const
  const what = saidNotOurs(own.request.id)
  const waiting = (await tx.saidAbout(about)).filter((said) => said.what === what && said.waits)
  for (const { to } of waiting) await tx.withdrawFor(about, to, what)
  const unheard = waiting.map(({ to }) => to)
  const meant = whoSettles(own.stuck, partnership)
    .map(({ person }) => person)
    .filter((person) => deputiesOf(partnership, person).some((one) => unheard.includes(one)))
  return new Set([...unheard, ...meant])
}

export const lastAnswer = (last: Day): string => `Every agency has now answered, so views close on ${inWords(last)}.`

const answers = {
  'not-ours': 'says that the child is not theirs. They can take this back until views close.',
  'cannot-tell': 'is not sure yet whether it knows this child. It is still asked for its view.',
  'take-back-not-ours': 'has taken back that the child is not theirs. It is asked for its view again.',
} as const

const outcomes = {
  'know-child': {
    state: 'known',
    fact: 'child-known',
    says: 'Thank you.',
  },
  'not-ours': {
    state: 'not-ours',
    fact: 'child-not-ours',
    says: 'Thank you. The social worker will be told. To take this back, choose "Who is this child?" on the message.',
  },
  'cannot-tell': {
    state: 'cannot-tell',
    fact: 'child-cannot-tell',
    says: 'Thank you. The social worker will be told. Your view is still needed.',
  },
} as const
