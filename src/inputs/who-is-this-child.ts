/** "Who is this child?": opened on demand by the person who was asked, and answered: known, not ours, cannot tell, passed on. */
import { button } from '../display/card.ts'
import { done, type Answer } from '../display/answer.ts'
import { reading, words } from '../display/reading.ts'
import { isRefusal, refused } from '../display/refusal.ts'
import { eachLook, identityBlocks } from '../cases/show-identity.ts'
import type { RequestId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { agencyOf } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { notOursCard } from './asked.card.ts'
import { closeWhenSettled } from './close-inputs.ts'
import type { InputsNeeds } from './needs.ts'
import { answerableRequest } from './answerable-request.ts'

export async function showWhoChildIs(world: World<InputsNeeds>, by: PartnershipPerson, id: RequestId): Promise<Answer> {
  const own = await answerableRequest(world, by, id)
  if (isRefusal(own)) return own
  return reading(
    'Who is this child?',
    [eachLook, ...(await identityBlocks(world, own.stuck)), words('Why you have been asked', own.request.because)],
    [
      button('I know this child', { ask: 'know-child', request: id }, 'primary'),
      button('Not ours', { ask: 'not-ours', request: id }),
      button('Cannot tell', { ask: 'cannot-tell', request: id }),
      button('Pass to a colleague', { ask: 'open-pass-on', request: id }),
    ],
  )
}

type Knowing = 'know-child' | 'not-ours' | 'cannot-tell'

export async function sayWho(
  world: World<InputsNeeds>,
  by: PartnershipPerson,
  { ask, request: id }: { readonly ask: Knowing; readonly request: RequestId },
): Promise<Answer> {
  const { tx, partnership } = world
  const own = await answerableRequest(world, by, id)
  if (isRefusal(own)) return own
  const { request, stuck } = own
  const { state, fact, says } = outcomes[ask]
  if (request.state === state) return refused('already-done')
  if (request.state === 'given') return refused('view-already-given')
  await tx.saveRequest({ ...request, state })
  await tx.record({ fact, case: stuck.id, request: id })
  if (ask !== 'know-child') {
    const agency = agencyOf(partnership, request).name
    await tell(world, {
      key: `${ask}-${id}`,
      to: stuck.socialWorker,
      card: notOursCard(
        stuck,
        agency,
        `${agency} ${ask === 'not-ours' ? 'says that the child is not theirs.' : 'cannot tell whether it knows this child.'}`,
      ),
      about: { subject: 'case', id: stuck.id },
      what: 'for-social-worker',
    })
    if (await closeWhenSettled(world, stuck.id)) return done(lastAnswer)
  }
  return done(says)
}

const lastAnswer = 'Thank you. The social worker will be told. Yours was the last answer, so views are now closed.'

const outcomes = {
  'know-child': {
    state: 'known',
    fact: 'child-known',
    says: 'Thank you. Now choose "Give our view" on the message.',
  },
  'not-ours': {
    state: 'not-ours',
    fact: 'child-not-ours',
    says: 'Thank you. The social worker will be told. You do not need to do anything more.',
  },
  'cannot-tell': {
    state: 'cannot-tell',
    fact: 'child-cannot-tell',
    says: 'Thank you. The social worker will be told. If you find out, you can still give your view.',
  },
} as const
