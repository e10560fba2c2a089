/** What is said when somebody adds to what they raised, or withdraws it. */
import { button, card, facts, text, type Card } from '../display/card.ts'
import type { Partnership } from '../partnership/partnership.ts'
import type { Case, Raising } from './case.ts'
import { namedToIroAlone } from '../people/name-of.ts'
import { whoRaised } from './raised-blocks.ts'
import { endButton } from './withdrawn.ts'
import { unmatchedButtons } from './unmatched.card.ts'

const says = {
  added: 'Somebody who raised this case has added to what they wrote.',
  withdrawn:
    'Somebody who raised this case has withdrawn what they raised. That does not close the case: if nothing is stuck, somebody has to close it.',
} as const

/** `ends`: nobody who raised it still asks for it, and this person can end it. */
export const raisingChangedCard = (
  stuck: Case,
  raising: Raising,
  what: keyof typeof says,
  partnership: Partnership,
  ends = false,
): Card =>
  card(
    `Case ${stuck.ref}: ${what === 'added' ? 'something was added' : 'a person who raised it has withdrawn it'}`,
    [
      text(`${says[what]} ${stuck.state === 'raised' ? '' : 'Open the case to read it.'}`.trim()),
      facts(['Raised by', raising.namedTo === 'iro' ? namedToIroAlone : whoRaised(raising, partnership)]),
    ],
    [
      ...(ends ? [endButton(stuck)] : []),
      ...(stuck.state === 'raised' ? [button('Read and confirm', { ask: 'open-confirm-case', case: stuck.id })] : []),
      // also before it is confirmed: who withdraws the only raising may leave a case that should be closed
      ...(stuck.state === 'raised' && what === 'added'
        ? []
        : [button('Open the case', { ask: 'open-case', case: stuck.id })]),
    ],
  )

export const unmatchedChangedCard = (raising: Raising, what: keyof typeof says): Card =>
  card(
    `A stuck case about a child we do not know: ${what === 'added' ? 'something was added' : 'withdrawn'}`,
    [
      text(
        what === 'added'
          ? 'The person who raised it has added to it.'
          : 'The person who raised it has withdrawn it. You do not need to do anything more.',
      ),
    ],
    what === 'added' ? unmatchedButtons(raising) : [],
  )
