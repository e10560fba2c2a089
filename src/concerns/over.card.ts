/** A danger is over: said to everybody who was told of it, and shown by every card about it. */
import { button, card, facts, text, type Button, type Card } from '../display/card.ts'
import type { PersonId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { agencyName, namedToIroAlone, nameOf } from '../people/name-of.ts'
import { lastAgencyOf, personById } from '../people/people.ts'
import type { World } from '../ports/world.ts'
import type { Concern } from './concern.ts'
import type { ConcernsNeeds } from './needs.ts'
import { hiddenReporter, overInWords, type Over } from './over.ts'
import { referenceOf } from './unreported.card.ts'

const titles = {
  reported: 'A risk to a child has been reported',
  'taken-back': 'A concern about a child was taken back',
} as const satisfies Record<Over['how'], string>

/** For those who were told; `isHidden`: its writer is named to the IRO alone. */
export async function overCard(
  world: World<ConcernsNeeds>,
  concern: Concern,
  over: Over,
  isHidden = false,
): Promise<Card> {
  const { partnership } = world
  const ref = await referenceOf(world, concern)
  return card(
    ref ? `${titles[over.how]} (${ref.value})` : titles[over.how],
    [
      text(overInWords(over, isHidden && over.by === concern.writer ? hiddenReporter : byOf(over, partnership))),
      facts(
        ...(ref ? [[ref.label, ref.value] as const] : []),
        ...(isHidden ? hiddenWriter : writerOf(concern, partnership)),
      ),
      text(
        over.how === 'reported'
          ? 'The reminders have stopped.'
          : 'The reminders have stopped. If you are not sure, speak to them.',
      ),
    ],
    childButton(concern),
  )
}

const byOf = ({ by }: Over, partnership: Partnership): string => (by ? nameOf(partnership, by) : 'Somebody')

const hiddenWriter = [['Concern of', namedToIroAlone]] as const

const writerOf = ({ writer }: Concern, partnership: Partnership) =>
  [
    ['Concern of', nameOf(partnership, writer, 'A colleague')],
    ['Agency', agencyName(partnership, lastAgencyOf(partnership, writer))],
  ] as const

/** For its writer: who it was only where they may know who is asked about the child. */
export const ownOverCard = (concern: Concern, over: Over, partnership: Partnership): Card =>
  card(concern.over?.how === 'taken-back' ? 'You took a concern back' : 'The concern that you told of is reported', [
    text(overInWords(over, who(partnership, concern.writer, over.by))),
    text('You do not need to do anything more here.'),
  ])

function who(partnership: Partnership, reader: PersonId, by: PersonId | undefined): string {
  if (by === reader) return 'You'
  const { authority } = partnership
  return by && personById(partnership, reader)?.agency === authority
    ? nameOf(partnership, by)
    : agencyName(partnership, authority)
}

const childButton = ({ id, child }: Concern): readonly Button[] =>
  child ? [button('Which child?', { ask: 'open-concern-child', concern: id })] : []
