/** What is said when a case was raised. */
import { inWords } from '../calendar/in-words.ts'
import { button, card, facts, text, type Card } from '../display/card.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { themeName } from '../partnership/theme-words.ts'
import { mayBeAdmitted, type Case, type Raising } from './case.ts'
import { namedToIroAlone } from '../people/name-of.ts'
import { admitButton, whoRaised, whoRaisedButton } from './raised-blocks.ts'
import { unmatchedButtons } from './unmatched.card.ts'

const about = ({ theme, needed }: Pick<Case, 'theme' | 'needed'>, partnership: Partnership) =>
  facts(['What is stuck', themeName(partnership, theme)], ['Needs to move by', inWords(needed)])

/** `isByIro`: an Independent Reviewing Officer raised it. */
export const confirmCard = (stuck: Case, partnership: Partnership, isByIro = false): Card =>
  card(
    `Case ${stuck.ref}: please confirm`,
    [
      text(
        `${isByIro ? 'An Independent Reviewing Officer' : 'A colleague'} has raised a stuck case about a child you are responsible for. Nothing is shared until you confirm it.`,
      ),
      about(stuck, partnership),
    ],
    [
      button('Read and confirm', { ask: 'open-confirm-case', case: stuck.id }, 'primary'),
      button('What was raised', { ask: 'open-case', case: stuck.id }),
    ],
  )

/** For everybody who chairs, and for the coordinators: the social worker is a party to it. */
export const confirmDisagreementCard = (stuck: Case, partnership: Partnership): Card =>
  card(
    `Case ${stuck.ref}: a disagreement, please confirm`,
    [
      text(
        'Somebody has raised a disagreement about a child in care. The social worker is asked for a view like everybody ' +
          'else, so a chair or a coordinator confirms it. Nothing is shared until one of you does.',
      ),
      about(stuck, partnership),
    ],
    [readAndConfirm(stuck)],
  )

/** For the social worker. Who raised it stands on the page of the case, for those who may read it. */
export const disagreementForPartyCard = ({ id, ref }: Case): Card =>
  card(
    `Case ${ref}: a disagreement has been raised`,
    [
      text(
        'Somebody has raised a disagreement about a child you are responsible for. A chair or a coordinator confirms the case, ' +
          'and not you. Then you are asked for your view like everybody else. You do not need to do anything now.',
      ),
    ],
    [button('Open the case', { ask: 'open-case', case: id })],
  )

const readAndConfirm = ({ id }: Case) => button('Read and confirm', { ask: 'open-confirm-case', case: id }, 'primary')

export const stillUnconfirmedCard = (stuck: Case, partnership: Partnership): Card =>
  card(
    `Case ${stuck.ref}: still waiting for you`,
    [text('No agency has been asked yet, because this case has not been confirmed.'), about(stuck, partnership)],
    [readAndConfirm(stuck)],
  )

/** For the lead of the authority and everybody who chairs. */
export const unconfirmedForOthersCard = (stuck: Case, partnership: Partnership): Card =>
  card(
    `Case ${stuck.ref}: not confirmed yet, and you can confirm it`,
    [
      text(
        'Its social worker has not confirmed this case, and no agency has been asked. You can confirm it in their place.',
      ),
      about(stuck, partnership),
    ],
    [readAndConfirm(stuck)],
  )

/** `isUnreached`: our messages do not reach the social worker. */
export const unconfirmedForIroCard = (stuck: Case, partnership: Partnership, isUnreached = false): Card =>
  card(
    `Case ${stuck.ref}: not confirmed yet`,
    [
      text(
        `${isUnreached ? notReached : 'Nobody has confirmed this case.'} No agency has been asked. You can confirm it yourself.`,
      ),
      about(stuck, partnership),
    ],
    [readAndConfirm(stuck), button('Open the case', { ask: 'open-case', case: stuck.id })],
  )

/** Where they are named to the IRO alone, and only on the IRO's own card. */
const whoRaisedIt = (raising: Raising) => (raising.namedTo === 'iro' ? [whoRaisedButton(raising)] : [])

export const raisedForIroCard = (stuck: Case, raising: Raising, partnership: Partnership): Card =>
  card(
    `Case ${stuck.ref}: raised`,
    [
      text('A stuck case has been raised about a child you are the IRO for. You do not need to do anything now.'),
      about(stuck, partnership),
    ],
    [button('Open the case', { ask: 'open-case', case: stuck.id }), ...whoRaisedIt(raising)],
  )

export const disagreementRaisedCard = (stuck: Case, raising: Raising): Card =>
  card(
    `Case ${stuck.ref}: now a disagreement as well`,
    [
      text(
        'Somebody has raised a disagreement in this case. From now on the chair or a coordinator closes it, and not the social worker.',
      ),
    ],
    [button('Open the case', { ask: 'open-case', case: stuck.id }), ...whoRaisedIt(raising)],
  )

/** For the IRO of a disagreement, where somebody else who raises it is named to them alone. */
export const namedToYouCard = (stuck: Case, raising: Raising): Card =>
  card(
    `Case ${stuck.ref}: raised again, by somebody who is named to you alone`,
    [text('Somebody else has raised this disagreement too, and wants nobody but the IRO to know who they are.')],
    [button('Open the case', { ask: 'open-case', case: stuck.id }), ...whoRaisedIt(raising)],
  )

/** For the people who settle the case: who it is, and whether they take part. */
export const joinedCard = (stuck: Case, raising: Raising, partnership: Partnership): Card => {
  const mayJoin = stuck.state !== 'raised' && mayBeAdmitted(raising)
  const who = raising.namedTo === 'iro' ? namedToIroAlone : whoRaised(raising, partnership)
  return card(
    `Case ${stuck.ref}: raised again`,
    [
      text('Somebody else has raised this case too. What they wrote has been added to it.'),
      facts(['Raised by', who]),
      ...(mayJoin ? [text('They take no part in the case unless you say so.')] : []),
    ],
    [
      stuck.state === 'raised' ? readAndConfirm(stuck) : button('Open the case', { ask: 'open-case', case: stuck.id }),
      ...(mayJoin ? [admitButton(raising, partnership)] : []),
    ],
  )
}

/** Where nobody who settles the case is there any longer. */
export const joinedForIroCard = (stuck: Case, raising: Raising, partnership: Partnership): Card =>
  card(
    `Case ${stuck.ref}: raised again`,
    [
      text('Somebody else has raised this case too. What they wrote has been added to it.'),
      text('You are getting this because the person who looks after the case has left. Please ask who takes it over.'),
      facts(['Raised by', raising.namedTo === 'iro' ? namedToIroAlone : whoRaised(raising, partnership)]),
    ],
    [button('Open the case', { ask: 'open-case', case: stuck.id }), ...whoRaisedIt(raising)],
  )

export const unmatchedCard = (raising: Raising, partnership: Partnership): Card =>
  card(
    'Which child is this stuck case about?',
    [
      text(
        'A colleague has raised a case, and we could not tell which child it is about. Open it to read what they gave.',
      ),
      about(raising, partnership),
    ],
    unmatchedButtons(raising),
  )

export const notReached = 'Our messages do not reach the social worker, so nobody has confirmed this case.'
