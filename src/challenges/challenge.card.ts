/** What is said of a challenge: by the child's reference, and nothing that anybody wrote. */
import { inWords } from '../calendar/in-words.ts'
import { button, card, facts, text, type Button, type Card } from '../display/card.ts'
import { dutyInWords } from '../duties/duty.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import { personById } from '../people/people.ts'
import { answerInWords, nextStage, outcomeInWords, stageOf, type Challenge } from './challenge.ts'

const titled = ({ ref, kind }: Challenge, what: string): string => `Child ${ref}: ${dutyInWords[kind]}, ${what}`

/** To the manager of its stage. */
export const challengedCard = (challenge: Challenge, partnership: Partnership, again = false): Card =>
  card(
    titled(challenge, again ? 'challenge: your answer is awaited' : 'challenged'),
    [
      text(
        `${nameOf(partnership, challenge.by)} has challenged that this is not done. You are asked as ${stageOf(challenge).name}: ` +
          'is it agreed and done, agreed by a date, or not agreed?',
      ),
      facts(['Due', inWords(challenge.due)], ['Time to answer', workingDaysInWords(stageOf(challenge).workingDays)]),
    ],
    [
      button('Read and answer', { ask: 'open-answer-challenge', challenge: challenge.id }, 'primary'),
      button('Open the challenge', { ask: 'open-challenge', challenge: challenge.id }),
    ],
  )

/** What the IRO can do while it is not ended. */
export const iroButtons = (challenge: Challenge): readonly Button[] => [
  button(
    nextStage(challenge) ? 'Next stage, or more time' : 'Give more time',
    { ask: 'open-move-challenge', challenge: challenge.id },
    'primary',
  ),
  endButton(challenge),
]

const endButton = ({ id }: Challenge, emphasis?: 'primary'): Button =>
  button('End the challenge', { ask: 'open-end-challenge', challenge: id }, emphasis)

/** To the IRO, whenever it is theirs to say what comes next. */
export function whatNextCard(challenge: Challenge, partnership: Partnership): Card {
  const { id, state, answer, agreedBy } = challenge
  const { who, workingDays } = stageOf(challenge)
  const name = nameOf(partnership, who)
  const next = nextStage(challenge)
  const says =
    state === 'asked'
      ? `${name} has not answered within ${workingDaysInWords(workingDays)}.`
      : `${name} has answered: ${answer === 'by-date' && agreedBy ? `agreed, by ${inWords(agreedBy)}` : answerInWords[answer ?? 'not-agreed']}.`
  const isAgreed = state === 'answered' && answer !== 'not-agreed'
  const goesTo = isAgreed
    ? ' End it once that is done.'
    : next
      ? ` The next stage is ${next.name}: ${nameOf(partnership, next.who)}.`
      : ' There is no further stage. Think of Cafcass.'
  return card(
    titled(challenge, state === 'asked' ? 'challenge not answered' : 'challenge answered'),
    [text(`${says}${goesTo} It goes on until you end it.`)],
    [
      // Of what is agreed, one thing is to be done; the rest stands on its page.
      ...(isAgreed ? [endButton(challenge, 'primary')] : iroButtons(challenge)),
      button('Open the challenge', { ask: 'open-challenge', challenge: id }),
    ],
  )
}

/** For those who look after the partnership, by its reference alone: whom it waits for, and nothing of what is challenged. */
export function challengeWaitsCard(challenge: Challenge, partnership: Partnership, waitsFor: 'manager' | 'iro'): Card {
  const who = waitsFor === 'manager' ? stageOf(challenge).who : challenge.iro
  const here = who !== undefined && personById(partnership, who) !== undefined
  return card(`Child ${challenge.ref}: a challenge waits for an answer`, [
    text(
      here
        ? `${nameOf(partnership, who)} was asked, and has not answered or cannot be reached. Please ask what is in the way.`
        : 'The child has no IRO here, and a challenge goes on until an IRO ends it. Please see that one is named.',
    ),
  ])
}

export const challengeEndedCard = (challenge: Challenge, byName: string): Card =>
  card(titled(challenge, 'challenge ended'), [
    text(`${byName} has ended it: ${outcomeInWords[challenge.outcome ?? 'accepted']}. You are asked for nothing more.`),
  ])

export const workingDaysInWords = (days: number): string => `${days} working ${days === 1 ? 'day' : 'days'}`
